public import FlywheelKit

/// A stretch of time in which something counts: later than its beginning, and up to its end.
///
/// The end belongs to it, so that what a turn saw at the moment of judging is in the newest window.
public struct MetricWindow: Hashable, Sendable {
    /// Just before its beginning.
    public let after: Instant
    /// Its last moment.
    public let through: Instant

    /// The stretch between two moments.
    /// - Precondition: `after` is not later than `through`.
    public init(after: Instant, through: Instant) {
        precondition(after <= through, "a window does not end before it begins, found \(after) to \(through)")
        self.after = after
        self.through = through
    }

    /// Whether a moment lies in it.
    public func contains(_ moment: Instant) -> Bool { after < moment && moment <= through }

    /// Its length in days of 24 hours.
    public var days: Double { through.days(since: after) }

    /// Seconds of a week: seven days of 24 hours.
    static let weekSeconds: Int64 = 7 * 86_400

    /// The weeks it consists of, the oldest first; that one is shorter where it does not begin with a week.
    public var weeks: [MetricWindow] {
        let count = Int((through.seconds - after.seconds + Self.weekSeconds - 1) / Self.weekSeconds)
        return Self.weeks(count, through: through).map {
            MetricWindow(after: max(after, $0.after), through: $0.through)
        }
    }

    /// So many whole weeks up to a moment together, and at least one.
    public static func newest(_ weeks: Int, through end: Instant) -> MetricWindow {
        MetricWindow(after: end.advanced(bySeconds: -Int64(max(1, weeks)) * weekSeconds), through: end)
    }

    /// Whole weeks up to a moment, the oldest first. They end there and not on a Sunday, so that none is cut short.
    public static func weeks(_ count: Int, through end: Instant) -> [MetricWindow] {
        (0..<Int64(max(0, count))).reversed().map { back in
            let through = end.advanced(bySeconds: -back * weekSeconds)
            return MetricWindow(after: through.advanced(bySeconds: -weekSeconds), through: through)
        }
    }
}
