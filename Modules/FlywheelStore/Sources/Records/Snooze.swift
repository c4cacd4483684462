public import FlywheelKit

/// Why nobody is to look at an exception for now, and until when.
public struct Snooze: Hashable, Sendable, Codable {
    /// When it returns by itself.
    public var until: Instant
    /// Why, in a word; `nil` when the reason is a note of the same moment, on it or on the group it was put off with.
    public var reason: String?
    /// Who snoozed it.
    public var by: String
    /// When.
    public var at: Instant
    /// What it counted for then; `nil` when it was unpriced.
    public var worth: Money?

    /// A snooze.
    public init(until: Instant, reason: String?, by: String, at: Instant, worth: Money?) {
        self.until = until
        self.reason = reason
        self.by = by
        self.at = at
        self.worth = worth
    }

    /// Whether a loss is so much larger than what was snoozed that it calls for another decision: at least half as much
    /// again, or an amount where there was none to decide on.
    public func isOutgrown(by now: Money?) -> Bool {
        guard let now else { return false }
        guard let worth, worth.currency == now.currency else { return true }
        return now.minorUnits > worth.minorUnits && Int128(now.minorUnits) * 2 >= Int128(worth.minorUnits) * 3
    }
}
