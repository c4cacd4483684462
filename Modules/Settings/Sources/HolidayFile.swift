import CICal
public import Calendars

/// The holidays of an iCalendar file (RFC 5545), as calendars publish them.
///
/// A day counts where an event covers all of it: its start is a date, and its end, where it has one, is the first day
/// after. Events with times of day are no holidays, and neither are cancelled ones. Yearly and other rules are followed
/// within ``years``, with the dates they name besides and those they leave out.
public enum HolidayFile {
    /// The years whose holidays are looked for; a calendar reckons 20 years ahead at most.
    public static let years: ClosedRange<Int> = 2000...2060

    /// The days, each once, in order.
    ///
    /// - Throws: a ``HolidayFileError`` for a text that is no calendar or has no holiday in it, which is more likely a wrong
    ///   file than a land without one.
    public static func days(of text: String) throws(HolidayFileError) -> [CivilDate] {
        icalerror_set_errors_are_fatal(0)
        guard let calendar = icalparser_parse_string(text) else { throw .notACalendar }
        defer { icalcomponent_free(calendar) }
        guard icalcomponent_isa(calendar) == ICAL_VCALENDAR_COMPONENT else { throw .notACalendar }
        var days = Days()
        var event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT)
        while let current = event {
            if icalcomponent_get_status(current) != ICAL_STATUS_CANCELLED { days.add(current) }
            event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)
        }
        guard !days.found.isEmpty else { throw .noHolidays }
        return days.found.sorted().map { CivilDate(daysSinceEpoch: $0) }
    }

    /// The days found so far, since 1970-01-01.
    private struct Days {
        var found: Set<Int32> = []
        /// How many days each occurrence of the event at hand covers.
        private var length: Int32 = 1

        mutating func add(_ event: OpaquePointer) {
            let start = icalcomponent_get_dtstart(event)
            guard start.is_date != 0 else { return }
            // Versions of libical disagree about where the span of a whole day ends, so only its start is taken.
            let end = icalcomponent_get_dtend(event)
            length = icaltime_is_null_time(end) != 0 ? 1 : max(1, Self.day(end) - Self.day(start))
            withUnsafeMutablePointer(to: &self) { days in
                icalcomponent_foreach_recurrence(
                    event, Self.newYear(years.lowerBound), Self.newYear(years.upperBound + 1),
                    { _, span, days in
                        guard let span, let days = days?.assumingMemoryBound(to: Days.self) else { return }
                        days.pointee.add(from: Int32(clamping: Int64(span.pointee.start) / 86_400))
                    }, days)
            }
        }

        private mutating func add(from first: Int32) {
            found.formUnion(first..<first + min(length, 366))
        }

        /// Days since 1970-01-01; dates stand for midnights of universal time.
        private static func day(_ time: icaltimetype) -> Int32 {
            Int32(clamping: Int64(icaltime_as_timet(time)) / 86_400)
        }

        private static func newYear(_ year: Int) -> icaltimetype {
            var time = icaltime_null_time()
            (time.year, time.month, time.day, time.is_date) = (Int32(year), 1, 1, 1)
            return time
        }
    }
}

/// Why a file of holidays was refused.
public enum HolidayFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no iCalendar file.
    case notACalendar
    /// No event in it covers a whole day.
    case noHolidays

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .notACalendar: "the file has no VCALENDAR, expected an iCalendar file"
        case .noHolidays: "no event in the file covers a whole day, expected holidays (DTSTART;VALUE=DATE)"
        }
    }
}
