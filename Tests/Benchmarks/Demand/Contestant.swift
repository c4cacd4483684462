import Statistics

/// A forecast of some periods, with quantiles at `levels`.
struct Forecast {
    static let levels = [0.1, 0.5, 0.9, 0.95]

    let mean: [Double]
    /// A row for each level.
    let quantiles: [[Double]]
}

/// Something that forecasts.
struct Contestant: Sendable {
    let name: String
    /// Whether it is told what all series of the set do together, and how far off their levels were.
    var seesAll = false
    let forecast: @Sendable (_ training: [Double], _ seasonLength: Int, _ horizon: Int, DemandSet.Together) -> Forecast?

    static let ours = automatic("automatic") { _ in [] }
    static let together = automatic("automatic, together", seesAll: true) { _ in [] }
    /// With the dearer methods for what sells often.
    static let thorough = automatic("automatic, thorough") { [Combination.etsAndTheta(season: $0)] }

    private static func automatic(
        _ name: String, seesAll: Bool = false, methods: @escaping @Sendable (_ seasonLength: Int) -> [any SeriesMethod]
    ) -> Contestant {
        Contestant(name: name, seesAll: seesAll) { training, seasonLength, horizon, together in
            let engine = AutomaticForecast(
                seasonLength: seasonLength, horizon: horizon, levels: Forecast.levels, methods: methods(seasonLength))
            return engine.forecast(training, common: together.course, usualError: together.usualError)
                .map { Forecast(mean: $0.mean, quantiles: $0.quantiles) }
        }
    }

    static let all =
        [ours, together, thorough]
        + ([
            RunningMean(), TeunterSyntetosBabai(), GridSmoothing(), Croston(), Croston(.optimised),
            Croston(correctsBias: true),
            TemporalAggregation.adida, TemporalAggregation.imapa,
        ] as [any SeriesMethod]).map(normal)

    /// A method with the normal band of its errors one step ahead, cut at zero.
    private static func normal(_ method: any SeriesMethod) -> Contestant {
        Contestant(name: method.name) { training, _, horizon, _ in
            guard let said = method.forecast(training, horizon: horizon) else { return nil }
            let squares = said.errors.reduce(0) { $0 + $1 * $1 }
            let deviation = (squares / Double(max(1, said.errors.count))).squareRoot()
            let quantiles = Forecast.levels.map { level in
                said.mean.map { max(0, $0 + deviation * SpecialFunctions.normalQuantile(level)) }
            }
            return Forecast(mean: said.mean, quantiles: quantiles)
        }
    }
}

/// Exponential smoothing from the first value, with the weight of 0.05, 0.1 … 0.95 that erred least one step ahead.
struct GridSmoothing: SeriesMethod {
    var name: String { "ses-opt" }

    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard let first = values.first else { return nil }
        var (best, least) = ((level: first, errors: [Double]()), Double.infinity)
        for step in 1...19 {
            let weight = Double(step) / 20
            var (level, errors) = (first, [Double]())
            for value in values.dropFirst() {
                errors.append(value - level)
                level += weight * (value - level)
            }
            let squares = errors.reduce(0) { $0 + $1 * $1 }
            if squares < least { (best, least) = ((level, errors), squares) }
        }
        return SeriesForecast(mean: Array(repeating: best.level, count: horizon), errors: best.errors, method: name)
    }
}
