public import FlywheelKit

/// What the tier of a listing is decided from.
public struct TieredListing: Hashable, Sendable {
    /// Minor units of the reporting currency: what it would earn over the coming ``Tiering/weeks`` with nothing wrong, not what
    /// was booked. `nil` when it is unknown.
    public let revenue: Int64?
    /// The tier it has; `nil` when it never had one.
    public let current: Tier?
    /// The day the oldest of its open exceptions was opened; `nil` when none is open.
    public let troubledSince: Day?

    /// Describes a listing.
    ///
    /// - Precondition: revenue is not below zero.
    public init(revenue: Int64?, current: Tier?, troubledSince: Day? = nil) {
        precondition((revenue ?? 0) >= 0, "revenue is zero or more, found \(revenue ?? 0)")
        self.revenue = revenue
        self.current = current
        self.troubledSince = troubledSince
    }
}
