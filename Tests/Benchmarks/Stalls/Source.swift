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

    /// Why an organisation of this scenario and seed fell back; `nil` where it did not.
    var reason: @Sendable (_ scenario: String, _ seed: UInt64, _ weeks: Int) -> CycleRegression.Reason?

    /// All that are known; a further one is a line here.
    static let all = [simulation, second]

    /// The simulation that writes into a store, read back from it.
    private static let simulation = Source(
        name: "simulation", scenarios: Scenario.allCases.map(\.rawValue),
        history: { scenario, seed, weeks in
            guard let scenario = Scenario(rawValue: scenario) else { throw UnknownScenario(name: scenario) }
            let store = try Simulation.history(scenario: scenario, seed: seed, weeks: weeks)
            let end = Instant(seconds: Int64(Simulation.usualEnd.epochDays) * 86_400)
            return try HistoryReader(store: store, plan: Plan(Simulation.workflows)).history(until: end)
        },
        reason: { scenario, seed, weeks in
            switch Scenario(rawValue: scenario).flatMap({ Simulation($0, seed: seed, weeks: weeks).fall }) {
            case .departure: .keyPersonLeft
            case .flood: .queueFlooded
            case .order: .rankingAbandoned
            case nil: nil
            }
        })
}

/// A scenario that a source does not have.
struct UnknownScenario: Error, CustomStringConvertible {
    var name: String
    var description: String { "no scenario is called \(name)" }
}
