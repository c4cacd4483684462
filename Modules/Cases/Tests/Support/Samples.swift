import Calendars
import Cases
import FlywheelKit
import Foundation
import Testing

/// Calendars, moments and cases that the tests of clocks and routing share. 20 November 2026 is a Friday.
enum Samples {
    /// A zone of the system's database.
    static func zone(_ name: String) throws -> TimeZoneTable {
        let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"))
        return try TimeZoneTable(identifier: name, tzif: Array(bytes))
    }

    /// Monday to Friday; hours in whole hours and minutes, `9.5` for 09:30.
    static func weekdays(
        _ spans: [ClosedRange<Double>] = [9...17], in zone: TimeZoneTable = .utc, closed: [String] = []
    ) throws -> BusinessCalendar {
        let hours = try OpeningHours(spans.map { Int($0.lowerBound * 3_600)..<Int($0.upperBound * 3_600) })
        return BusinessCalendar(
            zone: zone, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) }),
            holidays: Dictionary(uniqueKeysWithValues: try closed.map { (try #require(CivilDate($0)), .closed) }))
    }

    /// The moment of a text such as `2026-11-20 16:30`, in a zone.
    static func at(_ text: String, in zone: TimeZoneTable = .utc) throws -> Instant {
        let day = try #require(CivilDate(String(text.prefix(10))))
        let time = text.suffix(5).split(separator: ":").compactMap { Int($0) }
        try #require(time.count == 2)
        return Instant(
            seconds: zone.instant(day: day.daysSinceEpoch, secondOfDay: time[0] * 3_600 + time[1] * 60))
    }

    /// A buyer's case.
    static func made(_ events: [(String, CaseEvent.What)], in zone: TimeZoneTable = .utc) throws -> Case {
        var made = Case(source: "test", code: "1", account: "north")
        made.side = .buyer
        for (text, what) in events { made.add(CaseEvent(at: try at(text, in: zone), what)) }
        return made
    }
}

extension Case {
    /// What its log says last is promised for it.
    var promised: Promise? {
        for event in events.reversed() {
            if case .promise(let promise) = event.what { return promise }
        }
        return nil
    }
}

extension CaseEvent.What {
    static let asked = message(CaseEvent.Message(1, by: .party(.buyer)))
    static let answered = message(CaseEvent.Message(2, by: .agent("ann")))
}
