import Statistics
import Testing

@Suite struct ExponentialSmoothingTests {
    /// By scipy 1.17: minimize_scalar over α, the first level by least squares. α 0.40770, first level 48.944.
    @Test func agreesWithTheExactOptimum() throws {
        let forecast = try #require(ExponentialSmoothing().forecast(SeriesSamples.climbing, horizon: 3))
        #expect(areClose(forecast.mean, [88.21394727996442, 88.21394727996442, 88.21394727996442], relative: 1e-6))
        #expect(isClose(forecast.errors.reduce(0) { $0 + $1 * $1 }, 1969.7559972351664, relative: 1e-9))
        #expect(isClose(forecast.errors[0], SeriesSamples.climbing[0] - 48.94404049655168, relative: 1e-4))
        let variance = 1969.7559972351664 / 28
        let (one, three) = (variance, variance * (1 + 2 * 0.40770159 * 0.40770159))
        #expect(isClose(forecast.deviation[0], one.squareRoot(), relative: 1e-8))
        #expect(isClose(forecast.deviation[2], three.squareRoot(), relative: 1e-4))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func noGridFindsALesserError(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var level = 50.0
        let alpha = random.uniform()
        let values = (0..<60).map { _ in
            let error = random.normal()
            defer { level += alpha * error }
            return level + error
        }
        let forecast = try #require(ExponentialSmoothing().forecast(values, horizon: 1))
        let found = forecast.errors.reduce(0) { $0 + $1 * $1 }
        let start = values[0] - forecast.errors[0]
        for step in 1..<200 {
            var (level, squares) = (start, 0.0)
            for value in values {
                let error = value - level
                squares += error * error
                level += Double(step) / 200 * error
            }
            #expect(found <= squares * (1 + 1e-9))
        }
    }

    @Test func fewerThanThreeValuesAreTooFew() {
        #expect(ExponentialSmoothing().forecast([1, 2], horizon: 1) == nil)
        #expect(ExponentialSmoothing().forecast([1, 2, 3], horizon: 1) != nil)
    }

    @Test func theNaiveForecastIsTheSeasonBefore() throws {
        let forecast = try #require(SeasonalNaive(season: 3).forecast([1, 2, 3, 5, 7, 9], horizon: 4))
        #expect(forecast.mean == [5, 7, 9, 5])
        #expect(forecast.errors == [4, 5, 6])
        let variances = forecast.deviation.map { $0 * $0 }
        let square = 77.0 / 3
        #expect(areClose(variances, [square, square, square, 2 * square], relative: 1e-12))
        #expect(SeasonalNaive(season: 3).forecast([1, 2], horizon: 1) == nil)
    }
}
