public import FlywheelKit

/// What the tier of a listing is decided from.
public struct TieredListing: Hashable, Sendable {
    /// A tier set by a person: a launch, a strategic listing.
    public struct Pin: Hashable, Sendable {
        /// The tier.
        public let tier: Tier
        /// The last day it holds.
        public let until: Day

        /// Pins a tier until the end of a day.
        public init(_ tier: Tier, until: Day) {
            self.tier = tier
            self.until = until
        }
    }

    /// Minor units of the reporting currency over the weeks of ``Tiering/weeks``: what it would have earned with
    /// nothing wrong, not what was booked. `nil` when it is unknown.
    public let revenue: Int64?
    /// The tier it has; `nil` when it never had one.
    public let current: Tier?
    /// The day the oldest of its open exceptions was opened; `nil` when none is open.
    public let troubledSince: Day?
    /// A tier set by a person.
    public let pin: Pin?

    /// Describes a listing.
    ///
    /// - Precondition: revenue is not below zero.
    public init(revenue: Int64?, current: Tier?, troubledSince: Day? = nil, pin: Pin? = nil) {
        precondition((revenue ?? 0) >= 0, "revenue is zero or more, found \(revenue ?? 0)")
        self.revenue = revenue
        self.current = current
        self.troubledSince = troubledSince
        self.pin = pin
    }
}

/// A listing's tier and why it has it.
public struct TierDecision: Hashable, Sendable {
    /// What decided.
    public enum Reason: String, Hashable, Sendable, Codable {
        /// A person pinned it.
        case pinned
        /// An exception is open, so it keeps the tier it had: trouble must not demote what it troubles.
        case frozen
        /// Its place by revenue.
        case revenue
        /// Its revenue is unknown, so it keeps the tier it had, or has none.
        case unknown
    }

    /// The tier; `nil` when nothing is known to decide it from.
    public let tier: Tier?
    /// What decided.
    public let reason: Reason
}
