import Statistics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct ProposalScoreTests {
    private static let expectation = ProposalScore.Expectation(from: 2_000, to: 1_900, unitsNow: 4, unitsThen: 11)

    private static func days(_ count: Int, price: Int64?, units: Double?) -> [ProposalScore.Day] {
        Array(repeating: ProposalScore.Day(price: price, units: units), count: count)
    }

    /// 77 units expected of a Poisson distribution, whose P10 and P90 are 66 and 88 by scipy.
    @Test func aPriceThatWasTakenIsScoredByTheUnitsExpectedThen() throws {
        let score = ProposalScore(Self.expectation, days: Self.days(7, price: 1_900, units: 12))
        #expect(score.course == .taken && score.daysScored == 7)
        #expect(score.expected == 77 && score.actual == 84 && score.range == 66...88)
        #expect(score.isWithinRange == true)
        let error = try #require(score.error)
        #expect(isClose(error, 84.0 / 77 - 1))
    }

    @Test func aPriceThatStayedIsScoredByTheUnitsExpectedNow() {
        let days = Self.days(8, price: 2_000, units: 7) + Self.days(3, price: 1_900, units: 50)
        let score = ProposalScore(Self.expectation, days: days)
        #expect(score.course == .notTaken && score.daysKnown == 11 && score.daysScored == 8)
        #expect(score.expected == 32 && score.actual == 56 && score.isWithinRange == false)
    }

    @Test func aPriceNearTheProposedOneCountsAsIt() {
        #expect(ProposalScore(Self.expectation, days: Self.days(7, price: 1_925, units: 11)).course == .taken)
        let elsewhere = ProposalScore(Self.expectation, days: Self.days(7, price: 1_950, units: 11))
        #expect(elsewhere.course == .elsewhere && elsewhere.isWithinRange == nil && elsewhere.error == nil)
    }

    @Test func theUnknownIsNotScored() {
        let days =
            Self.days(6, price: 1_900, units: 11) + Self.days(5, price: nil, units: 11)
            + Self.days(5, price: 1_900, units: nil) + [ProposalScore.Day(price: 1_900, units: 0, exposure: 0)]
        let score = ProposalScore(Self.expectation, days: days)
        #expect(score.course == .tooEarly && score.daysKnown == 6 && score.isWithinRange == nil)
    }

    @Test func halfADaySellsHalf() {
        let days = (0..<10).map { _ in ProposalScore.Day(price: 1_900, units: 5, exposure: 0.5) }
        #expect(ProposalScore(Self.expectation, days: days).expected == 55)
    }

    @Test func doubtAndScatterWidenTheRange() {
        let days = Self.days(30, price: 1_900, units: 11)
        let plain = ProposalScore(Self.expectation, days: days)
        let scattered = ProposalScore(Self.expectation, days: days, overdispersion: 0.5)
        let doubted = ProposalScore(
            ProposalScore.Expectation(from: 2_000, to: 1_900, unitsNow: 4, unitsThen: 11, unitsThenRange: 8...14),
            days: days)
        // Three units a day on thirty days.
        #expect(abs(doubted.range.upperBound - 330 - 90) < 10, "\(doubted.range)")
        for wider in [scattered.range, doubted.range] {
            #expect(wider.lowerBound < plain.range.lowerBound && wider.upperBound > plain.range.upperBound)
        }
    }

    /// Truth drawn from what is believed of the elasticity, days from a negative binomial.
    @Test func fourInFiveAreWithinTheRange() {
        var random = SplitMix64(seed: 6)
        var tally = ProposalTally()
        for _ in 0..<1_000 {
            let then = 10 * pow(0.9, -2.0)
            let believed = Elasticity(mean: -2, deviation: 0.8, evidence: .own, priorWeight: 0)
            let range = [0.1, 0.9].map { 10 * pow(0.9, believed.quantile($0)) }.sorted()
            let rate = 10 * pow(0.9, -2 + 0.8 * random.normal())
            let days = (0..<14).map { _ in
                ProposalScore.Day(price: 1_800, units: Double(random.poisson(rate * random.gamma(4) / 4)))
            }
            let expectation = ProposalScore.Expectation(
                from: 2_000, to: 1_800, unitsNow: 10, unitsThen: then, unitsThenRange: range[0]...range[1])
            tally.add(ProposalScore(expectation, days: days, overdispersion: 0.25))
        }
        #expect(tally.scored == 1_000 && tally.count == [.taken: 1_000])
        #expect(tally.within > 760 && tally.within < 840, "\(tally.within)")
        #expect(abs(tally.actual / tally.expected - 1) < 0.03)
    }
}
