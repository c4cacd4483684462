import Statistics
import Testing

@Suite struct RankCorrelationTests {
    /// By scipy's spearmanr, equal values among them.
    @Test func agreesWithPublishedValues() throws {
        let pairs = Array(
            zip([3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8], [2.0, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5]))
        let found = try #require(RankCorrelation(pairs))
        #expect(isClose(found.value, 0.141_579_686_364_016))
        let bounds = found.interval()
        #expect(isClose(bounds.lowerBound, -0.473_094_659_845_961) && isClose(bounds.upperBound, 0.663_546_920_475_699))
    }

    @Test func anyRisingRelationIsOne() throws {
        let rising = try #require(RankCorrelation((1...20).map { (Double($0), Double($0 * $0 * $0)) }))
        #expect(rising.value == 1 && rising.interval() == 1...1)
        let falling = try #require(RankCorrelation((1...20).map { (Double($0), 1 / Double($0)) }))
        #expect(falling.value == -1)
    }

    @Test func tooFewOrAllAlikeSayNothing() {
        #expect(RankCorrelation((1...9).map { (Double($0), Double($0)) }) == nil)
        #expect(RankCorrelation((1...20).map { (Double($0), 3) }) == nil)
    }

    @Test func boundsHoldTheTruthAsOftenAsTheySay() {
        var random = SplitMix64(seed: 3)
        // Of normal numbers with correlation 0.5, ρ is 6/π · arcsin(0.25).
        let truth = 0.482_583_739_5
        let held = (0..<1_000).count { _ in
            let pairs = (0..<60).map { _ in
                let first = random.normal()
                return (first, 0.5 * first + 0.75.squareRoot() * random.normal())
            }
            return RankCorrelation(pairs)?.interval().contains(truth) ?? false
        }
        #expect((925...970).contains(held), "\(held) of 1000")
    }
}
