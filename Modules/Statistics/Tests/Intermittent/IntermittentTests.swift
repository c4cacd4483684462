import Statistics
import Testing

@Suite struct IntermittentTests {
    static let methods: [any SeriesMethod] = [
        Croston(), Croston(correctsBias: true), Croston(.optimised), Croston(.optimised, correctsBias: true),
        TeunterSyntetosBabai(), TeunterSyntetosBabai.optimised, TemporalAggregation.adida, TemporalAggregation.imapa,
    ]

    /// By hand: sizes 5, 3, 4 smooth to 4.72, intervals 3, 4, 2 to 2.99.
    @Test func crostonDividesSmoothedSizesByIntervals() throws {
        let croston = try #require(Croston().forecast(goldenDemand, horizon: 2))
        #expect(
            croston.mean.count == 2 && isClose(croston.mean[0], 4.72 / 2.99) && isClose(croston.mean[1], 4.72 / 2.99))
        let corrected = try #require(Croston(correctsBias: true).forecast(goldenDemand, horizon: 1))
        #expect(isClose(corrected.mean[0], 0.95 * 4.72 / 2.99))
    }

    /// By hand: the probability 0.1 · (0.9⁷ + 0.9³ + 0.9) = 0.2107 times the size 4.72.
    @Test func probabilityFallsWithEveryPeriodWithoutDemand() throws {
        let tsb = try #require(TeunterSyntetosBabai().forecast(goldenDemand, horizon: 1))
        #expect(isClose(tsb.mean[0], 0.1 * (0.4782969 + 0.729 + 0.9) * 4.72))
        let later = try #require(TeunterSyntetosBabai().forecast(goldenDemand + [0, 0, 0], horizon: 1))
        #expect(isClose(later.mean[0], tsb.mean[0] * 0.729))
        let croston = Croston()
        #expect(
            croston.forecast(goldenDemand + [0, 0], horizon: 1)?.mean
                == croston.forecast(goldenDemand, horizon: 1)?.mean)
    }

    /// The errors are of the forecasts before each demand: 0 − 5/3 three times, then 3 − 5/3, and so on.
    @Test func errorsAreThoseOneStepAhead() throws {
        let errors = try #require(Croston().forecast(goldenDemand, horizon: 1)).errors
        let expected = [-5.0 / 3, -5.0 / 3, -5.0 / 3, 3 - 5.0 / 3, -4.8 / 3.1, 4 - 4.8 / 3.1, -4.72 / 2.99]
        #expect(zip(errors, expected).allSatisfy { isClose($0, $1) } && errors.count == expected.count)
    }

    /// Values of statsforecast 2.1.1 (CrostonOptimized, IMAPA, ADIDA) on the same series; theirs cuts the newest periods
    /// off for ADIDA where they do not fill a sum, so the series is a multiple of its mean interval long.
    @Test(arguments: [
        ("croston", 1.6175221271787485), ("imapa", 1.5456340720466268), ("adida", 1.4017217719410369),
    ])
    func optimisedForecastsAreThoseOfStatsforecast(name: String, expected: Double) throws {
        let series: [Double] = [0, 2, 0, 0, 3, 0, 1, 4, 0, 0, 0, 6, 0, 2, 0, 0, 5, 1, 0, 0, 0, 3, 0, 7]
        let method: any SeriesMethod =
            switch name {
            case "croston": Croston(.optimised)
            case "imapa": TemporalAggregation.imapa
            default: TemporalAggregation.adida
            }
        let forecast = try #require(method.forecast(series, horizon: 1))
        #expect(isClose(forecast.mean[0], expected, relative: 1e-4), "\(forecast.mean[0])")
    }

    @Test(arguments: 1...20) func forecastsScaleWithTheSeriesAndStayAboveZero(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let series = (0..<40).map { _ in random.uniform() < 0.3 ? Double(1 + random.poisson(3)) : 0 }
        for method in Self.methods {
            let plain = try #require(method.forecast(series, horizon: 3))
            let scaled = try #require(method.forecast(series.map { $0 * 7 }, horizon: 3))
            #expect(plain.mean.allSatisfy { $0 >= 0 && $0.isFinite } && plain.mean.count == 3, "\(method.name)")
            #expect(plain.errors.allSatisfy { $0.isFinite })
            #expect(zip(plain.mean, scaled.mean).allSatisfy { isClose($1, $0 * 7, absolute: 1e-12) }, "\(method.name)")
        }
    }

    /// Demand in every period of the same size has nothing to smooth.
    @Test func aSteadySeriesIsForecastAsItIs() {
        for method in Self.methods {
            let expected = method.name.hasPrefix("sba") ? 0.85...0.95 : 1...1
            let mean = method.forecast(Array(repeating: 4, count: 12), horizon: 1)?.mean[0] ?? 0
            #expect(expected.contains((mean / 4 * 1e12).rounded() / 1e12), "\(method.name): \(mean)")
        }
    }

    @Test func emptySeriesHaveNoForecastAndDeadOnesForecastZero() {
        for method in Self.methods {
            #expect(method.forecast([], horizon: 2) == nil)
            #expect(method.forecast([0, 0, 0], horizon: 2)?.mean == [0, 0])
            #expect(method.forecast([3], horizon: 1)?.mean.count == 1)
        }
    }

    /// Croston's ratio expects about α/2 too much: Syntetos and Boylan's correction takes that off.
    @Test func crostonIsBiasedUpwardsAndTheCorrectionIsNot() throws {
        var random = SplitMix64(seed: 7)
        var (croston, corrected) = (0.0, 0.0)
        for _ in 0..<400 {
            let series = (0..<200).map { _ in random.uniform() < 0.25 ? 4.0 : 0 }
            croston += try #require(Croston(.fixed(0.3)).forecast(series, horizon: 1)).mean[0] / 400
            corrected +=
                try #require(Croston(.fixed(0.3), correctsBias: true).forecast(series, horizon: 1)).mean[0] / 400
        }
        #expect(croston > 1.08, "\(croston)")
        #expect(abs(corrected - 1) < 0.06, "\(corrected)")
    }
}
