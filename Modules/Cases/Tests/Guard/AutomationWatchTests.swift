import Statistics
import Testing

@testable import Cases

@Suite struct AutomationWatchTests {
    private typealias Audit = AutomationPeriod.Audit

    private func watch(_ random: inout SplitMix64) throws -> AutomationWatch {
        let certainties = try #require(PopulationStability(reference: (0..<2_000).map { _ in random.uniform() }))
        return AutomationWatch(
            reference: AutomationReference(certainties: certainties, labels: ["where-is-it": 1_500, "return": 500]))
    }

    private func measures(_ watch: AutomationWatch, _ period: AutomationPeriod) -> [AutomationBreach.Measure] {
        watch.breaches(in: period).map(\.measure)
    }

    /// Weeks in which nothing is wrong raise no alarm, however few messages they have.
    @Test(arguments: 1...25) func aGoodWeekIsLeftAlone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let watch = try watch(&random)
        let rows = [20, 60, 250, 1_500][Int(seed) % 4]
        let audits = (0..<rows / 4).map { _ in
            let certainty = 0.9 + random.uniform() / 10
            return Audit(label: "return", certainty: certainty, isRight: random.uniform() < certainty)
        }
        let second = (0..<rows).count { _ in random.uniform() < 0.25 }
        let period = AutomationPeriod(
            certainties: (0..<rows).map { _ in random.uniform() },
            labels: ["where-is-it": rows - second, "return": second], audits: audits,
            overrides: .init((0..<rows).count { _ in random.uniform() < 0.04 }, of: rows),
            handoffs: .init((0..<rows).count { _ in random.uniform() < 0.15 }, of: rows))
        #expect(measures(watch, period) == [])
    }

    @Test func eachMeasureIsBreachedByItself() throws {
        var random = SplitMix64(seed: 5)
        let watch = try watch(&random)
        #expect(
            measures(watch, AutomationPeriod(certainties: (0..<1_000).map { _ in random.uniform() / 3 }))
                == [.certaintyDrift])
        #expect(measures(watch, AutomationPeriod(labels: ["return": 900, "where-is-it": 100])) == [.labelDrift])
        #expect(
            measures(watch, AutomationPeriod(labels: ["return": 250, "where-is-it": 750, "new": 800])) == [.labelDrift])
        #expect(measures(watch, AutomationPeriod(overrides: .init(30, of: 200))) == [.overrides])
        #expect(measures(watch, AutomationPeriod(handoffs: .init(90, of: 200))) == [.handoffs])
        let wrong = (0..<200).map { Audit(label: $0 < 100 ? "a" : "b", certainty: 0.7, isRight: $0 >= 60) }
        #expect(measures(watch, AutomationPeriod(audits: wrong)) == [.accuracy(label: nil), .accuracy(label: "a")])
        let unsure = (0..<300).map { _ in Audit(label: "a", certainty: 0.6, isRight: true) }
        #expect(measures(watch, AutomationPeriod(audits: unsure)) == [.calibration])
    }

    @Test func fewRowsSayNothing() throws {
        var random = SplitMix64(seed: 5)
        let watch = try watch(&random)
        let period = AutomationPeriod(
            certainties: Array(repeating: 0, count: 199), labels: ["return": 199],
            audits: (0..<20).map { _ in Audit(label: "a", certainty: 1, isRight: false) },
            overrides: .init(20, of: 20), handoffs: .init(29, of: 29))
        #expect(measures(watch, period) == [])
        let readings = watch.readings(of: period)
        #expect(readings.count == 6 && readings.allSatisfy { $0.value == nil })
    }

    @Test func aBreachNamesItsNumbers() throws {
        let watch = AutomationWatch(reference: nil)
        let breach = try #require(watch.breaches(in: AutomationPeriod(overrides: .init(30, of: 200))).first)
        #expect(breach == AutomationBreach(.overrides, value: 0.15, limit: 0.05, rows: 200))
        #expect(AutomationPeriod.Share(9, of: 3) == AutomationPeriod.Share(3, of: 3))
    }
}
