import Assessment
import FlywheelKit
import Testing

@Suite struct HandoffEffectTests {
    private let start = Instant(seconds: 1_767_225_600)

    /// Two problems a day, open for as many hours as a day says.
    private func history(weeks: Int = 24, hours: (_ day: Int, _ place: Int) -> Double) throws -> WorkHistory {
        var history = WorkHistory(
            from: start, until: start.advanced(byDays: 7 * Double(weeks)), currency: try #require(Currency("EUR")),
            workflows: [InstalledWorkflow(id: "w", title: "W")])
        (history.kinds, history.people) = (["k"], ["ada"])
        for place in 0..<(14 * weeks) {
            let detected = start.advanced(byDays: Double(place / 2) + 0.25)
            var problem = Problem(
                id: Int64(place + 1), workflow: 0, kind: 0, subject: place, identity: UInt64(place), detected: detected)
            problem.claimed = detected
            let ended = detected.advanced(byDays: hours(place / 2, place) / 24)
            if ended <= history.until { (problem.ended, problem.closer) = (ended, 0) }
            history.problems.append(problem)
        }
        let at = start.advanced(byDays: 84)
        history.decisions = [
            Decision(id: 7, kind: .handoff, workflow: 0, subject: "a mail to the warehouse", at: at, review: at)
        ]
        return history
    }

    @Test func halfTheTimeIsFasterByARatioOfAHalf() throws {
        let history = try history { day, place in (day < 84 ? 20 : 10) + Double(place % 7) }
        let effect = try #require(WheelHealth(of: history).handoffs.first)
        #expect(effect.before == 23 && effect.after == 13)
        #expect(effect.outcome == .faster && effect.decision == 7 && effect.month == 4)
        #expect(try #require(effect.ratio).contains(13.0 / 23))
        #expect(effect.beforeCount == 112 && effect.afterCount == 112)
    }

    @Test func longerIsSlower() throws {
        let history = try history { day, place in (day < 84 ? 10 : 30) + Double(place % 7) }
        #expect(WheelHealth(of: history).handoffs.first?.outcome == .slower)
    }

    @Test func theSameTimeIsInconclusive() throws {
        let history = try history { day, place in 20 + Double((place * 7 + day * 3) % 13) }
        let effect = try #require(WheelHealth(of: history).handoffs.first)
        #expect(effect.outcome == .inconclusive && effect.ratio?.contains(1) == true)
    }

    @Test func aWeekAfterIsNotMeasured() throws {
        let history = try history(weeks: 13) { day, place in (day < 84 ? 20 : 10) + Double(place % 7) }
        let effect = try #require(WheelHealth(of: history).handoffs.first)
        #expect(effect.outcome == .notMeasured && effect.ratio == nil && effect.afterCount == 14)
    }
}
