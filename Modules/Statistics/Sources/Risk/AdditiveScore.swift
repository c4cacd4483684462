#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A risk as the sum of what a few named numbers say of it, each by a table: every score can be taken apart to its parts.
///
/// It is a generalised additive model with the logistic link and steps for curves. Source: T. Hastie and R. Tibshirani,
/// "Generalized Additive Models", Statistical Science 1, 1986.
public struct AdditiveScore: Hashable, Sendable {
    /// The log odds to which the parts add; of a fitted score those of an average sample.
    public let base: Double
    /// The tables, in the order in which values are given.
    public let parts: [ScorePart]

    /// Creates a score from its tables.
    public init(base: Double, parts: [ScorePart]) {
        self.base = base
        self.parts = parts
    }

    /// What each value adds to the log odds.
    ///
    /// - Parameter values: one a part; `nil` where it is not known.
    public func points(for values: [Double?]) -> [Double] {
        precondition(values.count == parts.count, "a score of \(parts.count) parts is given \(values.count) values")
        return zip(parts, values).map { $0.points(for: $1) }
    }

    /// ln(p/(1 - p)), by which to rank.
    public func logOdds(of values: [Double?]) -> Double { points(for: values).reduce(base, +) }

    /// The probability, where what is scored happens as often as what the score was fitted to. Elsewhere the ranks hold and
    /// the probability does not.
    public func probability(of values: [Double?]) -> Double { 1 / (1 + exp(-logOdds(of: values))) }
}
