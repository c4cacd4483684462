public import Calendars
import FlywheelKit

/// Loads time zones by name; the host reads them from the system's zone files.
public struct Zones: Sendable {
    private let load: @Sendable (String) -> TimeZoneTable?
    private let home: TimeZoneTable

    /// Zones as `load` finds them; `nil` for a name it does not know.
    ///
    /// - Parameter home: the zone of marketplaces of which it is not publicly known.
    public init(home: TimeZoneTable = .utc, _ load: @escaping @Sendable (String) -> TimeZoneTable?) {
        self.load = load
        self.home = home
    }

    /// The zone in which a marketplace's days begin; the home zone where the marketplace or its zone is not known.
    public func zone(ofMarketplace id: String) -> TimeZoneTable {
        Marketplace.named(id).flatMap { load($0.zone) } ?? home
    }

    /// The zone of that name.
    public func named(_ name: String) -> TimeZoneTable? { load(name) }
}

extension TimeZoneTable {
    /// The calendar day of a moment in this zone.
    func day(of instant: Instant) -> Day { Day(epochDays: localDay(at: instant.seconds)) }

    /// The first calendar day that is whole after a moment.
    func firstWholeDay(after instant: Instant) -> Day { day(of: instant).advanced(by: 1) }

    /// The first moment of a calendar day in this zone.
    func start(of day: Day) -> Instant { Instant(seconds: startOfDay(day.epochDays)) }
}

extension Values where Value == Instant {
    /// Of the rows that came to be when `start` had begun or later, the first whole day after that.
    func firstWholeDays(since start: Day, in zone: TimeZoneTable) -> [Int: Day] {
        guard known.contains(true) else { return [:] }
        // The day starts at most 14 hours from midnight UTC; most rows are older than that by far.
        let recent = Instant(seconds: Int64(start.epochDays - 2) * 86_400)
        var days: [Int: Day] = [:]
        for row in 0..<count {
            guard let moment = self[row], moment > recent else { continue }
            let first = zone.firstWholeDay(after: moment)
            if first > start { days[row] = first }
        }
        return days
    }
}
