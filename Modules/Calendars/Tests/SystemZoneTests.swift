import Calendars
import Foundation
import Testing

/// Zones of the machine, against the zones of Foundation.
@Suite(.enabled(if: SystemZones.arePresent, "needs /usr/share/zoneinfo"))
struct SystemZoneTests {
    @Test(arguments: [
        "America/Los_Angeles", "America/New_York", "America/Sao_Paulo", "America/Havana", "Europe/Paris",
        "Europe/Dublin", "Europe/London", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Sydney",
        "Australia/Lord_Howe", "Pacific/Apia", "Africa/Johannesburg",
    ])
    func offsetsAndDaysAgreeWithFoundationFrom1970To2100(identifier: String) throws {
        let zone = try #require(try SystemZones.table(identifier))
        let other = try #require(TimeZone(identifier: identifier))
        var random = SplitMix(seed: 42)
        var differences: [Int64] = []
        for start in stride(from: Int64(0), to: 4_102_444_800, by: 86_400) {
            let instant = start + Int64.random(in: 0..<86_400, using: &random)
            let offset = other.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
            let day = ((Double(instant) + Double(offset)) / 86_400).rounded(.down)
            if zone.offset(at: instant) != offset || Double(zone.localDay(at: instant)) != day {
                differences.append(instant)
            }
        }
        #expect(differences.isEmpty)
    }

    @Test(arguments: ["America/Los_Angeles", "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia"])
    func transitionsAgreeWithFoundationToTheSecond(identifier: String) throws {
        let zone = try #require(try SystemZones.table(identifier))
        let other = try #require(TimeZone(identifier: identifier))
        var instant = Date(timeIntervalSince1970: 0)
        var count = 0
        while let next = other.nextDaylightSavingTimeTransition(after: instant), next.timeIntervalSince1970 < 4e9 {
            let change = Int64(next.timeIntervalSince1970)
            #expect(zone.offset(at: change) == other.secondsFromGMT(for: next))
            #expect(zone.offset(at: change - 1) == other.secondsFromGMT(for: next - 1))
            instant = next
            count += 1
        }
        #expect(count > 0)
    }

    @Test func everyZoneThatFoundationKnowsIsRead() throws {
        let read = try TimeZone.knownTimeZoneIdentifiers.compactMap(SystemZones.table)
        #expect(read.count > 300)
    }

    @Test func samoaSkippedADay() throws {
        let zone = try #require(try SystemZones.table("Pacific/Apia"))
        #expect(zone.startOfDay(try days("2011-12-30")) == zone.startOfDay(try days("2011-12-31")))
    }
}
