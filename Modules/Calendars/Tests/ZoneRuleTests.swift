@testable import Calendars
import Testing

/// The yearly rule that ends a zone file.
@Suite struct ZoneRuleTests {
    /// Rule, UTC date and time of a change, offsets before and after it.
    @Test(arguments: [
        (Rules.losAngeles, "2026-03-08", 10, -28_800, -25_200),
        (Rules.losAngeles, "2026-11-01", 9, -25_200, -28_800),
        (Rules.paris, "2026-03-29", 1, 3_600, 7_200),
        (Rules.paris, "2026-10-25", 1, 7_200, 3_600),
        // Southern summer spans the new year.
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-04-04", 16, 39_600, 36_000),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-10-03", 16, 36_000, 39_600),
        // Ireland's daylight time is its winter, behind standard time.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-03-29", 1, 0, 3_600),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-10-25", 1, 3_600, 0),
        // Quoted names, and a change the evening before.
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29", 1, -7_200, -3_600),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-04-04", 15, 39_600, 37_800),
        // 29 February is counted by n and not by Jn.
        ("AAA0BBB,J60/0,J300/0", "2028-03-01", 0, 0, 3_600),
        ("AAA0BBB,J60/0,J300/0", "2027-03-01", 0, 0, 3_600),
        ("AAA0BBB,59/0,300/0", "2028-02-29", 0, 0, 3_600),
        ("AAA0BBB,59/0,300/0", "2027-03-01", 0, 0, 3_600),
        // A Friday and 144 hours before it, or after.
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28", 0, 7_200, 10_800),
        ("EET-2EEST,M4.5.5/-144,M10.5.4/24", "2026-04-17", 22, 7_200, 10_800),
    ])
    func changesComeAtTheirInstant(rule: String, date: String, hour: Int, before: Int, after: Int) throws {
        let zone = try ZoneBytes.zone(rule: rule)
        let change = try instant(date, hour)
        #expect(zone.offset(at: change - 1) == before)
        #expect(zone.offset(at: change) == after)
    }

    @Test func aZoneWithoutDaylightTimeKeepsItsOffset() throws {
        let zone = try ZoneBytes.zone(rule: "<+0545>-5:45")
        #expect(zone.offset(at: 0) == 20_700)
        #expect(zone.offset(at: 4_102_444_800) == 20_700)
        #expect(zone.abbreviation(at: 0) == "+0545")
    }

    @Test func daylightTimeAllYearHasNoGapAtNewYear() throws {
        let zone = try ZoneBytes.zone(rule: "EST5EDT,0/0,J365/25")
        let newYear = try instant("2027-01-01", 5)
        for second in stride(from: newYear - 172_800, through: newYear + 172_800, by: 1_800) {
            #expect(zone.offset(at: second) == -14_400)
        }
    }

    @Test func changesWrittenNearlyAWeekOutsideTheirYearCount() throws {
        // Both come on the 6th of the January that follows: back at 15:00, forward at 22:00 universal time.
        let late = try ZoneBytes.zone(rule: "AAA0BBB,J365/166,J365/160")
        #expect(late.offset(at: try instant("2027-01-03", 0)) == 3_600)
        #expect(late.offset(at: try instant("2027-01-06", 15)) == 0)
        #expect(late.offset(at: try instant("2027-01-06", 22)) == 3_600)
        // Both come in the last week of the December before.
        let early = try ZoneBytes.zone(rule: "AAA0BBB,J1/-160,J1/-20")
        #expect(early.transition(after: try instant("2026-12-31", 12)) == (try instant("2027-12-25", 8)))
    }

    @Test func offsetsAndTimesMayHaveMinutesAndSeconds() throws {
        let zone = try ZoneBytes.zone(rule: "LMT-0:19:32AMS-1:19:32,M4.1.0/2:30:15,M10.1.0")
        #expect(zone.offset(at: 0) == 1_172)
        let change = try instant("2026-04-05", 2, 30) + 15 - 1_172
        #expect(zone.offset(at: change - 1) == 1_172)
        #expect(zone.offset(at: change) == 4_772)
    }

    /// Text, the position within it, and what is expected there.
    @Test(arguments: [
        ("PS8", 0, "a name of 3 letters or more"), ("<+3", 3, "\">\""), ("PST", 3, "hours within 0...24"),
        ("PST25", 3, "hours within 0...24"), ("PST8:60", 5, "minutes within 0...59"),
        ("PST8:00:60", 8, "seconds within 0...59"), ("PST8PDT", 7, "hours within 0...24"),
        ("PST8PDT,", 8, "a day within 0...365"), ("PST8PDT,M3.2.0", 14, "\",\""),
        ("PST8PDT,M13.2.0,M11.1.0", 9, "a month within 1...12"), ("PST8PDT,M3.6.0,M11.1.0", 11, "a week within 1...5"),
        ("PST8PDT,M3.2.7,M11.1.0", 13, "a weekday within 0...6"), ("PST8PDT,J0,J1", 9, "a day within 1...365"),
        ("PST8PDT,366,1", 8, "a day within 0...365"), ("PST8PDT,M3.2.0/168,M11.1.0", 15, "hours within 0...167"),
        ("PST8PDT,M3.2.0,M11.1.0x", 22, "a line end"), ("PST8PDT,M3-2-0,M11.1.0", 10, "\".\""),
    ])
    func brokenRulesAreRefusedWhereTheyBreak(rule: String, position: Int, expected: String) throws {
        let start = ZoneBytes().bytes.count - 1
        let error = #expect(throws: ZoneFileError.self) { try ZoneBytes.zone(rule: rule) }
        #expect(error?.offset == start + position)
        #expect(error?.expected == expected)
    }
}
