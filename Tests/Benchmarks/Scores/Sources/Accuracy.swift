/// How far point forecasts fell from what happened, in the units of the series.
///
/// Forecasts and actual values go in pairs, and as many of the one as of the other must be given. Every measure is `nil`
/// where there is nothing to measure. Absolute and percentage errors reward forecasting the median, which is zero for
/// most slow sellers: choose among methods by squared error or by the loss of a quantile, and say the bias beside it
/// (S. Kolassa, Evaluating predictive count data distributions in retail sales forecasting, 2016).
public enum Accuracy {
    /// Mean of |forecast − actual|.
    @inlinable public static func meanAbsoluteError(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        mean(forecast, actual) { abs($0 - $1) }
    }

    /// Mean of (forecast − actual)².
    @inlinable public static func meanSquaredError(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        mean(forecast, actual) { ($0 - $1) * ($0 - $1) }
    }

    /// Mean of forecast − actual: above zero where too much was forecast.
    @inlinable public static func bias(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        mean(forecast, actual) { $0 - $1 }
    }

    /// The symmetric mean absolute percentage error, 0 to 200: mean of 200·|forecast − actual| / (|forecast| + |actual|),
    /// zero where both are zero.
    ///
    /// S. Makridakis and M. Hibon, The M3-Competition, 2000, there without the absolute values in the divisor. It is 200
    /// for every forecast of a period in which nothing was sold: unfit for series with zeros.
    @inlinable public static func symmetricPercentageError(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        mean(forecast, actual) { $0 == $1 ? 0 : 200 * abs($0 - $1) / (abs($0) + abs($1)) }
    }

    /// The pinball loss of quantiles forecast at `level`, 0 to 1: mean of level·(actual − quantile) where the actual value
    /// is above, (1 − level)·(quantile − actual) where it is below.
    ///
    /// Its expectation is least at the true quantile; at a half it is half the mean absolute error (R. Koenker and
    /// G. Bassett, Regression Quantiles, 1978).
    @inlinable public static func pinballLoss(
        of quantiles: some Collection<Double>, level: Double, against actual: some Collection<Double>
    ) -> Double? {
        mean(quantiles, actual) { max(level * ($1 - $0), (1 - level) * ($0 - $1)) }
    }

    /// The share of actual values, 0 to 1, from `lower` to `upper`, both included.
    @inlinable public static func coverage(
        from lower: some Collection<Double>, to upper: some Collection<Double>, of actual: some Collection<Double>
    ) -> Double? {
        precondition(
            lower.count == actual.count && upper.count == actual.count,
            "found \(lower.count) lower and \(upper.count) upper bounds for \(actual.count) values")
        guard !actual.isEmpty else { return nil }
        let inside = zip(zip(lower, upper), actual).count { $0.0 <= $1 && $1 <= $0.1 }
        return Double(inside) / Double(actual.count)
    }

    @inlinable static func mean(
        _ forecast: some Collection<Double>, _ actual: some Collection<Double>,
        _ loss: (_ forecast: Double, _ actual: Double) -> Double
    ) -> Double? {
        precondition(
            forecast.count == actual.count, "found \(forecast.count) forecasts for \(actual.count) values")
        guard !actual.isEmpty else { return nil }
        var sum = 0.0
        for (forecast, actual) in zip(forecast, actual) { sum += loss(forecast, actual) }
        return sum / Double(actual.count)
    }
}
