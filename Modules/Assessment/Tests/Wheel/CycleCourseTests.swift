import Assessment
import Testing

@Suite struct CycleCourseTests {
    @Test(arguments: [UInt64](1...2))
    func aYearThatTakesEachStepReachesTheCyclesInOrder(seed: UInt64) throws {
        let cycle = WheelHealth(of: try Organisation.climbing.history(seed: seed)).cycle
        let stages = cycle.months.compactMap(\.stage)
        #expect(stages == stages.sorted(), "seed \(seed): \(stages)")
        #expect(stages.first == 1 && cycle.stage == 5 && cycle.falls.isEmpty)
        #expect(cycle.reached.map(\.stage) == [1, 2, 3, 4, 5])
        let moments = cycle.reached.map(\.from)
        #expect(moments == moments.sorted())
    }

    @Test(arguments: [UInt64](1...2))
    func rankingGivenUpFallsToTheFirstCycle(seed: UInt64) throws {
        var organisation = Organisation.climbing
        organisation.ranked = { $0 < 70 || $0 > 280 ? 0.2 : 0.95 }
        let health = WheelHealth(of: try organisation.history(seed: seed))
        let fall = try #require(health.cycle.regression)
        #expect(health.cycle.stage == 1 && fall.to == 1 && fall.from >= 4)
        #expect(fall.reasons.first == .rankingAbandoned && fall.lost.contains { $0.kind == .rankedOrder })
        #expect(fall.since > health.cycle.months[8].from)
        #expect(health.stall.verdict == .stalled(.noRanking))
    }

    @Test(arguments: [UInt64](1...2))
    func aFloodedQueueFallsToTheSecondCycle(seed: UInt64) throws {
        var organisation = Organisation.climbing
        organisation.season = { $0 > 280 ? 2 : 1 }
        let fall = try #require(WheelHealth(of: try organisation.history(seed: seed)).cycle.regression)
        #expect(fall.to == 2 && fall.reasons.first == .queueFlooded, "seed \(seed): \(fall.reasons)")
        #expect(fall.lost.contains { $0.kind == .levelQueue })
    }

    @Test(arguments: [UInt64](1...2))
    func aKeyPersonWhoLeavesIsNamed(seed: UInt64) throws {
        var organisation = Organisation.climbing
        organisation.caused = { $0 < 140 || $0 > 280 ? 0.3 : 0.95 }
        organisation.present = { $0 != 0 || $1 < 280 }
        let fall = try #require(WheelHealth(of: try organisation.history(seed: seed)).cycle.regression)
        #expect(fall.reasons.contains(.keyPersonLeft) && fall.lost.contains { $0.kind == .causesCaptured })
        #expect(fall.evidence.contains { $0.text.hasPrefix("p0 closed ") })
    }

    @Test func oneWorkflowAloneIsNoCycle() throws {
        var organisation = Organisation()
        organisation.worths = [300]
        let cycle = WheelHealth(of: try organisation.history(seed: 1)).cycle
        #expect(cycle.stage == 0 && cycle.reached.isEmpty && cycle.falls.isEmpty)
    }

    @Test func whatHoldsByChanceSaysSo() throws {
        let years = try [UInt64](1...4).map { WheelHealth(of: try Organisation.climbing.history(seed: $0)).cycle }
        let conditions = years.flatMap(\.months).flatMap(\.conditions)
        let atMost: Set<CycleCondition.Kind> = [
            .heroResolution, .levelQueue, .detectionTime, .openExposure, .repeatRate,
        ]
        let beyond = conditions.filter { condition in
            guard condition.outcome == .met, let value = condition.value, let limit = condition.limit else {
                return false
            }
            return atMost.contains(condition.kind) ? value > limit : value < limit
        }
        #expect(beyond.count > 5)
        for condition in conditions {
            #expect(condition.text.hasSuffix("; that may be chance, so it holds") == beyond.contains(condition))
        }
    }

    @Test func everyMonthSaysAllTenConditionsWithTheirFigures() throws {
        let cycle = WheelHealth(of: try Organisation.climbing.history(seed: 9)).cycle
        #expect(cycle.months.count == 13)
        for month in cycle.months { #expect(month.conditions.map(\.kind) == CycleCondition.Kind.allCases) }
        let order = try #require(cycle.months.last?.conditions.first { $0.kind == .rankedOrder })
        #expect(order.outcome == .met && order.text.hasPrefix("order of work, 1 is the queue's: 0.9"))
    }

    @Test(arguments: [UInt64](1...6))
    func whereNothingChangesNothingIsLost(seed: UInt64) throws {
        let falls = WheelHealth(of: try Organisation().history(seed: seed)).cycle.falls
        #expect(falls.isEmpty, "seed \(seed): \(falls.map(\.lost))")
    }

    @Test(arguments: [UInt64](1...2))
    func aFloodThatIsWorkedOffIsAFallThatIsMadeUpFor(seed: UInt64) throws {
        var organisation = Organisation.climbing
        organisation.season = { (200..<228).contains($0) ? 2.5 : $0 < 200 ? 1 : 0.6 }
        let cycle = WheelHealth(of: try organisation.history(seed: seed)).cycle
        let fall = try #require(cycle.falls.first { $0.lost.contains { $0.kind == .levelQueue } })
        #expect(fall.reasons.first == .queueFlooded && cycle.regression == nil)
        #expect(try #require(fall.regained) > fall.since)
    }

    @Test func whereNobodySaidHowManyHoursThereAreWhoeverWorkedIsCounted() throws {
        var history = try Organisation.climbing.history(seed: 1)
        for place in history.turns.indices { history.turns[place].staffHours = nil }
        let managed = WheelHealth(of: history).cycle.months.last?.conditions.first { $0.kind == .listingsPerPerson }
        // Three people, of some 4,100 listings.
        let value = try #require(managed?.value)
        #expect(value > 1_300 && value < 1_420)
    }

    @Test func withoutSalesOpenExposureIsForEachListingAndSaysSo() throws {
        var history = try Organisation.climbing.history(seed: 1)
        func text(_ health: WheelHealth) -> String? {
            health.cycle.months.last?.conditions.first { $0.kind == .openExposure }?.text
        }
        #expect(text(WheelHealth(of: history))?.hasPrefix("open revenue at risk against sales: ") == true)
        for place in history.turns.indices { history.turns[place].weekRevenue = nil }
        let found = try #require(text(WheelHealth(of: history)))
        #expect(found.hasPrefix("open revenue at risk for each listing, in minor units: "), "\(found)")
    }

    @Test func withoutPeopleTheFifthCycleIsNotKnownAndNotReached() throws {
        var history = try Organisation.climbing.history(seed: 1)
        for place in history.turns.indices { history.turns[place].staffHours = nil }
        for place in history.problems.indices {
            history.problems[place].worker = nil
            history.problems[place].closer = nil
        }
        let cycle = WheelHealth(of: history).cycle
        let managed = cycle.months.last?.conditions.first { $0.kind == .listingsPerPerson }
        #expect(managed?.outcome == .unknown && managed?.value == nil && cycle.stage != 5)
    }
}

extension Organisation {
    /// A year in which each step is taken: order first, then causes, then thresholds, while the catalogue grows.
    static var climbing: Organisation {
        var organisation = Organisation()
        organisation.ranked = { $0 < 70 ? 0.2 : 0.95 }
        organisation.caused = { $0 < 140 ? 0.3 : 0.95 }
        organisation.decides = { $0 > 200 && $0 % 14 == 5 }
        organisation.listings = { 2_000 + 6 * $0 }
        organisation.revenue = { 5_000_000 + 15_000 * Int64($0) }
        organisation.repeats = { $0 < 150 ? 0.25 : $0 < 250 ? 0.15 : 0.05 }
        organisation.season = { $0 < 200 ? 1 : $0 < 260 ? 0.9 : 0.8 }
        return organisation
    }
}
