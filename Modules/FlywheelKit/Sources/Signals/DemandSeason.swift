/// How much more or less than in an ordinary week is asked for in a listing: by the course of the year, and on days of deals.
///
/// Published only where some week is no ordinary one. A rate of sale estimated with what past weeks count for is that of an
/// ordinary week; times what a coming week counts for, it is that week's.
public struct DemandSeason: Signal, Hashable {
    /// `demand.season/1`.
    public static let key = SignalKey("demand.season/1")

    /// Weeks either way that are told apart; the last one stands for all beyond it.
    public static let weeks = 16

    /// For how many ordinary days a day of each past week counts; the first week ends with the day before the look.
    public let past: SIMD16<Float>
    /// The same of each coming week; the first begins with the day of the look.
    public let ahead: SIMD16<Float>

    /// - Precondition: no week counts for less than nothing.
    public init(past: SIMD16<Float>, ahead: SIMD16<Float>) {
        precondition(past.min() >= 0 && ahead.min() >= 0, "a week counts for no less than nothing")
        self.past = past
        self.ahead = ahead
    }

    /// For how many ordinary days a past day counts, 1 being the day before the look.
    public func index(daysAgo: Int) -> Double { Double(past[min(Self.weeks, (max(1, daysAgo) + 6) / 7) - 1]) }
}
