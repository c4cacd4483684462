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
        guard trials > 0 else { return nil }
        self.init(share: Double(successes) / Double(trials), trials: Double(trials), confidence: confidence)
    }

    /// The interval of a share that was seen on so many effective trials, which need not be whole: weighted ones count for
    /// (Σw)²/Σw² (L. Kish, Survey Sampling, 1965); nil without trials.
    ///
    /// - Precondition: `share` lies in 0 to 1.
    public init?(share: Double, trials n: Double, confidence: Double = 0.8) {
        guard n > 0 else { return nil }
        precondition(share >= 0 && share <= 1, "a share lies from 0 to 1, found \(share)")
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
        let centre = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        self.share = share
        // At the ends the exact bound is the share itself, which the subtraction misses by its last bit.
        low = share == 0 ? 0 : max(0, (centre - reach) / whole)
        high = share == 1 ? 1 : min(1, (centre + reach) / whole)
    }
}
