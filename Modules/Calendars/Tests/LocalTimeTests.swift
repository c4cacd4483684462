import Calendars
import Testing

/// Civil days and times of zones whose clocks change.
@Suite struct LocalTimeTests {
    @Test func aTimeThatIsSkippedMovesForwardByTheGap() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        #expect(try instant("2026-03-08", 1, 59, in: zone) == instant("2026-03-08", 9, 59))
        #expect(try instant("2026-03-08", 2, 30, in: zone) == instant("2026-03-08", 3, 30, in: zone))
        #expect(try instant("2026-03-08", 2, 30, in: zone) == instant("2026-03-08", 10, 30))
        #expect(try instant("2026-03-08", 3, 0, in: zone) == instant("2026-03-08", 10))
    }

    @Test func ofATimeShownTwiceTheFirstIsMeant() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        #expect(try instant("2026-11-01", 1, 30, in: zone) == instant("2026-11-01", 8, 30))
        #expect(try instant("2026-11-01", 2, 0, in: zone) == instant("2026-11-01", 10))
    }

    @Test func daysHave23And25HoursWhereClocksChange() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        let spring = try days("2026-03-08")
        let autumn = try days("2026-11-01")
        #expect(zone.startOfDay(spring + 1) - zone.startOfDay(spring) == 23 * 3_600)
        #expect(zone.startOfDay(autumn + 1) - zone.startOfDay(autumn) == 25 * 3_600)
        #expect(zone.startOfDay(autumn + 2) - zone.startOfDay(autumn + 1) == 24 * 3_600)
    }

    @Test func aDayWhoseMidnightIsSkippedBeginsAfterTheGap() throws {
        // Havana sets its clocks from 00:00 to 01:00 and back from 01:00 to 00:00.
        let zone = try ZoneBytes.zone(rule: "CST5CDT,M3.2.0/0,M11.1.0/1")
        let spring = try days("2026-03-08")
        let start = zone.startOfDay(spring)
        #expect(start == (try instant("2026-03-08", 5)))
        #expect(zone.localTime(at: start) == (spring, 3_600))
        #expect(zone.localTime(at: start - 1) == (spring - 1, 86_399))
        #expect(zone.instant(day: spring, secondOfDay: 0) == start)
        #expect(zone.instant(day: spring - 1, secondOfDay: 86_400) == start)
        #expect(zone.startOfDay(try days("2026-11-01")) == (try instant("2026-11-01", 4)))
    }

    @Test func aDayWhoseMidnightIsRepeatedBeginsAtTheFirst() throws {
        // Clocks go back from 00:30 to 23:30.
        let zone = try ZoneBytes.zone(rule: "AAA0BBB,M3.5.0,M10.5.0/0:30")
        let day = try days("2026-10-25")
        let start = zone.startOfDay(day)
        #expect(start == (try instant("2026-10-24", 23)))
        #expect(zone.localTime(at: start) == (day, 0))
        #expect(zone.localTime(at: start + 1_800) == (day - 1, time(23, 30)))
    }

    @Test func aDaySkippedWholeBeginsWithTheNext() throws {
        // Samoa crossed the date line: 29 December 2011 was followed by the 31st.
        let midnight = try instant("2011-12-30", 10)
        let zone = try TimeZoneTable(
            identifier: "Test/Apia",
            tzif: ZoneBytes(transitions: [(midnight, 1)], types: [(-36_000, 1, 0), (50_400, 1, 0)]).bytes)
        let skipped = try days("2011-12-30")
        #expect(zone.startOfDay(skipped) == midnight)
        #expect(zone.startOfDay(skipped + 1) == midnight)
        #expect(zone.localDay(at: midnight) == skipped + 1)
        #expect(zone.localDay(at: midnight - 1) == skipped - 1)
        #expect(zone.instant(day: skipped, secondOfDay: time(9)) == midnight + 9 * 3_600)
    }

    @Test(arguments: [Int64.min, .min / 2, -1, 0, .max / 2, .max])
    func anyInstantHasALocalTime(instant: Int64) throws {
        for rule in [Rules.losAngeles, Rules.paris, "<+14>-14"] {
            let (_, second) = try ZoneBytes.zone(rule: rule).localTime(at: instant)
            #expect((0..<86_400).contains(second))
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func localTimesComeBack(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let rules = [Rules.losAngeles, Rules.paris, "CST5CDT,M3.2.0/0,M11.1.0/1", "IST-1GMT0,M10.5.0,M3.5.0/1"]
        for rule in rules {
            let zone = try ZoneBytes.zone(rule: rule)
            for _ in 0..<200 {
                let instant = Int64.random(in: -4_000_000_000...8_000_000_000, using: &random)
                let (day, second) = zone.localTime(at: instant)
                let back = zone.instant(day: day, secondOfDay: second)
                // Only the second hour of an autumn night comes back as the first.
                #expect(
                    back == instant
                        || back == instant - 3_600 && zone.offset(at: back) == zone.offset(at: instant) + 3_600)
                #expect(zone.localTime(at: back) == (day, second))
                #expect(zone.startOfDay(day) <= instant)
                #expect(zone.localDay(at: zone.startOfDay(day)) == day)
                #expect(zone.localDay(at: zone.startOfDay(day) - 1) == day - 1)
            }
        }
    }
}
