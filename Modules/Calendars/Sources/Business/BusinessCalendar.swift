/// When a business is open: a zone, the hours of each weekday, and the days that differ.
///
/// It is open at an instant if the zone's clock then shows a time within the hours of the day it shows. So a span counts
/// the seconds that really pass in it: the hour a clock skips in spring is not open, the hour it repeats in autumn is
/// open twice.
public struct BusinessCalendar: Hashable, Sendable {
    /// The zone whose clock the hours are read on.
    public let zone: TimeZoneTable
    /// Hours from Monday to Sunday.
    let week: [OpeningHours]
    /// Hours of the days that differ, by days since 1970-01-01.
    let holidays: [Int32: OpeningHours]

    /// A calendar of weekly hours.
    ///
    /// - Parameters:
    ///   - zone: the zone whose clock the hours are read on.
    ///   - week: the hours of each weekday; a weekday left out is closed.
    ///   - holidays: the hours of single days, which replace those of their weekday: ``OpeningHours/closed``, or some
    ///     hours for half a holiday or an extra working day.
    public init(
        zone: TimeZoneTable, week: [Weekday: OpeningHours], holidays: [CivilDate: OpeningHours] = [:]
    ) {
        self.zone = zone
        self.week = Weekday.allCases.map { week[$0] ?? .closed }
        self.holidays = Dictionary(uniqueKeysWithValues: holidays.map { ($0.key.daysSinceEpoch, $0.value) })
    }

    /// Open at every instant, so that business time is elapsed time.
    public static let alwaysOpen = BusinessCalendar(
        zone: .utc, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, .allDay) }))

    /// The hours of a civil day, given in days since 1970-01-01: its own where it is a holiday, else its weekday's.
    public func hours(on day: Int32) -> OpeningHours {
        holidays[day] ?? week[Weekday(daysSinceEpoch: day).rawValue - Weekday.monday.rawValue]
    }

    /// Whether the business is open at `instant`, in seconds since 1970-01-01T00:00:00Z.
    public func isOpen(at instant: Int64) -> Bool {
        let (day, second) = zone.localTime(at: instant)
        return hours(on: day).spans.contains { $0.contains(second) }
    }
}
