import Assessment
import SecondSimulator

extension Source {
    /// The simulator of tests, which was built another way and without sight of the diagnosis.
    static let second = Source(
        name: "second", scenarios: Scenario.allCases.map { $0.diagnosis ?? $0.rawValue }
    ) { name, seed, weeks in
        guard let scenario = Scenario.allCases.first(where: { ($0.diagnosis ?? $0.rawValue) == name }) else {
            throw UnknownScenario(name: name)
        }
        return SecondSimulator.history(scenario: scenario, seed: seed, weeks: weeks)
    }
}
