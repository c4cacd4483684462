import Calendars
import FlywheelHost

extension FuzzTarget {
    /// The configuration file: a configuration, or an error.
    static let configuration = FuzzTarget("configuration") { bytes in
        guard let yaml = String(validating: bytes, as: UTF8.self) else { return }
        do {
            _ = try Configuration(yaml: yaml, zones: ZoneFiles())
        } catch {
            try hold(!"\(error)".isEmpty, "expected a reason")
        }
    }

    /// A compiled time zone: refused, or one that knows the time of day at every instant.
    static let zone = FuzzTarget("zone") { bytes in
        let zone: TimeZoneTable
        do throws(ZoneFileError) {
            zone = try TimeZoneTable(identifier: "Fuzz", tzif: bytes)
        } catch {
            return try hold((0...bytes.count).contains(error.offset), "offset \(error.offset) of \(bytes.count)")
        }
        for instant in [Int64.min, -2_000_000_000, 0, 1_800_000_000, 9_000_000_000, .max] {
            let (day, second) = zone.localTime(at: instant)
            try hold((0..<86_400).contains(second), "second \(second) of day \(day)")
            let start = zone.startOfDay(day)
            try hold(start <= zone.instant(day: day, secondOfDay: second), "day \(day) begins at \(start)")
        }
    }
}
