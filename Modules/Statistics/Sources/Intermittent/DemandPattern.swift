/// How regularly something is asked for, and in how even amounts.
///
/// A. Syntetos, J. Boylan and J. Croston, On the categorization of demand patterns, 2005: above the two limits Croston's
/// method with the bias correction errs less than exponential smoothing, below them more.
public struct DemandPattern: Hashable, Sendable {
    /// The four classes of demand.
    public enum Class: String, Hashable, Sendable, CaseIterable {
        /// Often, in even amounts.
        case smooth
        /// Seldom, in even amounts.
        case intermittent
        /// Often, in uneven amounts.
        case erratic
        /// Seldom, in uneven amounts.
        case lumpy
    }

    /// Mean periods between demands at and above which demand is seldom.
    public static let intervalLimit = 1.32
    /// Squared coefficient of variation at and above which amounts are uneven.
    public static let variationLimit = 0.49

    /// Periods per period with demand, 1 or more.
    public let interval: Double
    /// The variance of the amounts above zero over their squared mean; 0 where there is only one.
    public let sizeVariation: Double

    /// Measures a series, one value a period.
    ///
    /// - Parameter values: amounts; `nil` where a period is unknown, which counts for nothing. Amounts below zero count as
    ///   periods without demand.
    /// - Returns: nil where nothing was asked for: there is no pattern then.
    @inlinable public init?(_ values: some Collection<Double?>) {
        var (periods, demands, mean, squares) = (0.0, 0.0, 0.0, 0.0)
        for case let value? in values {
            periods += 1
            guard value > 0 else { continue }
            demands += 1
            // Welford's recursion: sums of squares of large, even amounts would cancel.
            let distance = value - mean
            mean += distance / demands
            squares += distance * (value - mean)
        }
        guard demands > 0 else { return nil }
        interval = periods / demands
        sizeVariation = demands > 1 ? squares / (demands - 1) / (mean * mean) : 0
    }

    /// The class by the two limits.
    @inlinable public var kind: Class {
        switch (interval >= Self.intervalLimit, sizeVariation >= Self.variationLimit) {
        case (false, false): .smooth
        case (true, false): .intermittent
        case (false, true): .erratic
        case (true, true): .lumpy
        }
    }
}
