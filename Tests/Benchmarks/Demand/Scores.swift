import BenchmarkScores
import Statistics

/// Means over the series of a set.
struct Scores {
    private var (squared, absolute, scaled) = (0.0, 0.0, 0)
    private var losses = [Double](repeating: 0, count: Forecast.levels.count)
    private var (misses, inside, periods) = (0.0, 0, 0)

    /// The root mean squared and mean absolute scaled errors, over series whose training part changes.
    var rootMeanSquaredScaledError: Double { squared / Double(scaled) }
    var meanAbsoluteScaledError: Double { absolute / Double(scaled) }
    /// Forecast − actual, units a period.
    var bias: Double { misses / Double(periods) }
    /// The share of actual values from P10 to P90.
    var coverage: Double { Double(inside) / Double(periods) }
    /// Pinball loss at a level over the scale of absolute errors.
    func loss(_ level: Int) -> Double { losses[level] / Double(scaled) }

    /// Adds a series: forecasts and what happened, from all origins.
    mutating func add(_ forecast: Forecast, actual: [Double], scale: ErrorScale?) {
        for (step, value) in actual.enumerated() {
            misses += forecast.mean[step] - value
            if forecast.quantiles[0][step] <= value && value <= forecast.quantiles[2][step] { inside += 1 }
        }
        periods += actual.count
        guard let scale,
            let rootMeanSquared = scale.rootMeanSquaredScaledError(of: forecast.mean, against: actual),
            let meanAbsolute = scale.meanAbsoluteScaledError(of: forecast.mean, against: actual)
        else { return }
        squared += rootMeanSquared
        absolute += meanAbsolute
        for (place, level) in Forecast.levels.enumerated() {
            let loss = Accuracy.pinballLoss(of: forecast.quantiles[place], level: level, against: actual) ?? 0
            losses[place] += loss / scale.meanAbsolute
        }
        scaled += 1
    }
}
