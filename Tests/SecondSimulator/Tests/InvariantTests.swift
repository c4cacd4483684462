import Assessment
import FlywheelKit
import SecondSimulator
import Testing

@Suite struct InvariantTests {
    private static let seeds: [UInt64] = [3, 18]

    /// Simulated once for all tests, in the order of the scenarios and seeds.
    private static let histories = Scenario.allCases.map { scenario in
        Dictionary(
            uniqueKeysWithValues: seeds.map { seed in
                (seed, SecondSimulator.history(scenario: scenario, seed: seed, weeks: 6))
            })
    }

    private func history(_ scenario: Scenario, _ seed: UInt64) throws -> WorkHistory {
        try #require(zip(Scenario.allCases, Self.histories).first { $0.0 == scenario }?.1[seed])
    }

    @Test(arguments: Scenario.allCases) func aSeedGivesTheSameHistoryAgain(scenario: Scenario) throws {
        let (first, other) = (try history(scenario, 3), try history(scenario, 18))
        let again = SecondSimulator.history(scenario: scenario, seed: 3, weeks: 6)
        #expect(first.problems == again.problems && first.turns == again.turns && first.decisions == again.decisions)
        #expect(first.problems != other.problems)
    }

    @Test(arguments: Scenario.allCases, seeds) func timesAreInOrderAndNothingIsLaterThanTheEnd(
        scenario: Scenario, seed: UInt64
    ) throws {
        let history = try history(scenario, seed)
        let turns = Set(history.turns.map(\.at))
        #expect(history.turns.map(\.at) == history.turns.map(\.at).sorted())
        #expect(history.turns.allSatisfy { history.from <= $0.at && $0.at <= history.until })
        #expect(history.decisions.allSatisfy { history.from < $0.at && $0.at <= history.until && $0.at < $0.review })
        let wrong = history.problems.filter { problem in
            let times = [problem.detected, problem.claimed, problem.ended, problem.verified].compactMap(\.self)
            return times != times.sorted() || times.contains { $0 < history.from || history.until < $0 }
                || (problem.predicted == nil && problem.onset ?? problem.detected > problem.detected)
                || !(problem.verified.map(turns.contains) ?? true)
                || (problem.source == .stage && !turns.contains(problem.detected))
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: Scenario.allCases, seeds) func anOpenRowHasNoOutcomeAndAnEndedOneHas(
        scenario: Scenario, seed: UInt64
    ) throws {
        let problems = try history(scenario, seed).problems
        let open = problems.filter { $0.ended == nil }
        #expect(open.allSatisfy { $0.verdict == nil && $0.closer == nil && $0.cause == nil })
        #expect(open.allSatisfy { $0.isVerified == nil && $0.atRiskAtEnd == nil })
        let ended = problems.filter { $0.ended != nil }
        #expect(ended.allSatisfy { $0.verdict != nil && ($0.closer != nil) == ($0.cause != nil) })
        #expect(problems.allSatisfy { ($0.refuted != nil) == ($0.notFixed > 0) })
        #expect(ended.allSatisfy { $0.isVerified == nil || ($0.closer != nil && $0.verified != nil) })
    }

    @Test(arguments: Scenario.allCases, seeds) func everyPlaceIsThereAndEveryShareIsOne(
        scenario: Scenario, seed: UInt64
    ) throws {
        let history = try history(scenario, seed)
        #expect(history.problems.map(\.id) == history.problems.indices.map { Int64($0 + 1) })
        let wrong = history.problems.filter { problem in
            !history.workflows.indices.contains(problem.workflow) || !history.kinds.indices.contains(problem.kind)
                || !history.subjects.indices.contains(problem.subject)
                || !(problem.cause.map(history.causes.indices.contains) ?? true)
                || ![problem.worker, problem.closer].compactMap(\.self).allSatisfy(history.people.indices.contains)
                || (problem.claimed != nil) != (problem.worker != nil && problem.rankAtClaim != nil)
                || !(problem.rankAtClaim.map { 1 <= $0.place && $0.place <= $0.waiting } ?? true)
                || problem.stepsAutomatic > problem.stepsDone || problem.stepsDone > problem.steps
        }
        #expect(wrong.isEmpty)
        let wrongTurns = history.turns.filter { turn in
            turn.freshFeeds > turn.feeds || (turn.watched ?? 0) > turn.listings || turn.heroes > turn.listings
                || turn.stockedOut > turn.stockKnown || !(turn.heroFeaturedShare.map((0...1).contains) ?? true)
        }
        #expect(wrongTurns.isEmpty)
    }

    @Test(arguments: Scenario.allCases, seeds) func repeatsAndRegressionsFollowAVerifiedEnd(
        scenario: Scenario, seed: UInt64
    ) throws {
        let history = try history(scenario, seed)
        let problems = Dictionary(uniqueKeysWithValues: history.problems.map { ($0.id, $0) })
        let wrong = history.problems.filter { problem in
            let earlier = [problem.repeatOf, problem.regressionOf].compactMap { $0.flatMap { problems[$0] } }
            return earlier.contains { before in
                before.isVerified != true || before.verified.map { $0 > problem.detected } ?? true
                    || before.subject != problem.subject || before.kind != problem.kind
            } || problem.repeatOf.flatMap { problems[$0] }.map { $0.cause != problem.cause } ?? false
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [Scenario.healthy, .noRanking, .noCapacity], seeds)
    func aRankIsThatByAmountAmongTheRowsThatWaited(scenario: Scenario, seed: UInt64) throws {
        let problems = try history(scenario, seed).problems
        for problem in problems where problem.id % 20 == 0 {
            guard let rank = problem.rankAtClaim, let claimed = problem.claimed else { continue }
            // What the data refuted may wait or not; all else waited from its beginning to its claim or its end.
            let there = problems.filter {
                $0.id != problem.id && $0.detected <= claimed && $0.ended ?? claimed >= claimed
            }
            let surely = there.filter { ($0.claimed ?? $0.ended).map { $0 > claimed } ?? true }
            let perhaps = there.filter { ($0.claimed ?? $0.ended).map { $0 >= claimed } ?? true || $0.notFixed > 0 }
            let amount = problem.atRiskAtOpen ?? -1
            #expect(Int(rank.waiting) > surely.count && Int(rank.waiting) <= perhaps.count + 1)
            #expect(Int(rank.place) > surely.count { $0.atRiskAtOpen ?? -1 > amount })
            #expect(Int(rank.place) <= perhaps.count { $0.atRiskAtOpen ?? -1 >= amount } + 1)
        }
    }
}
