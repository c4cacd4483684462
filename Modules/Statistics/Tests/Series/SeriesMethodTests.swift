import Statistics
import Testing

/// What must hold for every method.
@Suite struct SeriesMethodTests {
    @Test(arguments: 1...3 as ClosedRange<UInt64>, [1, 4, 12]) func forecastsKnowNoUnits(seed: UInt64, season: Int)
        throws
    {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(season, count: 60, random: &random)
        // A power of two changes no digit of a value; a search may stop a little elsewhere.
        let scaled = values.map { $0 * 1024 }
        for method in SeriesSamples.methods(season: season) {
            guard let one = method.forecast(values, horizon: 14) else {
                #expect(method.forecast(scaled, horizon: 14) == nil)
                continue
            }
            let other = try #require(method.forecast(scaled, horizon: 14))
            #expect(areClose(other.mean, one.mean.map { $0 * 1024 }, relative: 1e-3), "\(method.name)")
            #expect(areClose(other.deviation, one.deviation.map { $0 * 1024 }, relative: 1e-3), "\(method.name)")
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, [1, 4, 12]) func everythingIsANumber(seed: UInt64, season: Int) {
        var random = SplitMix64(seed: seed)
        let samples = [
            SeriesSamples.seasonal(season, count: 40, random: &random),
            SeriesSamples.seldom(count: 40, random: &random),
            (0..<40).map { _ in random.normal() },
            (0..<40).map { $0 < 39 ? 0 : 5 },
            (0..<40).map { $0 == 0 ? 1e9 : 1 },
            (0..<40).map { Double($0) },
            (0..<40).map { Double($0 % 4) },
        ]
        for (method, values) in SeriesSamples.methods(season: season).flatMap({ m in samples.map { (m, $0) } }) {
            guard let forecast = method.forecast(values, horizon: 9) else { continue }
            #expect(forecast.mean.count == 9 && forecast.deviation.count == 9, "\(method.name)")
            #expect(forecast.errors.count <= values.count)
            let numbers = forecast.mean + forecast.errors + forecast.deviation
            #expect(numbers.allSatisfy { $0.isFinite }, "\(forecast.method) \(values)")
            #expect(forecast.deviation.allSatisfy { $0 >= 0 }, "\(forecast.method)")
        }
    }

    @Test(arguments: [0.0, 7, 1e-3, 1e6, -3], [1, 4]) func constantSeriesStayAsTheyAre(value: Double, season: Int) {
        for method in SeriesSamples.methods(season: season) {
            guard let forecast = method.forecast([Double](repeating: value, count: 30), horizon: 5) else { continue }
            let size = max(abs(value), 1e-300)
            #expect(forecast.mean.allSatisfy { abs($0 - value) <= 1e-6 * size }, "\(method.name) \(forecast.mean)")
            #expect(forecast.errors.allSatisfy { abs($0) <= 1e-6 * size }, "\(method.name)")
            #expect(forecast.deviation.allSatisfy { $0 <= 1e-6 * size }, "\(method.name)")
        }
    }

    @Test(arguments: 0...30) func shortSeriesHaveAnAnswerOrNone(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let values = (0..<count).map { _ in 10 + random.normal() }
        for method in SeriesSamples.methods(season: 12) {
            guard let forecast = method.forecast(values, horizon: 3) else { continue }
            let numbers = forecast.mean + forecast.errors + forecast.deviation
            #expect(numbers.allSatisfy { $0.isFinite }, "\(method.name)")
            // Noise about ten: nobody who has seen it expects anything far off.
            #expect(count < 8 || forecast.mean.allSatisfy { $0 > -20 && $0 < 40 }, "\(method.name) \(forecast.mean)")
        }
    }

    /// Adding a constant to the series adds it to the forecasts of whatever has only additive parts.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func additiveMethodsMoveWithTheSeries(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(4, count: 50, random: &random).map { $0 - 1000 }
        let methods: [any SeriesMethod] = [
            SeasonalNaive(season: 4), ExponentialSmoothing(), ETS.holt, ETS.damped, ETS(season: 4),
            Theta(.standard), Theta(.dynamicStandard), Deseasonalised(ExponentialSmoothing(), season: 4),
        ]
        for method in methods {
            let (one, other) = try (
                #require(method.forecast(values, horizon: 6)),
                #require(method.forecast(values.map { $0 + 256 }, horizon: 6))
            )
            #expect(areClose(other.mean, one.mean.map { $0 + 256 }, relative: 1e-5), "\(method.name)")
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func theFirstDeviationIsThatOfTheErrors(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(4, count: 80, random: &random)
        for method in SeriesSamples.methods(season: 4) {
            let forecast = try #require(method.forecast(values, horizon: 8))
            let usual = (forecast.errors.reduce(0) { $0 + $1 * $1 } / Double(forecast.errors.count)).squareRoot()
            #expect(forecast.deviation[0] > 0.6 * usual && forecast.deviation[0] < 1.7 * usual, "\(method.name)")
        }
    }
}
