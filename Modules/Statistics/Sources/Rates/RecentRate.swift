#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The rate of sale as it was known on each day of a history, counted forward: units over days of full exposure, of which
/// each is worth half as much after a half-life.
///
/// After the same days it is the rate that ``RunRate`` estimates from ``ExposedUnits`` without a prior.
@frozen
public struct RecentRate: Hashable, Sendable {
    /// Σwy, units so far, weighted.
    public private(set) var units = 0.0
    /// Σwe, days of full exposure so far, weighted.
    public private(set) var exposure = 0.0
    private let decay: Double

    /// Nothing yet.
    ///
    /// - Parameter halfLifeDays: days back at which a day counts half, above zero.
    public init(halfLifeDays: Double) {
        precondition(halfLifeDays > 0, "a half-life must be above zero days")
        decay = exp2(-1 / halfLifeDays)
    }

    /// Lets a day pass.
    ///
    /// - Parameters:
    ///   - units: units sold on it, finite; nil where they are unknown or the day says nothing.
    ///   - exposure: the share of one full day, zero or more.
    public mutating func addDay(units: Double?, exposure: Double) {
        self.units *= decay
        self.exposure *= decay
        guard let units else { return }
        self.units += units
        self.exposure += exposure
    }

    /// Units per day of full exposure; nil before any.
    public var rate: Double? { exposure > 0 ? units / exposure : nil }
}
