import Assessment
import Calendars
import FlywheelKit

/// A business in UTC that works from Monday to Friday, and histories of a few problems.
enum Days {
    static let calendar = office

    private static var office: BusinessCalendar {
        guard let hours = try? OpeningHours([9 * 3_600..<17 * 3_600]) else { return .alwaysOpen }
        return BusinessCalendar(
            zone: .utc, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) }))
    }

    /// Ten o'clock of a day in November 2026, whose 2nd, 9th, 16th and 23rd are Mondays.
    static func november(_ day: Int, hour: Int = 10) -> Instant {
        (Day(year: 2026, month: 11, day: 1).map { Instant(seconds: Int64($0.epochDays) * 86_400) }
            ?? Instant(seconds: 0))
            .advanced(bySeconds: Int64(day - 1) * 86_400 + Int64(hour) * 3_600)
    }

    /// A history from the first of November on, of one workflow, with a turn.
    static func history(until: Instant, turns: Int = 1) -> WorkHistory {
        let dollars = Currency("USD") ?? Marketplace.directory[0].currency
        var history = WorkHistory(
            from: november(1), until: until, currency: dollars,
            workflows: [InstalledWorkflow(id: "suppressions", title: "Suppressions")])
        history.kinds = ["listing-suppressed", "search-suppressed"]
        history.causes = ["image", "policy", "other"]
        history.people = ["mia"]
        history.subjects = ["A", "B"]
        history.turns = (0..<turns).map { TurnMeasures(id: Int64($0 + 1), at: november(1)) }
        return history
    }

    /// A problem that somebody closed with a cause.
    static func closed(_ id: Int64, at ended: Instant, cause: Int, kind: Int = 0) -> Problem {
        var problem = Problem(
            id: id, workflow: 0, kind: kind, subject: 0, identity: UInt64(id), detected: ended.advanced(byDays: -1))
        (problem.claimed, problem.worker) = (ended.advanced(byDays: -0.5), 0)
        (problem.ended, problem.closer, problem.cause, problem.verdict) = (ended, 0, cause, .actionable)
        return problem
    }
}
