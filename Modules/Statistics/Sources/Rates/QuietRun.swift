#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How likely days without a sale are by chance.
public enum QuietRun {
    /// The probability that nothing is sold where so many units are expected.
    ///
    /// It is that of the negative binomial distribution whose variance is φ times its mean, φ^(-m / (φ - 1)); at φ = 1 that
    /// is Poisson's, e^-m.
    /// - Parameters:
    ///   - mean: m, units expected over all the days; zero or more.
    ///   - dispersion: φ, how many times more days scatter than independent sales; 1 or more.
    public static func probability(expecting mean: Double, dispersion: Double) -> Double {
        precondition(mean >= 0 && dispersion >= 1, "expected \(mean) units at a dispersion of \(dispersion)")
        let excess = dispersion - 1
        // ln φ / (φ - 1), which is 1 at φ = 1.
        return exp(-mean * (excess > 0 ? log1p(excess) / excess : 1))
    }

    /// The probability that days without a sale come before all of n sales, each of which falls on any day alike.
    ///
    ///     (t / (s + t))ⁿ
    ///
    /// - Parameters:
    ///   - silence: s, the days without a sale; zero or more.
    ///   - sales: n, zero or more.
    ///   - days: t, the days that the sales fell in; zero or more, above it where there are sales.
    public static func probability(of silence: Double, before sales: Int, in days: Double) -> Double {
        precondition(
            silence >= 0 && sales >= 0 && (days > 0 || days == 0 && sales == 0),
            "found \(sales) sales in \(days) days after a silence of \(silence)")
        return sales > 0 ? pow(days / (silence + days), Double(sales)) : 1
    }
}
