import Statistics
import Testing

@Suite struct MonotoneTrendTests {
    /// By hand: n = 10, S = 45 - 2·3 = 39 after three swapped neighbours, var = 10·9·25/18 = 125, z = 38/√125.
    @Test func aRiseWithThreeSwapsIsTheOneReckonedByHand() throws {
        let trend = try #require(MonotoneTrend([2, 1, 3, 5, 4, 6, 8, 7, 9, 10]))
        #expect(abs(trend.z - 38 / 125.0.squareRoot()) < 1e-12)
        #expect(abs(trend.probability - 0.000677) < 1e-6)
        #expect(abs(trend.slope - 1) < 1e-12)
        #expect(trend.interval().contains(1))
    }

    @Test func aLineIsItsOwnSlopeAndGapsKeepTheirPlace() throws {
        let values: [Double?] = [1, 3, nil, 7, 9, 11, nil, 15, 17, 19]
        let trend = try #require(MonotoneTrend(values))
        #expect(trend.slope == 2 && trend.first == 1 && trend.last == 19 && trend.count == 8)
    }

    @Test func equalValuesAreNoTrend() throws {
        let trend = try #require(MonotoneTrend([Double](repeating: 4, count: 12)))
        #expect(trend.z == 0 && trend.probability == 1 && trend.slope == 0)
    }

    @Test func fewerThanEightKnownValuesAreTooFew() {
        #expect(MonotoneTrend([1, 2, 3, nil, 4, 5, 6, 7]) == nil)
    }

    @Test(arguments: [UInt64(3), 17, 91])
    func noiseIsCalledATrendAboutAsOftenAsItSays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var called = 0
        for _ in 0..<1_000 {
            let trend = try #require(MonotoneTrend((0..<13).map { _ in random.normal() }))
            called += trend.probability < 0.1 ? 1 : 0
        }
        #expect((60...140).contains(called), "seed \(seed): \(called) of 1000 at 10 %")
    }

    @Test func turnedAroundItFalls() throws {
        let values: [Double] = [1, 2, 2, 5, 4, 7, 9, 8, 12]
        let rising = try #require(MonotoneTrend(values))
        let falling = try #require(MonotoneTrend(values.reversed()))
        #expect(rising.z == -falling.z && rising.slope == -falling.slope)
    }
}
