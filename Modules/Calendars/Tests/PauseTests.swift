import Calendars
import Testing

/// Pauses, over an office open from 09:00 to 17:00. 20 November 2026 is a Friday.
@Suite struct PauseTests {
    private let calendar: BusinessCalendar
    private let start: Int64

    init() throws {
        calendar = try Offices.nineToFive()
        start = try instant("2026-11-20", 10)
    }

    @Test func aPausePushesTheDueTimeByTheBusinessTimeWithinIt() throws {
        // Friday 16:00 to Monday 10:00 holds two business hours.
        let pause = try instant("2026-11-20", 16)..<instant("2026-11-23", 10)
        let due = calendar.due(after: start, businessSeconds: 8 * 3_600, pauses: [pause])
        #expect(due == (try instant("2026-11-23", 12)))
        #expect(calendar.businessSeconds(from: start, to: try #require(due), pauses: [pause]) == 8 * 3_600)
    }

    @Test func aPauseOutsideBusinessHoursChangesNothing() throws {
        let weekend = try instant("2026-11-20", 17)..<instant("2026-11-23", 9)
        #expect(
            calendar.due(after: start, businessSeconds: 8 * 3_600, pauses: [weekend])
                == calendar.due(after: start, businessSeconds: 8 * 3_600))
    }

    @Test func pausesBeforeTheStartOrAfterTheDueTimeChangeNothing() throws {
        let due = try instant("2026-11-20", 12)
        let pauses = [start - 7_200..<start, due..<due + 7_200, start + 60..<start + 60]
        #expect(calendar.due(after: start, businessSeconds: 7_200, pauses: pauses) == due)
    }

    @Test func overlappingPausesCountOnceInAnyOrder() throws {
        let first = start..<start + 3_600
        let second = start + 1_800..<start + 5_400
        let within = start + 600..<start + 1_200
        for pauses in [[first, second, within], [within, second, first], [second, first, within, first]] {
            #expect(calendar.due(after: start, businessSeconds: 60, pauses: pauses) == start + 5_460)
            #expect(calendar.businessSeconds(from: start, to: start + 7_200, pauses: pauses) == 1_800)
        }
    }

    @Test func onePauseAfterAnotherDoesNotStartAgain() throws {
        let pauses = [start + 600..<start + 1_200, start + 1_200..<start + 1_800]
        #expect(calendar.due(after: start, businessSeconds: 900, pauses: pauses) == start + 2_100)
    }

    @Test func workThatIsPausedForGoodIsNeverDue() {
        #expect(calendar.due(after: start, businessSeconds: 60, pauses: [start + 59 ..< .max]) == nil)
        #expect(calendar.due(after: start, businessSeconds: 59, pauses: [start + 59 ..< .max]) == start + 59)
    }
}
