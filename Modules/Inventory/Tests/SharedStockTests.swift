import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import Inventory

/// Listings that sell from one stock with listings on other marketplaces. Examples are on the first of these.
@Suite struct SharedStockTests {
    private static let (here, canada, mexico) = ("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2", "A1AM78C64UM0Y8")

    private func listing(_ units: Int, elsewhere: Double, order: [String] = [here, canada]) -> Listing {
        Listing(fulfillable: units, pool: StockPool(marketplaces: order, soldElsewhere: elsewhere))
    }

    @Test func theStockIsAskedForByAllWhoSellFromIt() throws {
        // 60 units last 30 days at 2 a day, and 7 and a half where 6 more are asked for elsewhere.
        #expect(find(Listing(fulfillable: 60)) == nil)
        let found = try #require(find(listing(60, elsewhere: 6)))
        let alone = try #require(find(Listing(fulfillable: 60, sales: [Int?](repeating: 8, count: 90))))
        #expect(found.evidence.coverDays == 7.5)
        #expect(found.evidence.demand?.rate == alone.evidence.demand?.rate)
        // What each sold is known as well as what they all did.
        let levels = [found, alone].compactMap(\.evidence.shortage?.orderUpTo)
        #expect(levels.count == 2 && abs(levels[0] - levels[1]) <= 3, "\(levels)")
        #expect(found.evidence.shared?.marketplaces == [Self.here, Self.canada])
        let suggestion = try #require(stage.resolve(found.evidence).suggestion)
        let units = try #require(found.evidence.shortage?.order?.units)
        #expect(suggestion.action.hasPrefix("Order \(units) units, once for all of US and CA"))
        #expect(
            suggestion.target?.hasSuffix("(one stock of US and CA; 25 % of what is asked of it is asked here)") == true,
            "\(suggestion.target ?? "")")
    }

    @Test func whatSellsElsewhereIsNoSurplusHere() {
        // 180 days at 2 a day leave 240 of 600; at 8 a day nothing.
        #expect(surplus(Listing(fulfillable: 600)).count == 1)
        #expect(surplus(listing(600, elsewhere: 6)).isEmpty)
        let unsold = Listing(
            fulfillable: 600, sales: [Int?](repeating: 0, count: 90),
            pool: StockPool(marketplaces: [Self.here, Self.canada], soldElsewhere: 3))
        #expect(surplus(unsold).map { $0.evidence.surplus?.units } == [60])
        #expect(look(at: [unsold]).cover[0]?.days == 200)
    }

    @Test func whatIsTooMuchIsSaidOnceForTheStock() {
        for seed in 1...200 {
            var random = SplitMix64(seed: UInt64(seed))
            let marketplaces = [Self.here, Self.canada, Self.mexico].shuffled(using: &random)
            let daily = marketplaces.map { _ in Int.random(in: 1...9, using: &random) }
            let units = Int.random(in: 100...9_000, using: &random)
            var said: [Int] = []
            for (place, marketplace) in marketplaces.enumerated() {
                // The example's marketplace takes each of the places in turn.
                let names = marketplaces.map {
                    $0 == marketplace ? Self.here : $0 == Self.here ? marketplace : $0
                }
                let others = daily.enumerated().filter { $0.offset != place }.map(\.element).reduce(0, +)
                let found = surplus(
                    Listing(
                        fulfillable: units, sales: [Int?](repeating: daily[place], count: 90),
                        pool: StockPool(marketplaces: names, soldElsewhere: Double(others))))
                said += found.compactMap { $0.evidence.surplus?.units }
            }
            let excess = units - 180 * daily.reduce(0, +)
            #expect(said == (excess >= 24 ? [excess] : []), "\(units) units, \(daily) a day")
        }
    }

    @Test func anEmptyShelfThatSoldNothingHereIsNotJudged() {
        let unsold = Listing(
            fulfillable: 0, sales: [Int?](repeating: 0, count: 90),
            pool: StockPool(marketplaces: [Self.here, Self.canada], soldElsewhere: 3))
        #expect(undecided([unsold]) == [0] && detect([unsold]).isEmpty)
        var low = unsold
        low.fulfillable = 5
        #expect(detect([low]).isEmpty, "nothing is lost where nothing sells")
        #expect((look(at: [low]).cover[0]?.emptyProbability ?? 0) > 0.9)
    }

    @Test func whoseSalesNobodyKnowsIsTakenToSellAsMuchAsTheOthers() throws {
        let pool = StockPool(
            marketplaces: [Self.canada, Self.here, Self.mexico], soldElsewhere: 6, unknown: [Self.mexico])
        let found = try #require(find(Listing(fulfillable: 60, pool: pool)))
        #expect(found.evidence.shared?.elsewhere == 10, "2 here, 6 in Canada, and 4 in Mexico")
        #expect(
            stage.resolve(found.evidence).suggestion?.unknowns.contains(
                "what is sold of the stock on MX: it is taken to be as much as elsewhere") == true)
        let unsold = Listing(
            fulfillable: 60, sales: [Int?](repeating: 0, count: 90),
            pool: StockPool(marketplaces: [Self.here, Self.mexico], soldElsewhere: 0, unknown: [Self.mexico]))
        #expect(detect([unsold]).isEmpty && undecided([unsold]) == [0], "nobody knows what it is asked for")
    }

    @Test func aSeasonHereIsOneElsewhere() throws {
        let estimate = DemandEstimate(
            rate: 2, weekly: [2, 4], deviation: 0.2, dispersion: 1, daysUsed: 90, daysLeftOut: 0)
        let shared = SharedStock(
            StockPool(marketplaces: [Self.here, Self.canada], soldElsewhere: 6), own: .rate(estimate))
        guard case .rate(let all) = Demand.rate(estimate).with(shared) else {
            Issue.record("nothing is asked for")
            return
        }
        #expect(all.weekly == [8, 16] && all.mean(within: 14) == 168)
        #expect(all.deviation > estimate.deviation && all.deviation / all.rate < estimate.deviation / estimate.rate)
    }

    @Test func evidenceIsReadAsItWasWritten() throws {
        let evidence = try #require(find(listing(60, elsewhere: 6))).evidence
        let data = try JSONEncoder().encode(evidence)
        #expect(try JSONDecoder().decode(InventoryEvidence.self, from: data) == evidence)
    }
}
