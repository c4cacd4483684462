import Calendars
public import FlywheelKit

/// How much of a service level was kept, as everybody may read it.
public struct AttainedLevel: Hashable, Sendable {
    /// What was promised.
    public let level: ServiceLevel
    /// From when; up to the moment it is looked at from.
    public let since: Instant
    /// Promises kept, or seconds that the component was up.
    public let kept: Int64
    /// Promises kept or missed, or seconds that the component was watched.
    public let told: Int64
    /// What has to be told before a share is stated, in promises or seconds.
    public let least: Int64

    /// The share that was kept, in ten-thousandths; `nil` where there is too little to say.
    ///
    /// Rounded once, as the desk's own figures are, so that both show the same digits.
    public var share: Int? {
        guard told >= least, told > 0 else { return nil }
        return Int((Double(kept) / Double(told) * 10_000).rounded())
    }

    /// Whether the target was reached, by the exact numbers: rounding never makes it so. `nil` where there is too little to
    /// say.
    public var isMet: Bool? { share.map { _ in kept * 10_000 >= told * Int64(level.target) } }
}

extension ServiceLevel.Window {
    /// When it begins, looked at from a moment.
    ///
    /// - Parameter zone: whose months they are.
    func start(before now: Instant, in zone: TimeZoneTable) -> Instant {
        switch self {
        case .rolling28Days: return now.advanced(byDays: -28)
        case .calendarMonth:
            let today = zone.localDay(at: now.seconds)
            let first = today - Int32(CivilDate(daysSinceEpoch: today).day - 1)
            return Instant(seconds: zone.startOfDay(first))
        }
    }
}
