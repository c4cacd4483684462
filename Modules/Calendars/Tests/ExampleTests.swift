import Calendars
import Testing

/// The example of the README.
@Test func theExampleIsTrue() throws {
    let bytes = ZoneBytes(footer: Rules.losAngeles).bytes
    let thanksgiving = try #require(CivilDate("2026-11-26"))

    let zone = try TimeZoneTable(identifier: "America/Los_Angeles", tzif: bytes)
    let hours = try OpeningHours([8 * 3_600..<12 * 3_600, 13 * 3_600..<17 * 3_600])
    let office = BusinessCalendar(
        zone: zone,
        week: [.monday: hours, .tuesday: hours, .wednesday: hours, .thursday: hours, .friday: hours],
        holidays: [thanksgiving: .closed])

    let asked = zone.instant(day: thanksgiving.daysSinceEpoch - 1, secondOfDay: 16 * 3_600)
    let due = office.due(after: asked, businessSeconds: 2 * 3_600)
    #expect(due == zone.instant(day: thanksgiving.daysSinceEpoch + 1, secondOfDay: 9 * 3_600))
}
