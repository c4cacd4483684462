import Assessment
import FlywheelKit
import Testing

@Suite struct YieldTests {
    private let start = Instant(seconds: 1_767_225_600)

    /// Four problems a day for twelve weeks, found in the morning, claimed and closed the same day.
    private func history(_ change: (inout Problem, _ place: Int) -> Void) throws -> WorkHistory {
        var history = WorkHistory(
            from: start, until: start.advanced(byDays: 84), currency: try #require(Currency("EUR")),
            workflows: [InstalledWorkflow(id: "w", title: "W")])
        (history.kinds, history.people, history.causes) = (["k"], ["ada"], ["w.image", "w.other"])
        for day in 0..<84 {
            let at = start.advanced(byDays: Double(day) + 0.25)
            history.turns.append(TurnMeasures(id: Int64(day + 1), at: at))
            for row in 0..<4 {
                let place = 4 * day + row
                var problem = Problem(
                    id: Int64(place + 1), workflow: 0, kind: 0, subject: place, identity: UInt64(place), detected: at)
                problem.onset = at.advanced(byDays: -0.25)
                problem.claimed = at.advanced(byDays: 0.1 + 0.05 * Double(row))
                problem.ended = at.advanced(byDays: 0.5)
                (problem.closer, problem.verdict, problem.cause) = (0, .actionable, 0)
                (problem.isVerified, problem.verified) = (true, at.advanced(byDays: 1))
                change(&problem, place)
                history.problems.append(problem)
            }
        }
        return history
    }

    private func yield(_ phase: WheelPhase, of history: WorkHistory) throws -> Yield {
        try #require(WheelHealth(of: history).phases.first { $0.phase == phase }).main
    }

    @Test func alwaysTheTopRowIsTheQueuesOrder() throws {
        let order = try yield(.prioritization, of: try history { problem, _ in problem.rankAtClaim = .init(1, of: 20) })
        #expect(order.value == 1 && order.short.isEmpty && order.interval == 1...1)
    }

    @Test func alwaysTheLastRowIsNone() throws {
        let order = try yield(
            .prioritization, of: try history { problem, _ in problem.rankAtClaim = .init(20, of: 20) })
        #expect(order.value == 0 && order.short.first == .problem(335))
    }

    /// Place 2 of 11, of which four were ever taken on: 1 - 2·1/3.
    @Test func rowsThatNobodyEverTakesOnAreNoChoice() throws {
        let history = try history { problem, place in
            // Another queue each time: they do not stand in one list.
            problem.rankAtClaim = place.isMultiple(of: 4) ? .init(2, of: 11) : nil
        }
        let order = try yield(.prioritization, of: history)
        #expect(abs(try #require(order.value) - 1.0 / 3) < 1e-12)
    }

    /// Four rows of one list of the morning, taken from the top: 1 of 4, and then 1 of 3, 1 of 2 and 1 of 1.
    @Test func aListOfTheMorningTakenFromTheTopIsInOrder() throws {
        let order = try yield(
            .prioritization,
            of: try history { problem, place in problem.rankAtClaim = .init(Int32(place % 4 + 1), of: 4) })
        #expect(order.value == 1)
    }

    @Test func aListOfTheMorningTakenFromTheBottomIsNot() throws {
        let order = try yield(
            .prioritization,
            of: try history { problem, place in problem.rankAtClaim = .init(Int32(4 - place % 4), of: 4) })
        #expect(order.value == 0)
    }

    @Test func allRowsOfAListAtOnceSayNothingOfTheirOrder() throws {
        let history = try history { problem, place in
            problem.claimed = problem.detected.advanced(byDays: 0.1)
            problem.rankAtClaim = .init(Int32(place % 4 + 1), of: 4)
        }
        let order = try yield(.prioritization, of: history)
        #expect(order.value == nil && order.unknown != nil)
    }

    /// A burst of three, worth 30 together, before a row worth 20; both far down the queue of all workflows.
    @Test func rowsTakenWithTheirGroupAreOneChoiceWorthTheirSum() throws {
        let history = try history { problem, place in
            let isMember = place % 4 < 3
            problem.atRiskAtOpen = isMember ? 10 : 20
            if isMember { problem.claimed = problem.detected.advanced(byDays: 0.1) }
            problem.rankAtClaim = .init(50, of: 155)
        }
        let order = try yield(.prioritization, of: history)
        #expect(order.value == 1 && order.short.isEmpty)
    }

    @Test func aGroupTakenBeforeTheRowAboveItIsNotInOrder() throws {
        let history = try history { problem, place in
            let isMember = place % 4 < 3
            if isMember { problem.claimed = problem.detected.advanced(byDays: 0.1) }
            problem.rankAtClaim = .init(isMember ? 2 : 1, of: 20)
        }
        #expect(try yield(.prioritization, of: history).value == 0)
    }

    /// 80 of 332 were found late; four more began before anybody watched.
    @Test func oneInFourFoundLateIsThreeQuarters() throws {
        let history = try history { problem, place in
            if place % 4 == 1 { problem.onset = problem.detected.advanced(byDays: -4) }
        }
        let found = try yield(.visibility, of: history)
        #expect(
            abs(try #require(found.value) - 252.0 / 332) < 1e-12 && found.target == 0.9 && found.reachesTarget == false)
        #expect(found.short.count == 20 && found.short.first == .problem(334))
        #expect(found.weeks.count == 12 && found.weeks.allSatisfy { $0.count == 28 || $0.count == 24 })
    }

    @Test func whatBeganBeforeAnybodyWatchedCountsForNothing() throws {
        let history = try history { problem, place in
            if place % 4 == 1 { problem.onset = Instant(seconds: 1_700_000_000) }
        }
        #expect(try yield(.visibility, of: history).value == 1)
    }

    @Test func aCauseCalledOtherAndAClaimWithoutACloseLeaveNone() throws {
        let history = try history { problem, place in
            if place % 4 == 1 { problem.cause = 1 }
            if place % 4 == 2 { (problem.closer, problem.verdict, problem.cause) = (nil, .selfCleared, nil) }
        }
        #expect(try yield(.betterData, of: history).value == 0.5)
    }

    @Test(arguments: [Verdict.noise, .known, .duplicate])
    func whatWasDismissedIsAskedForNoCause(verdict: Verdict) throws {
        let history = try history { problem, place in
            if place % 4 == 1 { (problem.verdict, problem.cause) = (verdict, nil) }
        }
        #expect(try yield(.betterData, of: history).value == 1)
    }

    @Test func aCloseWithoutAnswerCountsAfterSevenDaysAndNotBefore() throws {
        let history = try history { problem, place in
            if place % 4 == 1 { (problem.isVerified, problem.verified) = (nil, nil) }
        }
        let verified = try yield(.betterPerformance, of: history)
        // 84 days of three, and of one on the 77 days before the last week.
        #expect(verified.count == 84 * 3 + 77)
        #expect(try #require(verified.value) > 0.75)
    }

    @Test func aRefutedCloseLeftOpenCountsAgainst() throws {
        let history = try history { problem, place in
            guard place % 4 == 1 else { return }
            (problem.ended, problem.closer, problem.isVerified, problem.verified) = (nil, nil, nil, nil)
            (problem.notFixed, problem.refuted) = (1, problem.detected.advanced(byDays: 2))
        }
        let verified = try yield(.betterPerformance, of: history)
        #expect(try #require(verified.value) < 0.85 && verified.short.isEmpty == false)
    }
}
