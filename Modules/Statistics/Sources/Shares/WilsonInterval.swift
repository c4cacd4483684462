#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An interval for a share of which so many of so many trials are known: the shares that a score test does not reject.
///
/// With p̂ = s/n and z the normal quantile, (p̂ + z²/2n ± z·√(p̂(1 - p̂)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1 and
/// is honest for few trials, where p̂ ± z·√(p̂(1 - p̂)/n) is not. Source: E. B. Wilson, "Probable inference, the law of
/// succession, and statistical inference", JASA 22 (1927).
public struct WilsonInterval: Hashable, Sendable {
    /// The share seen.
    public let share: Double
    /// The lower bound.
    public let low: Double
    /// The upper bound.
    public let high: Double

    /// The interval, or nil without trials.
    ///
    /// - Parameter confidence: the probability with which such an interval holds the share, between 0 and 1.
    /// - Precondition: `successes` lie in 0 to `trials`.
    public init?(successes: Int, trials: Int, confidence: Double = 0.8) {
        precondition(successes >= 0 && successes <= trials, "\(successes) of \(trials) are no share")
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        guard trials > 0 else { return nil }
        let n = Double(trials)
        let seen = Double(successes) / n
        let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
        let centre = seen + z * z / (2 * n)
        let reach = z * (seen * (1 - seen) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        share = seen
        low = max(0, (centre - reach) / whole)
        high = min(1, (centre + reach) / whole)
    }
}
