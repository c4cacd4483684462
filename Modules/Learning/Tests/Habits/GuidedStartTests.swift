import Assessment
import FlywheelKit
import Learning
import Testing

@Suite struct GuidedStartTests {
    private func history(days: Double, turns: Int = 1) -> WorkHistory {
        Days.history(until: Days.november(1).advanced(byDays: days), turns: turns)
    }

    /// A history in which somebody claimed from the top so often, and closed so many with each cause.
    private func worked(days: Double, claims: Int = 5, causes: [Int] = [], hours: Double? = 40) -> WorkHistory {
        var history = history(days: days)
        history.turns[0].staffHours = hours
        history.problems = (0..<max(claims, causes.count)).map { number in
            var problem = Days.closed(
                Int64(number + 1), at: Days.november(2), cause: number < causes.count ? causes[number] : 2)
            problem.rankAtClaim = number < claims ? Problem.Rank(1, of: 20) : nil
            if number >= causes.count { (problem.ended, problem.closer, problem.cause) = (nil, nil, nil) }
            return problem
        }
        return history
    }

    @Test func beforeTheFirstTurnAFileIsNextAndThenATurn() {
        let empty = GuidedStart(history(days: 0, turns: 0))
        #expect(empty.month == 1 && empty.next?.name == .importFile && empty.day == nil && !empty.isOver)
        let imported = GuidedStart(history(days: 0, turns: 0), hasFacts: true)
        #expect(imported.next?.name == .rotation)
        #expect(GuidedStart(history(days: 0)).next?.name == .claims)
    }

    /// Ten closes on the day after the first turn, without a cause that says something.
    private let closes = Array(repeating: 2, count: 10)

    @Test func theFirstMonthIsOverAfterClaimsByRankAndThirtyDaysOfClosing() {
        var start = GuidedStart(worked(days: 30.5, causes: closes))
        #expect(start.month == 1 && start.next?.name == .resolution && start.next?.count == 29 && start.day == 31)
        start = GuidedStart(worked(days: 31, causes: closes))
        #expect(start.month == 2 && start.next?.name == .causes)
        #expect(GuidedStart(worked(days: 32, claims: 4, causes: Array(closes.dropFirst(6)))).next?.name == .claims)
    }

    @Test func timeAloneMeasuresNothing() throws {
        let start = GuidedStart(worked(days: 90))
        #expect(start.month == 1 && start.next?.name == .closes && start.next?.count == 0)
        let resolution = try #require(start.steps.first { $0.name == .resolution })
        #expect(!resolution.isDone && resolution.count == 0)
        let few = GuidedStart(worked(days: 90, causes: Array(closes.dropFirst())))
        #expect(few.next?.name == .closes && few.next?.count == 9 && few.next?.of == 10)
    }

    @Test func hoursAreAskedForUntilATurnKnowsThem() {
        let start = GuidedStart(worked(days: 40, causes: closes, hours: nil))
        #expect(start.month == 1 && start.next?.name == .hours)
        #expect(GuidedStart(worked(days: 40, causes: closes)).next?.name == .causes)
    }

    @Test func aClaimFromFarDownTheQueueIsNoneByRank() {
        var history = worked(days: 1)
        for place in history.problems.indices { history.problems[place].rankAtClaim = Problem.Rank(4, of: 20) }
        #expect(GuidedStart(history).next?.count == 0)
        for place in history.problems.indices { history.problems[place].rankAtClaim = Problem.Rank(4, of: 40) }
        #expect(GuidedStart(history).next?.name == .closes)
    }

    @Test func theSecondMonthIsOverWhenMostClosesSayWhy() {
        let mostly = Array(repeating: 0, count: 8) + [2, 2]
        #expect(GuidedStart(worked(days: 40, causes: Array(mostly.dropFirst()) + [2])).next?.name == .causes)
        #expect(GuidedStart(worked(days: 40, causes: mostly)).next?.name == .threshold)
    }

    /// So many closes, one an hour from the second of November on, with a cause that says something where that is asked for.
    private func closing(_ count: Int, saying: (Int) -> Bool) -> WorkHistory {
        var history = worked(days: 40)
        history.problems += (0..<count).map { number in
            Days.closed(
                Int64(number + 100), at: Days.november(2).advanced(bySeconds: Int64(number) * 3_600),
                cause: saying(number) ? 0 : 2)
        }
        return history
    }

    @Test(arguments: [Verdict.noise, .known, .duplicate])
    func whatWasDismissedIsNoCloseAndNeedsNoCause(verdict: Verdict) {
        func dismissing(_ history: WorkHistory, _ range: Range<Int>) -> WorkHistory {
            var history = history
            for place in range {
                (history.problems[place].verdict, history.problems[place].cause) = (verdict, nil)
            }
            return history
        }
        let open = closing(0) { _ in true }.problems.count
        let half = dismissing(closing(20) { $0 >= 10 }, open..<open + 10)
        #expect(GuidedStart(half).next?.name == .threshold)
        let few = GuidedStart(dismissing(closing(12) { _ in true }, open..<open + 3))
        #expect(few.next?.name == .closes && few.next?.count == 9)
        let none = GuidedStart(dismissing(closing(10) { _ in true }, open..<open + 10))
        #expect(none.steps.first { $0.name == .resolution }?.count == 0, "nothing was resolved")
    }

    @Test func theNewestClosesCountInTheOrderOfClosing() {
        var history = closing(20) { $0 >= 10 }
        #expect(GuidedStart(history).next?.name == .threshold)
        // The same closes, of problems that were found in the other order.
        let closes = history.problems.suffix(20)
        let found = zip(closes, closes.map(\.id).reversed()).map { problem, id in
            var problem = problem
            problem.id = id
            return problem
        }
        history.problems.replaceSubrange(closes.indices, with: found.reversed())
        #expect(GuidedStart(history).next?.name == .threshold)
    }

    @Test func aStepIsDoneJustWhenItCountsAllThatItTakes() throws {
        let cases = [(10, 7, 7, 8), (10, 8, 8, 8), (50, 12, 12, 20), (50, 20, 20, 20), (50, 25, 20, 20)]
        for (closes, said, count, of) in cases {
            let start = GuidedStart(closing(closes) { $0 >= closes - said })
            let causes = try #require(start.steps.first { $0.name == .causes })
            #expect(causes.count == count && causes.of == of && causes.isDone == (count == of), "\(closes) \(said)")
            #expect(start.steps.allSatisfy { $0.count <= $0.of && $0.isDone == ($0.count == $0.of) })
        }
    }

    @Test func itEndsByItselfWithTheFirstTunedThresholdOrWithTime() {
        var history = worked(days: 70, causes: Array(repeating: 0, count: 10))
        #expect(!GuidedStart(history).isOver && GuidedStart(history).month == 3)
        history.decisions = [
            Decision(
                id: 1, kind: .threshold, workflow: 0, subject: "least-share", at: Days.november(20),
                review: Days.november(30))
        ]
        #expect(GuidedStart(history).isOver && GuidedStart(history).next == nil)
        #expect(!GuidedStart(self.history(days: 119)).isOver)
        #expect(GuidedStart(self.history(days: 120)).isOver)
    }

    @Test func resolutionCountsOpenProblemsForAsLongAsTheyLast() throws {
        var history = history(days: 10)
        #expect(GuidedStart.medianDays(of: history) == nil)
        history.problems = [
            Days.closed(1, at: Days.november(3), cause: 0), Days.closed(2, at: Days.november(4), cause: 0),
        ]
        #expect(try #require(GuidedStart.medianDays(of: history)) == 1)
        let open = Problem(
            id: 3, workflow: 0, kind: 0, subject: 0, identity: 3, detected: Days.november(2))
        history.problems += [open, open, open]
        #expect(GuidedStart.medianDays(of: history) == nil)
    }
}
