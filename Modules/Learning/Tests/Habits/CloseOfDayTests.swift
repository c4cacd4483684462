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

    private func look(_ history: WorkHistory, _ decisions: [LoopRecord] = []) throws -> CloseOfDay {
        let merges = try CauseMerges(decisions, until: today.upperBound)
        return CloseOfDay(history, day: today, preventions: try Preventions(decisions, merges: merges))
    }

    @Test func aCauseThatCameBackTodayIsNamedWithHowOftenItCame() throws {
        var again = Days.closed(3, at: Days.november(20), cause: 0)
        again.repeatOf = 1
        let day = try look(
            history([
                Days.closed(1, at: Days.november(3), cause: 0), Days.closed(2, at: Days.november(20), cause: 1), again,
                Days.closed(4, at: Days.november(19), cause: 0, kind: 1),
            ]))
        #expect(day.closed.map(\.id) == [2, 3])
        let tally = try #require(day.repeated.first)
        #expect(day.repeated.count == 1 && tally.cause == "image" && tally.kind == "listing-suppressed")
        #expect(tally.recent == 2 && tally.today == 1 && tally.repeats == 1 && tally.exceptions == [3, 1])
    }

    @Test func whatIsOlderThanFourWeeksOrNotClosedByAPersonDoesNotCount() throws {
        var vanished = Days.closed(2, at: Days.november(20), cause: 0)
        vanished.closer = nil
        let old = Days.closed(1, at: today.upperBound.advanced(byDays: -28.5), cause: 0)
        let day = try look(history([old, vanished, Days.closed(3, at: Days.november(20), cause: 0)]))
        #expect(day.closed.count == 1 && day.repeated.isEmpty)
    }

    @Test(arguments: [Verdict.noise, .known, .duplicate])
    func whatWasDismissedIsNoCloseAndNeedsNoCause(verdict: Verdict) throws {
        var dismissed = Days.closed(2, at: Days.november(20), cause: 0)
        (dismissed.verdict, dismissed.cause) = (verdict, nil)
        let day = try look(history([Days.closed(1, at: Days.november(20), cause: 0), dismissed]))
        #expect(day.closed.map(\.id) == [1] && day.withoutCause == 0)
    }

    @Test func whatWasForeseenAndSeenToInTimeHasNotComeBack() throws {
        let foreseen = (1...4 as ClosedRange<Int64>).map { id in
            var problem = Days.closed(id, at: Days.november(20), cause: 0)
            problem.predicted = Days.november(19)
            return problem
        }
        let day = try look(history(foreseen))
        #expect(day.closed.count == 4 && day.repeated.isEmpty && day.toPrevent.isEmpty)
    }

    @Test func aCauseThatSaysNothingIsCountedAndNoCategory() throws {
        let day = try look(history((1...4).map { Days.closed($0, at: Days.november(20), cause: 2) }))
        #expect(day.withoutCause == 4 && day.repeated.isEmpty && day.toPrevent.isEmpty)
    }

    @Test func aCauseIsWorthALookAtPreventionUntilADecisionPreventsIt() throws {
        let history = history((1...3).map { Days.closed($0, at: Days.november(18), cause: 0) })
        #expect(try look(history).toPrevent.map(\.cause) == ["image"])
        var body = Self.body(.prevention, "image")
        #expect(try look(history, [Self.decision(1, body)]).toPrevent.isEmpty)
        body.rolledBack = Days.november(20, hour: 9)
        #expect(try look(history, [Self.decision(1, body)]).toPrevent.count == 1)
    }

    @Test func whatIsDecidedAgainstOneOfTwoCausesThatWereMergedIsAgainstBoth() throws {
        let history = history((1...3).map { Days.closed($0, at: Days.november(18), cause: 0) })
        for workflow in ["suppressions", nil] {
            let decision = try Self.decision(1, Self.body(.prevention, "photo"), workflow: workflow)
            #expect(try look(history, [decision]).toPrevent.count == 1)
            let merge = try Self.decision(2, Self.body(.rule, CauseMerges.subject("photo", into: "image")))
            #expect(try look(history, [decision, merge]).toPrevent.isEmpty)
        }
    }

    private static func body(_ kind: Decision.Kind, _ subject: String) -> DecisionBody {
        DecisionBody(kind: kind, subject: subject, effective: Days.november(19), review: Days.november(30))
    }

    private static func decision(
        _ number: Int64, _ body: DecisionBody, workflow: String? = "suppressions"
    ) throws -> LoopRecord {
        LoopRecord(
            .decision, number: number, key: "\(number)", workflow: workflow, state: "in-force", at: body.effective,
            by: "mia", body: try body.json)
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
