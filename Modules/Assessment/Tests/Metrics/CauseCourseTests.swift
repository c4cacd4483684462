import FlywheelKit
import Testing

@testable import Assessment

/// How root causes go, week by week, of a history by hand.
@Suite struct CauseCourseTests {
    /// A problem that a person closed with a cause, and that the data confirmed a day later.
    private func closed(_ id: Int64, at day: Double, cause: Int? = 0, _ change: (inout Problem) -> Void = { _ in })
        -> Problem
    {
        Years.problem(id, seen: day - 1) {
            ($0.ended, $0.closer, $0.verdict, $0.cause) = (Years.day(day), 0, .actionable, cause)
            ($0.isVerified, $0.verified, $0.atRiskAtEnd) = (true, Years.day(day + 1), 100)
            change(&$0)
        }
    }

    @Test func closesAreCountedInTheirWeekWithWhatTheyCleared() throws {
        var history = try Years.quiet(days: 84)
        history.problems = [
            closed(1, at: 3), closed(2, at: 50) { $0.repeatOf = 1 }, closed(3, at: 83.5) { $0.isVerified = nil },
            closed(4, at: 60) { $0.isVerified = false }, closed(5, at: 82) { $0.atRiskAtEnd = nil },
            closed(6, at: 82.5) { $0.repeatOf = 2 }, closed(7, at: 82, cause: nil),
            closed(8, at: 82) { $0.verdict = .noise }, closed(9, at: 82) { $0.closer = nil },
            closed(10, at: 82) { $0.workflow = 1 }, Years.problem(11, seen: 80),
        ]
        let courses = CauseCourses(history)
        let course = courses.course(of: "late-order", in: "inventory")
        #expect(course.weekly.map { $0?.count } == [1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 3])
        #expect(course.exceptions == [3, 6, 5, 4, 2, 1])
        let newest = try #require(course.newest(4))
        #expect((newest.count, newest.repeats, newest.unpriced, newest.pending) == (4, 1, 1, 1))
        #expect(newest.cleared == 100, "neither what is refuted, nor what waits, nor what has no amount")
        let before = try #require(course.newest(4, before: 4))
        #expect((before.count, before.repeats, before.cleared) == (1, 1, 100))
        #expect(course.newest(12).map { [$0.count, $0.repeats] } == [6, 2])
        #expect(course.newest(12)?.cleared == 300)
        #expect(courses.course(of: "late-order", in: "pricing").newest(12)?.count == 1)
        #expect(courses.course(of: "other", in: "inventory").newest(12)?.count == 0)
    }

    @Test func whatNobodyCouldSeeIsUnknownAndNotZero() throws {
        var history = try Years.quiet(days: 14)
        let courses = CauseCourses(history)
        let course = courses.course(of: "late-order", in: "inventory")
        #expect(course.weekly.map { $0?.count } == Array(repeating: nil, count: 10) + [0, 0])
        #expect(course.newest(4, before: 4) == nil && course.newest(4)?.cleared == 0)
        history.turns = []
        #expect(CauseCourses(history).course(of: "late-order", in: "inventory").newest(12) == nil)
        history.problems = [closed(1, at: 10)]
        let seen = CauseCourses(history).course(of: "late-order", in: "inventory")
        #expect(seen.newest(4)?.count == 1, "what somebody closed was closed, whoever looked")
    }

    @Test func whatNobodyCanPriceIsUnpricedAndNotNothing() throws {
        var history = try Years.quiet(days: 14)
        history.problems = [closed(1, at: 10) { $0.atRiskAtEnd = nil }]
        let closes = try #require(CauseCourses(history).course(of: "late-order", in: "inventory").newest(4))
        #expect(closes.cleared == nil && closes.unpriced == 1)
    }

    @Test func theOrderOfProblemsChangesNothing() throws {
        var history = try Years.random(seed: 5, problems: 300, days: 100)
        func courses() -> [CauseCourse] {
            let courses = CauseCourses(history)
            return history.workflows.flatMap { workflow in
                history.causes.map { courses.course(of: $0, in: workflow.id) }
            }
        }
        let before = courses()
        #expect(before.contains { ($0.newest(12)?.count ?? 0) > 3 })
        history.problems.reverse()
        #expect(courses() == before)
    }
}
