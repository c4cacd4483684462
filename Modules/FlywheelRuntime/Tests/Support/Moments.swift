import Calendars
import FlywheelKit
import FlywheelRuntime

extension Instant {
    /// 2026-11-20T12:00:00Z, a Friday.
    static let noon = Instant(seconds: 1_795_176_000)

    /// The moment so many days later.
    static func + (instant: Instant, days: Double) -> Instant { instant.advanced(byDays: days) }

    /// The moment so many days earlier.
    static func - (instant: Instant, days: Double) -> Instant { instant.advanced(byDays: -days) }

    /// The first moment of a day, in UTC.
    init(startOf day: Day) { self.init(seconds: Int64(day.epochDays) * 86_400) }
}

extension Day {
    /// 2026-11-20.
    static let today = Instant.noon.utcDay

    /// The day so many days earlier.
    static func ago(_ days: Int) -> Day { today.advanced(by: -days) }
}

extension Zones {
    /// Every marketplace keeps universal time.
    static let utc = Zones { _ in nil }
}

/// The zone of the Pacific coast by its rule of 2007, put together as a zone file without a table.
func pacific() throws -> TimeZoneTable {
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts
    let universal: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    let block = header + universal
    return try TimeZoneTable(
        identifier: "America/Los_Angeles", tzif: block + block + Array("\nPST8PDT,M3.2.0,M11.1.0\n".utf8))
}
