import FlywheelKit
import Statistics
import Testing

@testable import Inventory

@Suite struct ClaimTests {
    @Test func losesAllWhileNothingIsOnItsWay() throws {
        let exposure = stage.exposure(of: try #require(find(Listing(fulfillable: 0))).evidence)
        #expect(shares(exposure) == [1])
        #expect(exposure.isActive(at: asOf))
        #expect(exposure.fixTakesDays == 14)
        #expect(exposure.deadline == nil)
    }

    @Test func losesAllUntilWhatIsOnItsWayArrives() throws {
        let exposure = stage.exposure(of: try #require(find(Listing(fulfillable: 0, receiving: 200))).evidence)
        #expect(shares(exposure) == [1, 1, 1, 0])
        #expect(exposure.fixTakesDays == 3)
        #expect(exposure.isActive(at: asOf))
    }

    @Test func losesWithRisingProbabilityBeforeAnOrderArrives() throws {
        let finding = try #require(find(Listing(fulfillable: 40)))
        let exposure = stage.exposure(of: finding.evidence)
        let daily = shares(exposure)
        #expect(exposure.startsInDays(from: asOf) == 12)
        #expect(daily.count == 21 - 12)
        #expect(zip(daily, daily.dropFirst()).allSatisfy { $0 <= $1 })
        #expect((daily.first ?? 0) * exposure.probability >= 0.01)
        #expect(abs((daily.last ?? 0) - 1) < 0.01)
        #expect(exposure.probability == finding.evidence.emptyProbability)
        #expect(!exposure.isActive(at: asOf))
        #expect(exposure.begins?.description == "2026-12-02T00:00:00Z")
        #expect(exposure.deadline?.description == "2026-11-21T00:00:00Z")
        #expect(exposure.fixTakesDays == 14)
    }

    /// One unit is left, and about as many are asked for in half a day: today counts, and is no fact yet.
    @Test func mayLoseTodayWhileAUnitIsLeft() throws {
        let evidence = try #require(find(Listing(fulfillable: 1))).evidence
        let exposure = stage.exposure(of: evidence)
        let today = StockOutlook(evidence.stock, evidence.demand, knobs: stage.knobs).emptyProbability(on: 0)
        #expect(today > 0.4)
        #expect(exposure.begins == nil)
        #expect(exposure.startsInDays(from: asOf) == 0)
        #expect(abs((shares(exposure).first ?? 0) * exposure.probability - today) < 0.002)
        #expect(!exposure.isActive(at: asOf))
    }

    @Test func isNoFactBeforeTheLastUnitIsSold() throws {
        let evidence = try #require(find(Listing(fulfillable: 1, sales: [Int?](repeating: 500, count: 90)))).evidence
        #expect(evidence.emptyProbability == 0.999)
        #expect(!stage.exposure(of: evidence).isActive(at: asOf))
        #expect(!stage.exposure(of: evidence).isActive(at: asOf.advanced(byDays: 30)))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func claimsTheProbabilityOfBeingEmptyOfEachDay(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let found = detect((0..<40).map { _ in Listing.random(using: &random) })
        for evidence in found.map(\.evidence) {
            let exposure = stage.exposure(of: evidence)
            let outlook = StockOutlook(evidence.stock, evidence.demand, knobs: stage.knobs)
            let start = exposure.startsInDays(from: asOf)
            let claimed = shares(exposure)
            for day in 0..<stage.knobs.daysToCover {
                let share = day < start ? 0 : claimed[min(day - start, claimed.count - 1)]
                let tolerance = day < start ? 0.01 : 0.002
                #expect(
                    abs(share * exposure.probability - outlook.emptyProbability(on: day)) < tolerance, "day \(day)")
            }
        }
    }

    @Test func setsADeadlineInThePastWhenAnOrderComesTooLate() throws {
        let evidence = try #require(find(Listing(fulfillable: 10))).evidence
        let deadline = try #require(stage.exposure(of: evidence).deadline)
        #expect(deadline < asOf)
    }

    @Test func ordersUpToDemandAndSafetyStock() throws {
        let evidence = try #require(find(Listing(fulfillable: 40))).evidence
        let resolution = stage.resolve(evidence)
        #expect(evidence.orderUpTo > 42)
        #expect(resolution.suggestion?.action == "Order \(evidence.orderUnits) units, on 2026-11-21 at the latest")
        #expect(resolution.suggestion?.target?.hasPrefix("\(evidence.orderUpTo) units") == true)
        #expect(resolution.suggestion?.unknowns.contains { $0.contains("lead time") } == true)
        #expect(resolution.playbook?.id == "reorder")
        guard case .act(let remedy) = resolution.action else {
            Issue.record("expected a remedy, found \(resolution.action)")
            return
        }
        #expect(!remedy.isReversible, "an order costs money")
    }

    @Test func countsWhatIsAnnouncedBeforeProposingAnOrder() throws {
        func action(_ listing: Listing) throws -> String? {
            stage.resolve(try #require(find(listing)).evidence).suggestion?.action
        }
        #expect(try action(Listing(fulfillable: 0, working: 90)) == "Ship the 90 units announced to the warehouse")
        #expect(
            try action(Listing(fulfillable: 0, working: 20))?.hasPrefix("Ship the 20 units announced and order ")
                == true)
        #expect(try action(Listing(fulfillable: 4, shipped: 500))?.hasPrefix("Hurry the units on their way") == true)
        #expect(try action(Listing(fulfillable: 0))?.hasSuffix(" units now") == true)
    }
}
