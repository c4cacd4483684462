import FlywheelKit
import Statistics
import Testing

@testable import Pricing

@Suite struct WarningTests {
    private func prices(from first: Int, by step: Int, days: Int) -> [Int?] { (0..<days).map { first + step * $0 } }

    @Test func aGapThatClosesIsForeseenBeforeItIsGone() throws {
        let listing = Listing(
            owner: "SELF", past: days((2_500, 14)), pastLowest: prices(from: 3_000, by: -30, days: 14))
        let look = Look(listing)
        let warning = try #require(look.evidence()?.warning)
        #expect(warning.sign == .closingGap)
        #expect(
            warning.begins == noon.utcDay.advanced(by: 3), "26.10 falls by 0.30 a day to 25.00 in 2.7 days from today")
        let exposure = try #require(look.exposure())
        #expect(exposure.probability == 0.7)
        #expect(exposure.begins == Instant("\(warning.begins)T00:00:00Z") && exposure.deadline == exposure.begins)
        #expect(!exposure.isActive(at: noon))
    }

    @Test func aWarningALittleLessLikelyOrFurtherAheadKeepsItsRow() {
        let closing = Listing(
            owner: "SELF", past: days((2_500, 14)), pastLowest: prices(from: 3_000, by: -30, days: 14))
        func weight(_ configure: (inout PricingKnobs) -> Void) -> [Int] {
            var knobs = PricingKnobs()
            configure(&knobs)
            let look = Look(closing, knobs: knobs)
            return [look.findings.all.count, look.findings.keeping.count]
        }
        #expect(weight { $0.leastProbability = 0.69 } == [1, 0])
        #expect(weight { $0.leastProbability = 0.75 } == [0, 1])
        #expect(weight { $0.leastProbability = 0.9 } == [0, 1])
        #expect(weight { $0.leastProbability = 0.95 } == [0, 0])
    }

    @Test func aShareThatFallsIsForeseenBeforeItIsLost() throws {
        let falling: [Int?] = (0..<14).map { 100 - $0 / 2 }
        let warning = try #require(Look(Listing(owner: "SELF", shares: days((100, 40)) + falling)).evidence()?.warning)
        #expect(warning.sign == .fallingShare)
        #expect(warning.begins > noon.utcDay)
    }

    @Test(arguments: [
        Listing(owner: "SELF", past: days((2_500, 14)), pastLowest: days((2_600, 14))),
        Listing(owner: "SELF", past: days((2_500, 14)), pastLowest: (0..<14).map { 2_600 + 20 * $0 }),
        Listing(owner: "SELF", past: days((2_500, 5)), pastLowest: (0..<5).map { 2_600 - 20 * $0 }),
        Listing(owner: "SELF", past: days((2_500, 14)), pastLowest: (0..<14).map { 4_000 - 10 * $0 }),
        Listing(owner: "SELF", past: days((2_500, 14))),
        Listing(
            owner: "SELF", packSize: 2, competitorPackSize: 1, past: days((2_500, 14)),
            pastLowest: (0..<14).map { 3_000 - 30 * $0 }),
    ])
    func whatLiesStillRisesIsFarOrUnknownIsNot(listing: Listing) {
        #expect(Look(listing).kinds.isEmpty)
    }

    /// A price that was an error and was corrected made the gap smaller, and no competitor did.
    @Test func anOwnPriceThatMovesIsNoCompetitorThatComesNearer() {
        let corrected = Listing(
            price: money(2_000), owner: "SELF", past: days((2_000, 40 - 26), (200, 6), (2_000, 2)).suffix(14),
            pastLowest: days((2_100, 14)))
        #expect(Look(corrected).kinds.isEmpty)
        let rising = Listing(
            price: money(2_000), owner: "SELF", past: (0..<14).map { 1_610 + 30 * $0 }, pastLowest: days((2_100, 14)))
        #expect(Look(rising).kinds.isEmpty)
    }

    @Test func whatComesTrueIsTheSameProblem() {
        let before = Look(
            Listing(owner: "SELF", past: days((2_500, 14)), pastLowest: prices(from: 3_000, by: -30, days: 14)))
        let after = Look(Listing(lowest: money(2_400), owner: "COMPETITOR", past: days((2_500, 14))))
        #expect(before.findings.all.map(\.kind) == after.findings.all.map(\.kind))
        #expect(before.findings.all.map(\.discriminator) == after.findings.all.map(\.discriminator))
        #expect(after.exposure()?.isActive(at: noon) == true)
    }

    /// A gap that only scatters is taken for a closing one in few of a thousand listings, and one that closes within the week
    /// in most.
    @Test(arguments: [1, 2, 3] as [UInt64]) func fewAreWarnedOfWithoutCauseAndMostWithIt(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func listing(_ number: Int, gap: Double, fall: Double) -> Listing {
            Listing(
                code: "L\(number)", owner: "SELF", past: days((2_500, 14)),
                pastLowest: (0..<14).map {
                    Int(2_500 * (1 + gap - fall * Double($0) + 0.01 * random.normal()))
                })
        }
        let still = Look(Scene((0..<1_000).map { listing($0, gap: 0.08, fall: 0) }))
        let closing = Look(Scene((0..<1_000).map { listing($0, gap: 0.16, fall: 0.009) }))
        #expect(still.kinds.count < 50, "seed \(seed): \(still.kinds.count) of 1000")
        #expect(closing.kinds.count > 700, "seed \(seed): \(closing.kinds.count) of 1000")
    }
}
