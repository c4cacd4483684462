public import Assessment
import Statistics

/// Organisations that never were, simulated day by day: listings that break and break again, people who pick, mend and
/// remember, and managers who decide at meetings, or do not.
///
/// It exists so that what is said of a history can be checked against what really went on. It knows nothing of how
/// histories are judged; it follows from the definitions of the stalls and of the five stages alone.
public enum SecondSimulator {
    /// What an organisation left behind, as a host would read it from a store.
    ///
    /// - Parameters:
    ///   - scenario: what holds it back; how much, how large it is and how it works otherwise is drawn.
    ///   - seed: the same seed gives the same history.
    ///   - weeks: how long it was watched, at least one week. ``Scenario/tooLittle`` may use fewer.
    public static func history(scenario: Scenario, seed: UInt64, weeks: Int) -> WorkHistory {
        simulated(scenario, seed, weeks).history
    }

    /// What really went on in the history of the same arguments.
    public static func course(scenario: Scenario, seed: UInt64, weeks: Int) -> Course {
        simulated(scenario, seed, weeks).course
    }

    private static func simulated(
        _ scenario: Scenario, _ seed: UInt64, _ weeks: Int
    ) -> (history: WorkHistory, course: Course) {
        precondition(weeks >= 1, "a history has at least one week, found \(weeks)")
        // Each scenario gets organisations of its own, so that none is recognised by what another looks like.
        let place = Scenario.allCases.firstIndex(of: scenario) ?? 0
        var chance = SplitMix64(seed: seed &* 0x9E37_79B9 &+ UInt64(place) &* 0x1_0000_01B3)
        let plan = Plan(scenario, weeks: weeks, chance: &chance)
        var world = World(plan, chance: chance)
        return (world.run(), plan.course)
    }
}
