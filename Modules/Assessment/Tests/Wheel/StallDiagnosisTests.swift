import Assessment
import FlywheelKit
import Statistics
import Testing

@Suite struct StallDiagnosisTests {
    @Test(arguments: Habit.stalled, [UInt64](1...2))
    func eachStallIsNamed(habit: Habit, seed: UInt64) throws {
        let health = WheelHealth(of: try habit.organisation.history(seed: seed))
        #expect(health.stall.verdict.code == habit.code, "\(habit.name), seed \(seed): \(health.stall.sentence)")
        let confidence = try #require(health.stall.confidence)
        #expect(confidence >= 0.8)
        let evidence = try #require(health.stall.evidence.first)
        #expect(evidence.text.contains { $0.isNumber })
        #expect(health.stall.candidates.first?.stall.rawValue == habit.code)
        #expect(health.stall.candidates.count == 6)
    }

    @Test(arguments: Habit.healthy, [UInt64](1...2))
    func whatIsUnusualAndHealthyIsNotStalled(habit: Habit, seed: UInt64) throws {
        let stall = WheelHealth(of: try habit.organisation.history(seed: seed)).stall
        #expect(stall.verdict == .healthy, "\(habit.name), seed \(seed): \(stall.sentence)")
    }

    @Test func fiveWeeksAreTooFew() throws {
        var organisation = Organisation()
        organisation.weeks = 5
        let stall = WheelHealth(of: try organisation.history(seed: 1)).stall
        #expect(stall.verdict == .inconclusive && stall.confidence == nil)
        #expect(stall.missing.first == "visibility: 5 full weeks were watched, and it takes 8")
    }

    @Test func aYearOfOneProblemAMonthIsTooLittle() throws {
        var organisation = Organisation()
        organisation.arrivals = 1.0 / 28
        let stall = WheelHealth(of: try organisation.history(seed: 1)).stall
        #expect(stall.verdict == .inconclusive && stall.missing.count == 6)
    }

    @Test func withoutPlacesAndAmountsTheOrderIsNotKnownAndNothingIsCalledHealthy() throws {
        var history = try Organisation().history(seed: 1)
        for place in history.problems.indices {
            history.problems[place].rankAtClaim = nil
            history.problems[place].atRiskAtOpen = nil
        }
        let stall = WheelHealth(of: history).stall
        #expect(stall.verdict == .inconclusive)
        #expect(stall.missing == ["prioritization: of 0 claims it is known where the row stood, and it takes 30"])
    }

    @Test func aQueueThatNobodyWorksWithSaysNothingOfCapacity() throws {
        var organisation = Organisation()
        organisation.capacity = { _ in 0 }
        let stall = WheelHealth(of: try organisation.history(seed: 1)).stall
        #expect(stall.verdict == .inconclusive)
        #expect(stall.missing.contains("resolution: 0 problems were taken on, and it takes 30"))
    }

    @Test func whatIsKnownToStallIsNamedWhereOtherHandoffsAreNotKnown() throws {
        var history = try #require(Habit.stalled.first { $0.code == "no-capture" }).organisation.history(seed: 1)
        for place in history.problems.indices { history.problems[place].rankAtClaim = nil }
        for place in history.problems.indices { history.problems[place].atRiskAtOpen = nil }
        let stall = WheelHealth(of: history).stall
        #expect(stall.verdict == .stalled(.noCapture) && stall.missing.count == 1)
    }

    @Test func anEmptyHistoryIsInconclusive() throws {
        let start = Instant(seconds: 1_800_000_000)
        let history = WorkHistory(from: start, until: start, currency: try #require(Currency("EUR")))
        let health = WheelHealth(of: history)
        #expect(health.stall.verdict == .inconclusive && health.cycle.stage == nil && health.handoffs.isEmpty)
        #expect(health.phases.map(\.phase) == WheelPhase.allCases)
        #expect(health.phases.allSatisfy { $0.main.value == nil && $0.main.unknown != nil })
    }

    @Test(arguments: [UInt64](11...14))
    func theOrderOfProblemsDoesNotMatter(seed: UInt64) throws {
        let history = try Organisation.climbing.history(seed: seed)
        var random = SplitMix64(seed: seed)
        var shuffled = history
        shuffled.problems.shuffle(using: &random)
        #expect(WheelHealth(of: shuffled) == WheelHealth(of: history))
    }

    @Test(arguments: Habit.stalled)
    func everythingTwiceKeepsTheDiagnosis(habit: Habit) throws {
        let history = try habit.organisation.history(seed: 4)
        var doubled = history
        let (count, subjects) = (Int64(history.problems.count), history.problems.count)
        for problem in history.problems {
            var twin = problem
            twin.id += count
            twin.subject += subjects
            twin.identity += UInt64(count)
            twin.repeatOf = problem.repeatOf.map { $0 + count }
            doubled.problems.append(twin)
        }
        let (one, two) = (WheelHealth(of: history), WheelHealth(of: doubled))
        #expect(one.stall.verdict == two.stall.verdict, "\(habit.name)")
        #expect(two.capacity.open == 2 * one.capacity.open)
    }

    @Test func theSameHistoryGivesTheSameJudgement() throws {
        let history = try Organisation().history(seed: 5)
        #expect(WheelHealth(of: history) == WheelHealth(of: history))
    }

    @Test func theSecondCandidateIsTheNextInWeight() throws {
        var organisation = Organisation()
        organisation.caused = { _ in 0.2 }
        organisation.verified = 0.7
        let stall = WheelHealth(of: try organisation.history(seed: 2)).stall
        #expect(stall.verdict == .stalled(.noCapture) && stall.second == .noVerification)
    }

    @Test func lateOwnershipSaysNothingOfCapacityWhereWorkIsTakenInAnyOrder() throws {
        var organisation = Organisation()
        organisation.ranked = { _ in 0.1 }
        organisation.byArrival = false
        organisation.capacity = { _ in 12 }
        let stall = WheelHealth(of: try organisation.history(seed: 3)).stall
        #expect(stall.verdict == .stalled(.noRanking))
    }
}
