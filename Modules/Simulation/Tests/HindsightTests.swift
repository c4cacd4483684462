import Assessment
import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import Learning
import Simulation
import Testing

/// What the wheel is judged to be at a moment follows from what was known then, whatever was learned since.
@Suite struct HindsightTests {
    private static let weeks = 36
    private static let cuts = [15, 22, 29]

    /// The diagnosis at the end of each of some weeks, made when nothing later had happened, and the store as it became.
    private static func year(_ scenario: Scenario, seed: UInt64) throws -> (
        made: [Int: WheelHealth], later: HistoryReader
    ) {
        let store = MemoryStore()
        let reader = HistoryReader(store: store, plan: try Plan(Simulation.workflows))
        var made: [Int: Result<WheelHealth, any Error>] = [:]
        try Simulation(scenario, seed: seed, weeks: weeks).write(into: store) { week in
            guard cuts.contains(week) else { return }
            made[week] = Result { WheelHealth(of: try reader.history(until: end(of: week))) }
        }
        return (try made.mapValues { try $0.get() }, reader)
    }

    /// The last moment of a week; the first turn of the next is not in it.
    private static func end(of week: Int) -> Instant {
        Instant(seconds: Int64(Simulation.usualEnd.advanced(by: (week - weeks) * 7).epochDays) * 86_400 - 1)
    }

    @Test(arguments: zip([Scenario.healthy, .noCapacity, .noVerification, .regressing], [3, 5, 8, 11] as [UInt64]))
    func aHistoryThatEndsAtAWeekIsJudgedAsTheWholeOneIsAsOfThen(scenario: Scenario, seed: UInt64) throws {
        let (made, later) = try Self.year(scenario, seed: seed)
        #expect(made.count == Self.cuts.count)
        for (week, then) in made {
            let now = WheelHealth(of: try later.history(until: Self.end(of: week)))
            #expect(now.stall == then.stall, "\(scenario) \(seed), week \(week)")
            #expect(now.phases == then.phases, "\(scenario) \(seed), week \(week)")
            #expect(now.cycle == then.cycle, "\(scenario) \(seed), week \(week)")
        }
    }
}
