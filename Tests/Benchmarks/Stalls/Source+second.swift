import Assessment
import SecondSimulator

extension Source {
    /// The simulator of tests, which was built another way and without sight of the diagnosis.
    static let second = Source(
        name: "second", scenarios: Scenario.allCases.map { $0.diagnosis ?? $0.rawValue },
        history: { name, seed, weeks in
            guard let scenario = scenario(name) else { throw UnknownScenario(name: name) }
            return SecondSimulator.history(scenario: scenario, seed: seed, weeks: weeks)
        },
        reason: { name, seed, weeks in
            guard let scenario = scenario(name) else { return nil }
            switch SecondSimulator.course(scenario: scenario, seed: seed, weeks: weeks).reason {
            case .keyPersonLeft: return .keyPersonLeft
            case .policyFlood: return .queueFlooded
            case .rankingAbandoned: return .rankingAbandoned
            case nil: return nil
            }
        })

    private static func scenario(_ name: String) -> Scenario? {
        Scenario.allCases.first { ($0.diagnosis ?? $0.rawValue) == name }
    }
}
