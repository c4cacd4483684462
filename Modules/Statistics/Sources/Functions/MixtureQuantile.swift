/// The smallest value in `bracket` whose cumulative probability reaches `p`, found by bisection.
///
/// For distributions that have no quantile of their own, such as a mixture with a lump at zero: the only thing asked of
/// `cdf` is that it never falls. The result is at most `tolerance` times the bracket's width above the true value and
/// never below it, and `cdf(result) >= p`; jumps are met on their right side. A bracket that begins at or above
/// the quantile gives its lower bound, and one that ends below it its upper bound.
/// - Parameters:
///   - cdf: The probability of a value at or below its argument; called about 30 times at the default tolerance.
///   - p: From 0 to 1.
///   - bracket: Finite bounds to search in.
///   - tolerance: Above zero, as a share of the bracket's width.
public func quantile(
    of cdf: (Double) -> Double, _ p: Double, in bracket: ClosedRange<Double>, tolerance: Double = 1e-9
) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
    precondition(tolerance > 0, "a tolerance must be above zero, found \(tolerance)")
    var (low, high) = (bracket.lowerBound, bracket.upperBound)
    let width = high - low
    precondition(width.isFinite, "a quantile is searched between finite bounds, found \(bracket)")
    if cdf(low) >= p { return low }
    if cdf(high) < p { return high }
    while high - low > tolerance * width {
        let middle = low + (high - low) / 2
        guard middle > low && middle < high else { break }
        if cdf(middle) >= p { high = middle } else { low = middle }
    }
    return high
}
