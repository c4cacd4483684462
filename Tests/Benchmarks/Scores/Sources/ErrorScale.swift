/// The size of errors that is usual for one series: those of the naive forecast over its training part.
///
/// Errors divided by it can be compared and averaged over series that sell much and series that sell little. The scale
/// must come from the training part alone, so that it is the same for every method and tells nothing of the test part.
public struct ErrorScale: Hashable, Sendable {
    /// Mean of |yₜ − yₜ₋ₘ|.
    public let meanAbsolute: Double
    /// Mean of (yₜ − yₜ₋ₘ)².
    public let meanSquared: Double

    /// Takes the scale of a training part, oldest first.
    ///
    /// - Parameter season: m, the periods back that the naive forecast looks; 1 for the value before.
    /// - Returns: nil where the training part has no two values `season` apart or none that differ: errors have no
    ///   scale there, and the series is left out of means over series.
    @inlinable public init?(training: some RandomAccessCollection<Double>, season: Int = 1) {
        precondition(season >= 1, "found a season of \(season) periods")
        guard training.count > season else { return nil }
        var (absolute, squared) = (0.0, 0.0)
        for (value, before) in zip(training.dropFirst(season), training) {
            absolute += abs(value - before)
            squared += (value - before) * (value - before)
        }
        guard absolute > 0 else { return nil }
        let count = Double(training.count - season)
        (meanAbsolute, meanSquared) = (absolute / count, squared / count)
    }

    /// The mean absolute scaled error (R. Hyndman and A. Koehler, Another look at measures of forecast accuracy, 2006):
    /// below 1 where the forecasts erred less than the naive one does a single period ahead.
    ///
    /// - Returns: nil where there is nothing to measure.
    @inlinable public func meanAbsoluteScaledError(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        Accuracy.meanAbsoluteError(of: forecast, against: actual).map { $0 / meanAbsolute }
    }

    /// The root mean squared scaled error, by which the M5 competition judged (S. Makridakis, E. Spiliotis and
    /// V. Assimakopoulos, M5 accuracy competition, 2022; there the training part begins at the first sale).
    ///
    /// - Returns: nil where there is nothing to measure.
    @inlinable public func rootMeanSquaredScaledError(
        of forecast: some Collection<Double>, against actual: some Collection<Double>
    ) -> Double? {
        Accuracy.meanSquaredError(of: forecast, against: actual).map { ($0 / meanSquared).squareRoot() }
    }
}
