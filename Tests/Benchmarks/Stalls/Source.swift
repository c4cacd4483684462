import Assessment
import FlywheelKit
import FlywheelRuntime
import Learning
import Simulation

/// Where histories of organisations come from of which it is known what is the matter.
struct Source: Sendable {
    /// What it is called.
    var name: String
    /// What may be the matter.
    var scenarios: [String]
    /// A history of one of them.
    var history: @Sendable (_ scenario: String, _ seed: UInt64, _ weeks: Int) throws -> WorkHistory

    /// All that are known; a further one is a line here.
    static let all = [simulation, second]

    /// The simulation that writes into a store, read back from it.
    private static let simulation = Source(
        name: "simulation", scenarios: Scenario.allCases.map(\.rawValue)
    ) { scenario, seed, weeks in
        guard let scenario = Scenario(rawValue: scenario) else { throw UnknownScenario(name: scenario) }
        let store = try Simulation.history(scenario: scenario, seed: seed, weeks: weeks)
        let end = Instant(seconds: Int64(Simulation.usualEnd.epochDays) * 86_400)
        return try HistoryReader(store: store, plan: Plan(Simulation.workflows)).history(until: end)
    }
}

/// A scenario that a source does not have.
struct UnknownScenario: Error, CustomStringConvertible {
    var name: String
    var description: String { "no scenario is called \(name)" }
}
