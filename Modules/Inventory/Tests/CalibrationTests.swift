import FlywheelKit
import Statistics
import Testing

@testable import Inventory

/// What the stage says of simulated listings, against what then happens to them.
@Suite struct CalibrationTests {
    private static let listings = 3_000

    private func simulated(seed: UInt64) -> (stage: InventoryStage, all: [SimulatedListing], random: SplitMix64) {
        var random = SplitMix64(seed: seed)
        let kinds = SimulatedListing.Kind.allCases
        let all = (0..<Self.listings).map { SimulatedListing(kinds[$0 % kinds.count], &random) }
        var model = DeliveryModel()
        // No supplier of its own, so that each listing has its stated lead time, which scatters as orders are late.
        model.all = Deliveries(
            orders: 40, mean: 15, deviation: 4, early: 10, late: 20, lateness: SimulatedListing.lateness)
        return (stageWith(model: model) { $0.leastProbability = 0.05 }, all, random)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func ofTheListingsSaidToRunOutWithAProbabilityThatShareDoes(seed: UInt64) throws {
        var (stage, all, random) = simulated(seed: seed)
        let covers = look(at: all.map(\.listing), by: stage).cover
        let cases = zip(all, covers).compactMap { simulated, cover in
            cover.map { (stated: Double($0.emptyProbability), ranOut: simulated.future(&random).ranOut) }
        }.sorted { $0.stated < $1.stated }
        #expect(cases.count > all.count * 9 / 10)
        for decile in 0..<10 {
            let part = cases[cases.count * decile / 10..<cases.count * (decile + 1) / 10]
            let stated = part.reduce(0) { $0 + $1.stated } / Double(part.count)
            let happened = Double(part.count(where: \.ranOut)) / Double(part.count)
            let error = (happened * (1 - happened) / Double(part.count)).squareRoot()
            #expect(
                abs(stated - happened) < 0.05 + 2 * error, "decile \(decile): stated \(stated), happened \(happened)")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func asManyUnitsAreLostAsIsSaid(seed: UInt64) throws {
        var (stage, all, random) = simulated(seed: seed)
        var (said, lost) = (0.0, 0.0)
        for finding in look(at: all.map(\.listing), by: stage).findings.all where finding.kind == .stockOut {
            let claim = try #require(ShortageClaim(finding.evidence, knobs: stage.knobs))
            let cover = Cover(try #require(finding.evidence.shortage).leadTime, knobs: stage.knobs)
            said += claim.shortUnits(0..<cover.wholeDays)
            // The mean of ten futures: what is simulated is to scatter less than what it is compared with.
            for _ in 0..<10 { lost += Double(all[finding.row].future(&random).lost) / 10 }
        }
        #expect(abs(said / lost - 1) < 0.05, "said \(said), lost \(lost)")
    }
}
