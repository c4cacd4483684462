public import Calendars

/// What settings name that lies elsewhere on the machine.
public struct SettingsSources {
    /// The time zone of an IANA name; `nil` where there is none.
    public let zone: (String) -> TimeZoneTable?
    /// The text of a file that settings name by its path.
    public let file: (String) throws -> String

    /// Zones, and files where settings may name some.
    public init(
        zone: @escaping (String) -> TimeZoneTable?,
        file: @escaping (String) throws -> String = { _ in throw NoFiles() }
    ) {
        self.zone = zone
        self.file = file
    }

    /// Why a file that settings name was not read: they lie in no folder.
    public struct NoFiles: Error, CustomStringConvertible {
        /// Says so.
        public let description = "these settings lie in no folder, so they can name no files"

        /// The reason.
        public init() {}
    }
}

extension BusinessCalendar {
    private enum Key: String, CaseIterable { case zone, hours, holidays, holidayFile }

    /// Monday to Friday, from 9 to 17 in universal time: what holds where nothing is said.
    public static let officeHours = BusinessCalendar(zone: .utc, week: officeWeek)

    private static let officeWeek: [Weekday: OpeningHours] = {
        guard let hours = try? OpeningHours([9 * 3_600..<17 * 3_600]) else { return [:] }
        return Dictionary(uniqueKeysWithValues: Weekday.words.prefix(5).map { ($0.day, hours) })
    }()

    /// Reads a calendar: `zone`, `hours` by weekday, `holidays` as days, and `holidayFile`, the path of an iCalendar file.
    /// A weekday that is left out is closed; without `hours` there are office hours from Monday to Friday, 9 to 17.
    ///
    /// - Throws: a ``ConfigurationError``.
    public init(_ node: SettingsNode, sources: SettingsSources) throws(ConfigurationError) {
        let section = try node.section(Key.self)
        let zone = try section[.zone]?.value("a zone such as America/Los_Angeles", sources.zone)
        var holidays: [CivilDate: OpeningHours] = [:]
        if let file = section[.holidayFile] {
            for day in try Self.holidays(in: file, sources: sources) { holidays[day] = .closed }
        }
        for day in section[.holidays]?.items ?? [] {
            holidays[try day.value("a day such as 2026-12-25") { CivilDate($0) }] = .closed
        }
        let week = try section[.hours].map(Self.week) ?? Self.officeWeek
        self.init(zone: zone ?? .utc, week: week, holidays: holidays)
    }

    private static func holidays(
        in node: SettingsNode, sources: SettingsSources
    ) throws(ConfigurationError) -> [CivilDate] {
        let path = try node.text()
        do { return try HolidayFile.days(of: try sources.file(path)) } catch {
            throw node.refused(path, expected: "an iCalendar file: \(error)")
        }
    }

    private static func week(_ node: SettingsNode) throws(ConfigurationError) -> [Weekday: OpeningHours] {
        var week: [Weekday: OpeningHours] = [:]
        var names: [Weekday: String] = [:]
        for (name, value) in try node.entries() {
            guard let day = Weekday(word: name) else { throw node.refused(name, among: Weekday.words.map(\.word)) }
            if let other = names.updateValue(name, forKey: day) {
                throw node.refused("\(other), \(name)", expected: "one of these names, not both")
            }
            week[day] = try hours(value)
        }
        return week
    }

    /// Reads `09:00-12:00 13:00-17:00`.
    private static func hours(_ node: SettingsNode) throws(ConfigurationError) -> OpeningHours {
        let expected = "spans such as 09:00-12:00 13:00-17:00"
        let text = try node.text()
        var spans: [Range<Int>] = []
        for span in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let parts = span.split(separator: "-", omittingEmptySubsequences: false)
            let ends = parts.compactMap(TimeOfDay.second)
            guard parts.count == 2, ends.count == 2, ends[0] < ends[1] else {
                throw node.refused(text, expected: expected)
            }
            spans.append(ends[0]..<ends[1])
        }
        do { return try OpeningHours(spans) } catch {
            throw node.refused(text, expected: "\(expected): \(error)")
        }
    }
}
