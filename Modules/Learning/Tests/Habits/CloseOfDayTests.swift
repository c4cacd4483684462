import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Testing

@Suite struct CloseOfDayTests {
    private let today = Days.november(20, hour: 0)..<Days.november(20, hour: 17)

    private func history(_ problems: [Problem]) -> WorkHistory {
        var history = Days.history(until: today.upperBound)
        history.problems = problems
        return history
    }

    @Test func aCauseThatCameBackTodayIsNamedWithHowOftenItCame() throws {
        var again = Days.closed(3, at: Days.november(20), cause: 0)
        again.repeatOf = 1
        let day = CloseOfDay(
            history([
                Days.closed(1, at: Days.november(3), cause: 0), Days.closed(2, at: Days.november(20), cause: 1), again,
                Days.closed(4, at: Days.november(19), cause: 0, kind: 1),
            ]), day: today)
        #expect(day.closed.map(\.id) == [2, 3])
        let tally = try #require(day.repeated.first)
        #expect(day.repeated.count == 1 && tally.cause == "image" && tally.kind == "listing-suppressed")
        #expect(tally.recent == 2 && tally.today == 1 && tally.repeats == 1 && tally.exceptions == [3, 1])
    }

    @Test func whatIsOlderThanFourWeeksOrNotClosedByAPersonDoesNotCount() {
        var vanished = Days.closed(2, at: Days.november(20), cause: 0)
        vanished.closer = nil
        let old = Days.closed(1, at: today.upperBound.advanced(byDays: -28.5), cause: 0)
        let day = CloseOfDay(history([old, vanished, Days.closed(3, at: Days.november(20), cause: 0)]), day: today)
        #expect(day.closed.count == 1 && day.repeated.isEmpty)
    }

    @Test(arguments: [Verdict.noise, .known, .duplicate])
    func whatWasDismissedIsNoCloseAndNeedsNoCause(verdict: Verdict) {
        var dismissed = Days.closed(2, at: Days.november(20), cause: 0)
        (dismissed.verdict, dismissed.cause) = (verdict, nil)
        let day = CloseOfDay(history([Days.closed(1, at: Days.november(20), cause: 0), dismissed]), day: today)
        #expect(day.closed.map(\.id) == [1] && day.withoutCause == 0)
    }

    @Test func whatWasForeseenAndSeenToInTimeHasNotComeBack() {
        let foreseen = (1...4 as ClosedRange<Int64>).map { id in
            var problem = Days.closed(id, at: Days.november(20), cause: 0)
            problem.predicted = Days.november(19)
            return problem
        }
        let day = CloseOfDay(history(foreseen), day: today)
        #expect(day.closed.count == 4 && day.repeated.isEmpty && day.toPrevent.isEmpty)
    }

    @Test func aCauseThatSaysNothingIsCountedAndNoCategory() {
        let day = CloseOfDay(
            history((1...4).map { Days.closed($0, at: Days.november(20), cause: 2) }), day: today)
        #expect(day.withoutCause == 4 && day.repeated.isEmpty && day.toPrevent.isEmpty)
    }

    @Test func aCauseIsWorthALookAtPreventionUntilADecisionPreventsIt() {
        var history = history((1...3).map { Days.closed($0, at: Days.november(18), cause: 0) })
        #expect(CloseOfDay(history, day: today).toPrevent.map(\.cause) == ["image"])
        var decision = Decision(
            id: 1, kind: .prevention, workflow: 0, subject: "image", at: Days.november(19), review: Days.november(30))
        history.decisions = [decision]
        #expect(CloseOfDay(history, day: today).toPrevent.isEmpty)
        decision.rolledBack = Days.november(20, hour: 9)
        history.decisions = [decision]
        #expect(CloseOfDay(history, day: today).toPrevent.count == 1)
    }

    @Test func theKindThatIsMostOftenNothingIsWorthTuning() throws {
        func problems(_ verdicts: [Verdict], kind: Int, from id: Int64) -> [Problem] {
            zip(id..., verdicts).map { id, verdict in
                var problem = Days.closed(id, at: Days.november(19), cause: 0, kind: kind)
                problem.verdict = verdict
                return problem
            }
        }
        let sound = problems(
            [.noise, .actionable, .actionable, .actionable, .actionable, .actionable], kind: 0, from: 1)
        func hint(_ problems: [Problem]) -> TuningHint? {
            TuningHint(
                history(problems),
                judgement: WarningJudgement(outcomes: [], unfinished: [], asOf: today.upperBound))
        }
        #expect(hint(sound) == nil)
        let loud = problems([.noise, .didNotHappen, .actionable, .actionable, .actionable], kind: 1, from: 20)
        let found = try #require(hint(sound + loud))
        #expect(found.kind == "search-suppressed" && found.ended == 5 && found.empty.map(\.number) == [20, 21])
        #expect(hint(Array(loud.prefix(4))) == nil)
        let five = problems([Verdict](repeating: .noise, count: 5), kind: 1, from: 40)
        let nine = problems([Verdict](repeating: .noise, count: 9), kind: 0, from: 60)
        #expect(hint(five + nine)?.ended == 9, "of equal shares the one with most to win")
    }
}
