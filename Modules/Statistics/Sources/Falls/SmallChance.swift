#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a small probability of a result by chance alone says of there being something behind it.
public enum SmallChance {
    /// How rare it is, −log10 p: 6 is one case in a million; 300 at most.
    public static func decimalRarity(_ p: Double) -> Double { p > 1e-300 ? -log10(p) : 300 }

    /// The probability that something is behind it, at most: the odds of it grow by no more than
    ///
    ///     1 / (−e p ln p)
    ///
    /// for p below 1/e (T. Sellke, M. Bayarri and J. Berger, "Calibration of p values for testing precise null
    /// hypotheses", The American Statistician 55, 2001), and not at all above.
    ///
    /// - Parameters:
    ///   - p: the probability of such a result or a more extreme one, where nothing is behind it; 0 to 1.
    ///   - odds: those of something being behind it before the result was seen; above zero.
    public static func probabilityOfCause(chance p: Double, odds: Double) -> Double {
        precondition((0...1).contains(p) && odds > 0, "expected a probability and odds, found \(p) and \(odds)")
        guard p < exp(-1) else { return odds / (1 + odds) }
        guard p > 0 else { return 1 }
        return 1 / (1 - exp(1) * p * log(p) / odds)
    }
}
