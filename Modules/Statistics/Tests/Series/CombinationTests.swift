import Statistics
import Testing

@Suite struct CombinationTests {
    /// Says the same, whatever it is given.
    struct Fixed: SeriesMethod {
        let name = "fixed"
        let value: Double?
        var errors: [Double] = [1]
        var deviation = 1.0

        func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
            value.map {
                SeriesForecast(
                    mean: [Double](repeating: $0, count: horizon), errors: errors,
                    deviation: [Double](repeating: deviation, count: horizon), method: name)
            }
        }
    }

    let members = [
        Fixed(value: 1, errors: [9, 1, 2]), Fixed(value: 2, errors: [3, 4]), Fixed(value: nil),
        Fixed(value: 9, errors: [5, 8], deviation: 4),
    ]

    @Test func meanAndMedianOfThoseWhoAnswer() throws {
        let mean = try #require(Combination("mean", of: members).forecast([], horizon: 2))
        #expect(mean.mean == [4, 4] && mean.errors == [3, 14.0 / 3] && mean.deviation == [2, 2])
        let median = try #require(Combination("median", of: members, by: .median).forecast([], horizon: 1))
        #expect(median.mean == [2] && median.errors == [3, 4])
    }

    @Test func nobodyAnswersIsNoAnswer() {
        #expect(Combination("none", of: [Fixed(value: nil)]).forecast([1], horizon: 1) == nil)
    }

    @Test func etsAndThetaLiesBetweenBoth() throws {
        let both = try #require(Combination.etsAndTheta().forecast(SeriesSamples.climbing, horizon: 3))
        let one = try #require(ETS(rule: .weighted).forecast(SeriesSamples.climbing, horizon: 3))
        let other = try #require(Theta(.dynamicOptimised).forecast(SeriesSamples.climbing, horizon: 3))
        #expect(areClose(both.mean, zip(one.mean, other.mean).map { ($0 + $1) / 2 }, relative: 1e-12))
        #expect(both.method == "ets + theta")
    }
}
