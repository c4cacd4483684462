/// Location and scale that a few wild values cannot move.
///
/// Values must be finite; NaN and the infinities are programmer errors and stop the program.
public enum Robust {
    /// What the median absolute deviation of a normal distribution is multiplied by to give its standard deviation:
    /// 1 / Φ⁻¹(¾).
    public static let normalConsistency = 1.482602218505602

    /// The middle value, or the mean of the middle two; nil without values.
    public static func median(of values: [Double]) -> Double? {
        quantile(of: values, 0.5)
    }

    /// The median of the distances from the median, unscaled; nil without values.
    public static func medianAbsoluteDeviation(of values: [Double]) -> Double? {
        median(of: values).flatMap { middle in median(of: values.map { abs($0 - middle) }) }
    }

    /// The sample quantile of type 7, linear between the order statistics around (n - 1)p; nil without values.
    ///
    /// Source: R. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996.
    public static func quantile(of values: [Double], _ p: Double) -> Double? {
        precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
        precondition(values.allSatisfy(\.isFinite), "robust statistics expect finite values")
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let position = Double(sorted.count - 1) * p
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        let share = position - Double(below)
        // Weighted ends stay between them, where a difference of huge values of either sign would overflow.
        return sorted[below] == sorted[above] ? sorted[below] : (1 - share) * sorted[below] + share * sorted[above]
    }
}
