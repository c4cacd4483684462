#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The evidence of counts for their rate having become another, for a ``CumulativeSum``.
///
/// A count y where m was expected is Poisson with mean m before the change and m·f after it, so its log-likelihood ratio
/// is
///
///     y ln f − m (f − 1)
///
/// (J. Lucas, "Counted data CUSUM's", Technometrics 27, 1985.) Counts that scatter φ times more than independent ones say
/// φ times less, as in a quasi-likelihood (P. McCullagh and J. Nelder, Generalized Linear Models, 1989, chapter 9).
@frozen
public struct RateShift: Hashable, Sendable {
    /// How many times the rate before is the rate after; above zero and not 1.
    public let factor: Double
    @usableFromInline let logarithm: Double

    /// A change of the rate to so many times what it was.
    ///
    /// Changes larger than this are found as well, and sooner; smaller ones down to about half of it, later.
    public init(factor: Double) {
        precondition(factor > 0 && factor.isFinite && factor != 1, "a factor above zero and not 1, found \(factor)")
        self.factor = factor
        logarithm = log(factor)
    }

    /// The evidence of one period.
    ///
    /// - Parameters:
    ///   - units: what was counted; zero or more.
    ///   - expected: m, what was expected without a change; zero or more.
    ///   - dispersion: φ, how many times more the counts scatter than independent ones; 1 or more.
    @inlinable
    public func evidence(units: Double, expected: Double, dispersion: Double) -> Double {
        (units * logarithm - expected * (factor - 1)) / dispersion
    }

    /// The periods of a change to just this factor until their evidence reaches a pile on average: the pile over what a
    /// period says, m (f ln f − f + 1) / φ.
    ///
    /// - Parameters:
    ///   - pile: the evidence to be reached; zero or more.
    ///   - expected: m, what was expected of a period before the change; above zero.
    ///   - dispersion: φ, 1 or more.
    public func periods(toReach pile: Double, expected: Double, dispersion: Double) -> Double {
        pile * dispersion / (expected * (factor * logarithm - factor + 1))
    }
}
