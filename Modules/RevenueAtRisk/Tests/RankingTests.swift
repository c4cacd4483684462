import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@Suite struct RankingTests {
    /// Contenders in the order of the queue, with names that follow their ids.
    private struct Ranked {
        let rows: [Contender]
        let ranking: Ranking

        init(_ rows: [Contender]) {
            self.rows = rows
            ranking = Ranking(rows) { alike in
                alike.sorted { ($0.group, "f\(rows[$0.row].id)") < ($1.group, "f\(rows[$1.row].id)") }
            }
        }

        func ids(in lane: Lane) -> [Int64] { ranking.rows(in: lane).map { rows[$0].id } }
    }

    private func row(
        _ id: Int64, _ atRisk: Int64, avoidable: Int64 = 0, tier: Tier? = .c, deadline: Int64? = nil,
        isActive: Bool = true, now: Bool = false, blockedBy: Int64? = nil
    ) -> Contender {
        Contender(
            id: id, worth: .priced(atRisk: atRisk, avoidable: avoidable), tier: tier,
            deadline: deadline.map(Instant.init(seconds:)), isActive: isActive, actsBeforeReview: now,
            blockedBy: blockedBy)
    }

    private func unpriced(_ id: Int64, units: Int64) -> Contender {
        Contender(
            id: id, worth: .unpriced(units: Decimal4(tenThousandths: units)), tier: .c, actsBeforeReview: true)
    }

    @Test func amountThenTierThenDeadlineThenFingerprintDecide() {
        let rows = [
            row(1, 10, tier: nil), row(2, 10), row(9, 10, deadline: 50), row(3, 10, deadline: 50),
            row(4, 10, deadline: 20), row(5, 10, tier: .a), row(6, 11), row(7, 10, tier: .b),
        ]
        #expect(Ranked(rows).ids(in: .active) == [6, 5, 7, 4, 3, 9, 2, 1])
    }

    @Test func lanesKeepApartWhatCannotBeCompared() {
        let rows = [
            row(1, 500), row(2, 900, isActive: false), row(3, 10, avoidable: 5, now: true), unpriced(4, units: 30),
            row(5, 20, avoidable: 3, isActive: false, now: true), unpriced(6, units: 90),
        ]
        let ranking = Ranked(rows)
        #expect(ranking.ids(in: .actNow) == [3, 5])
        #expect(ranking.ids(in: .active) == [1])
        #expect(ranking.ids(in: .predicted) == [2])
        #expect(ranking.ids(in: .unpriced) == [6, 4])
    }

    @Test func aBlockedRowStandsDirectlyBeneathItsBlocker() {
        let rows = [row(1, 100), row(2, 90), row(3, 80, blockedBy: 4), row(4, 95), row(5, 99, blockedBy: 4)]
        #expect(Ranked(rows).ids(in: .active) == [1, 4, 5, 3, 2])
    }

    @Test func chainsOfBlockersAreFollowedToTheTop() {
        let rows = [row(1, 100, blockedBy: 2), row(2, 50, blockedBy: 3), row(3, 70), row(4, 60)]
        #expect(Ranked(rows).ids(in: .active) == [3, 1, 2, 4])
    }

    @Test func rowsThatBlockEachOtherStandWhereTheBestOfThemStands() {
        let rows = [
            row(1, 60), row(2, 90, blockedBy: 3), row(3, 90, blockedBy: 2), row(4, 70, blockedBy: 2), row(5, 80),
        ]
        #expect(Ranked(rows).ids(in: .active) == [2, 3, 4, 5, 1])
        #expect(Ranked([row(1, 5, blockedBy: 1)]).ids(in: .active) == [1])
    }

    @Test func aBlockerThatIsGoneBlocksNothing() {
        #expect(Ranked([row(1, 100), row(2, 300, blockedBy: 77)]).ids(in: .active) == [2, 1])
    }

    @Test func aBlockerLiftsARowIntoItsLaneAndNeverTakesItDown() {
        let lifted = [row(1, 10, avoidable: 1, now: true), row(2, 900, blockedBy: 1), row(3, 500)]
        #expect(Ranked(lifted).ids(in: .actNow) == [1, 2])
        let urgent = [row(1, 900), row(2, 10, avoidable: 1, now: true, blockedBy: 1)]
        #expect(Ranked(urgent).ids(in: .actNow) == [2])
        #expect(Ranked(urgent).ids(in: .active) == [1])
    }

    @Test func twoFullBlockersDoNotSinkAHero() throws {
        let hero = Attribution(of: [claim(1), claim(1)])
        let terms = try Terms(
            unitsPerDay: Decimal4(tenThousandths: 100_000), price: Money(minorUnits: 2_500, currency("USD")))
        let rows = ListingRisk(hero, terms: terms).rows.enumerated().map { index, row in
            self.row(
                Int64(index), row.amount.minorUnits, tier: .a, blockedBy: row.blockedBy.first.map(Int64.init))
        }
        // All of the hero's 7,500.00 over two rows: above 3,749.99, below 3,750.01.
        let ranking = Ranked(rows + [row(10, 374_999), row(11, 375_001)])
        #expect(ranking.ids(in: .active) == [11, 0, 1, 10])
    }

    /// The rows of a listing with ids `listing * 100 + index`, and the mean of their amounts.
    private func listing(_ listing: Int, _ attribution: Attribution, rate: Double) throws -> (
        rows: [Contender], mean: Double
    ) {
        let terms = try Terms(
            unitsPerDay: Decimal4(rounding: rate).orFail(), price: Money(minorUnits: 1_999, currency("USD")))
        let risk = ListingRisk(attribution, terms: terms)
        let rows = risk.rows.enumerated().map { index, row in
            self.row(
                Int64(listing * 100 + index), row.amount.minorUnits,
                blockedBy: row.blockedBy.first.map { Int64(listing * 100 + $0) })
        }
        return (rows, Double(risk.total.minorUnits) / Double(rows.count))
    }

    @Test func aBlockerRisesToTheRowItHoldsUp() throws {
        // The first is blocked by one row on the first day and by another on the second, and counts for more than
        // either.
        let attribution = Attribution(of: [claim(0.9, 0.9, 0), claim(1, 0), claim(0, 1, 0)])
        let (rows, mean) = try listing(0, attribution, rate: 10)
        let between = row(700, Int64(mean) - 1)
        #expect(Ranked(rows + [between]).ids(in: .active) == [1, 0, 700, 2])
    }

    @Test(arguments: seeds) func aBestRowNeverStandsBelowWhatFixingAllRecoversByNumber(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let listings = try (0..<20).map { index in
            try listing(index, Attribution(of: random.claims(1 + index % 6)), rate: random.uniform(0...50))
        }
        let order = Ranked(listings.flatMap(\.rows)).ids(in: .active)
        let best = listings.indices.map { listing in order.firstIndex { Int($0) / 100 == listing } ?? .max }
        let largest = listings.map { listing in
            listing.rows.map { if case .priced(let atRisk, _) = $0.worth { Double(atRisk) } else { 0.0 } }.max() ?? 0
        }
        for one in listings.indices {
            for other in listings.indices where largest[other] < listings[one].mean.rounded(.down) {
                #expect(best[one] < best[other], "listings \(one) and \(other)")
            }
        }
    }

    @Test(arguments: seeds) func theOrderOfTheRowsDoesNotMatter(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let rows = (0..<60).map { id in
            row(
                id, Int64.random(in: 0...3, using: &random), avoidable: Int64.random(in: 0...3, using: &random),
                tier: Tier.allCases.randomElement(using: &random), isActive: Bool.random(using: &random),
                now: random.uniform() < 0.2,
                blockedBy: random.uniform() < 0.4 ? Int64.random(in: 0..<60, using: &random) : nil)
        }
        let (straight, shuffled) = (Ranked(rows), Ranked(rows.shuffled(using: &random)))
        for lane in Lane.allCases { #expect(straight.ids(in: lane) == shuffled.ids(in: lane)) }
        #expect(Lane.allCases.flatMap(straight.ids(in:)).sorted() == rows.map(\.id))
    }

    @Test(arguments: seeds) func numbersOfAnySizeAndSignStandAsTheyCompare(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let rows = (0..<200).map { (id: Int64) in
            let bits = Int64.random(in: 0...63, using: &random)
            return row(
                id, Int64.random(in: .min ... .max, using: &random) >> bits, tier: .b,
                deadline: random.uniform() < 0.5 ? nil : Int64.random(in: .min ... .max, using: &random) >> bits)
        }
        let sorted = rows.sorted { left, right in
            guard case .priced(let one, _) = left.worth, case .priced(let other, _) = right.worth else { return false }
            return (other, left.deadline?.seconds ?? .max, "f\(left.id)")
                < (one, right.deadline?.seconds ?? .max, "f\(right.id)")
        }
        #expect(Ranked(rows).ids(in: .active) == sorted.map(\.id))
    }
}
