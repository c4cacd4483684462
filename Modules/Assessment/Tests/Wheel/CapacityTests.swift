import Assessment
import FlywheelKit
import Testing

@Suite struct CapacityTests {
    /// 40 a day of 0.15 hours each, 7 hours a day: ρ = 0.857.
    @Test func utilisationIsTheOneOfTheHandbooks() {
        let load = CapacityOutlook.utilisation(arrivals: 40, touchHours: 0.15, staffHours: 7)
        #expect(abs(load - 0.857142857142857) < 1e-12)
    }

    @Test(arguments: [(0.75, 3.0), (0.9, 9), (0.95, 19)])
    func waitingGrowsAsUtilisationNearsOne(load: Double, times: Double) throws {
        let growth = try #require(CapacityOutlook.queueGrowth(utilisation: load))
        #expect(abs(growth - times) < 1e-9)
    }

    @Test func atFullUtilisationWaitingHasNoEnd() {
        #expect(CapacityOutlook.queueGrowth(utilisation: 1) == nil)
    }

    /// (40 + 100/20) · 0.15 = 6.75 hours a day.
    @Test func clearingABacklogTakesItsShareOfEachDay() {
        let hours = CapacityOutlook.hoursPerDay(clearing: 100, within: 20, arrivalsPerDay: 40, touchHours: 0.15)
        #expect(abs(hours - 6.75) < 1e-12)
    }

    /// Two a day for eight weeks, each open two days, half of them timed at 30 minutes, the other kind not at all.
    @Test func aHistoryByHandGivesTheFiguresByHand() throws {
        let start = Instant(seconds: 1_767_225_600)
        var history = WorkHistory(
            from: start, until: start.advanced(byDays: 56), currency: try #require(Currency("EUR")),
            workflows: [InstalledWorkflow(id: "w", title: "W")])
        history.kinds = ["timed", "not"]
        history.people = ["ada"]
        for place in 0..<112 {
            let detected = start.advanced(byDays: Double(place / 2) + 0.5)
            var problem = Problem(
                id: Int64(place + 1), workflow: 0, kind: place % 2, subject: place, identity: UInt64(place),
                detected: detected)
            let ended = detected.advanced(byDays: 2)
            if ended <= history.until {
                (problem.claimed, problem.ended, problem.closer) = (detected, ended, 0)
                problem.touchMinutes = place.isMultiple(of: 2) ? 30 : nil
            }
            history.problems.append(problem)
        }
        var turn = TurnMeasures(id: 1, at: start.advanced(byDays: 50))
        turn.staffHours = 7
        history.turns = [turn]
        let capacity = WheelHealth(of: history).capacity
        #expect(capacity.arrivalsPerDay == 2 && capacity.open == 4)
        #expect(abs(capacity.endedPerDay - 108.0 / 56) < 1e-12)
        #expect(abs(try #require(capacity.daysInSystem) - 4 / (108.0 / 56)) < 1e-12)
        // Half of a weight of 30 minutes, half of the prior of 20.
        #expect(capacity.touchMinutes == 25 && abs(capacity.priorShare - 0.4) < 1e-12)
        let load = try #require(capacity.utilisation)
        #expect(abs(load - 14 * 25 / 60.0 / 7) < 1e-12)
        #expect(capacity.missing.count == 1 && capacity.alarms.isEmpty)
        #expect(capacity.netFlow == [4 - 4, 0])
    }

    @Test func tooMuchWorkRaisesBothAlarms() throws {
        var organisation = Organisation()
        organisation.capacity = { _ in 6 }
        organisation.selfClearing = 0
        organisation.staffHours = { _ in 25 }
        let capacity = WheelHealth(of: try organisation.history(seed: 1)).capacity
        #expect(capacity.alarms == [.utilisation, .netFlow])
        let hours = try #require(capacity.hoursPerDay(clearingWithin: 20))
        #expect(hours > 25.0 / 7)
    }

    @Test func withoutStaffedHoursUtilisationIsNotKnown() throws {
        var history = try Organisation().history(seed: 1)
        for place in history.turns.indices { history.turns[place].staffHours = nil }
        let capacity = WheelHealth(of: history).capacity
        #expect(capacity.utilisation == nil && capacity.queueGrowth == nil)
        let advice = "import a file of people: name, hours-per-week, workflows"
        #expect(capacity.missing.first == "staffed hours: nobody said how many there are; \(advice)")
    }
}
