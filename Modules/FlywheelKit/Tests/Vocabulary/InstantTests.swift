import FlywheelKit
import Foundation
import Testing

@Suite struct InstantTests {
    @Test(arguments: 1...50) func anInstantIsWrittenAsFoundationWritesItAndReadBack(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let instant = Instant(seconds: .random(in: -8_000_000_000...16_000_000_000, using: &random))
        let date = Date(timeIntervalSince1970: Double(instant.seconds))
        #expect(instant.description == date.formatted(.iso8601))
        #expect(Instant(instant.description) == instant)
    }

    @Test func secondsBefore1970BelongToTheDayTheyAreIn() {
        #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
        #expect(Instant(seconds: -86_400).utcDay == Day(epochDays: -1))
        #expect(Instant(seconds: -86_401).utcDay == Day(epochDays: -2))
    }

    @Test(
        arguments: [
            "2026-11-20T16:05:00", "2026-11-20T16:05:00+00:00", "2026-11-20 16:05:00Z", "2026-11-20T24:00:00Z",
            "2026-11-20T16:60:00Z", "2026-11-20T16:05:60Z", "2026-02-30T00:00:00Z", "2026-11-20T16-05-00Z", "",
        ])
    func onlyTheWrittenFormIsRead(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func timeAdvancesBySecondsAndByDaysOf24Hours() throws {
        let instant = try #require(Instant("2026-11-20T16:05:00Z"))
        #expect(instant.advanced(bySeconds: -300).description == "2026-11-20T16:00:00Z")
        #expect(instant.advanced(byDays: 1.5).description == "2026-11-22T04:05:00Z")
        #expect(instant.advanced(byDays: 1.5).days(since: instant) == 1.5)
        #expect(instant < instant.advanced(bySeconds: 1))
    }
}
