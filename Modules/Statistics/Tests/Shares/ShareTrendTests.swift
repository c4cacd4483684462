import Statistics
import Testing

@Suite struct ShareTrendTests {
    @Test func agreesWithValuesByHand() throws {
        let rising = try #require(ShareTrend(Array(zip([3, 4, 6, 9, 8, 12], [40, 42, 39, 41, 44, 40]))))
        #expect(isClose(rising.z, 2.917_015_896_481_753) && isClose(rising.probability, 0.003_533_977_613_270))
        #expect(isClose(rising.slope, 0.041_092_846_357_654))
        let falling = try #require(ShareTrend(Array(zip([12, 9, 10, 3], [50, 40, 60, 55]))))
        #expect(isClose(falling.z, -2.652_755_421_730_870) && isClose(falling.probability, 0.007_983_769_747_107))
    }

    /// Smokers among patients of four hospitals, the example of R's prop.trend.test: χ² = 8.2249, p = 0.004132.
    @Test func agreesWithAPublishedExample() throws {
        let trend = try #require(ShareTrend(Array(zip([83, 90, 129, 70], [86, 93, 136, 82]))))
        #expect(abs(trend.z * trend.z - 8.2249) < 5e-5 && abs(trend.probability - 0.004132) < 5e-7)
    }

    @Test func noTrendCanShowWhereAllAreAlike() {
        #expect(ShareTrend([(0, 10), (0, 20)]) == nil)
        #expect(ShareTrend([(10, 10), (20, 20)]) == nil)
        #expect(ShareTrend([(5, 10), (0, 0)]) == nil)
        #expect(ShareTrend([]) == nil)
    }

    @Test func chanceIsFoundAsOftenAsItSays() {
        var random = SplitMix64(seed: 5)
        let found = (0..<2_000).count { _ in
            let weeks = (0..<12).map { _ in (successes: (0..<40).count { _ in random.uniform() < 0.2 }, trials: 40) }
            return ShareTrend(weeks).map { $0.probability < 0.05 } ?? false
        }
        #expect((70...130).contains(found), "\(found) of 2000")
    }

    /// By R's p.adjust(method = "holm").
    @Test func severalTestsCountTogether() {
        let adjusted = ShareTrend.adjusted([0.01, 0.04, 0.03, 0.005])
        for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) { #expect(isClose(value, expected)) }
        #expect(ShareTrend.adjusted([0.9, 0.8]) == [1, 1] && ShareTrend.adjusted([]).isEmpty)
    }
}
