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

    /// The first moment of a calendar day in this zone.
    func start(of day: Day) -> Instant { Instant(seconds: startOfDay(day.epochDays)) }
}
