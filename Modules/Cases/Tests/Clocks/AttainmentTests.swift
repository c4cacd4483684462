import Calendars
import Cases
import FlywheelKit
import Testing

@Suite struct AttainmentTests {
    private func promises() throws -> Promises {
        Promises(
            [PromiseRule(Promise(id: "p", calendar: "always", firstResponse: 3_600))],
            calendars: ["always": .alwaysOpen])
    }

    @Test func whatIsOverdueAndUnansweredIsMissedAndWhatIsNotDueYetIsNeither() throws {
        let cases = try [
            [("2026-11-20 09:00", .opened), ("2026-11-20 09:30", .answered)],
            [("2026-11-20 09:00", .opened), ("2026-11-20 10:30", .answered)],
            [("2026-11-20 09:00", .opened)],
            [("2026-11-20 11:30", .opened)],
            [("2026-11-20 09:00", .opened), ("2026-11-20 09:10", .state(.closed))],
            [("2026-11-20 09:00", .state(.open))],
        ].map { (events: [(String, CaseEvent.What)]) in try Samples.made(events) }
        let promises = try promises()
        let now = try Samples.at("2026-11-20 12:00")
        let attainment = Attainment(cases.flatMap { promises.readings(of: $0, at: now) })
        #expect(attainment.met == 1 && attainment.late == 1 && attainment.overdue == 1)
        #expect(attainment.pending == 1 && attainment.void == 1 && attainment.unknown == 1)
        #expect(attainment.told == 3 && attainment.share == 1.0 / 3)
    }

    @Test func leavingACaseUnansweredIsNeverBetterThanAnsweringItLate() throws {
        let promises = try promises()
        let now = try Samples.at("2026-11-20 12:00")
        let ignored = try Samples.made([("2026-11-20 09:00", .opened)])
        let answered = try Samples.made([("2026-11-20 09:00", .opened), ("2026-11-20 11:00", .answered)])
        let shares = [ignored, answered].map { Attainment(promises.readings(of: $0, at: now)).share }
        #expect(shares == [0, 0])
    }

    @Test func ofNothingThereIsNoShare() {
        #expect(Attainment().share == nil)
    }
}
