import Assessment
import Dispatch
import Synchronization

/// How often the diagnosis of a simulated year is what was the matter, and what it is taken for instead.
///
/// `stall-accuracy SOURCE FIRST LAST [WEEKS] [SCENARIO…]` judges one history of each scenario and seed, and prints a line for each, then
/// the table of scenarios against diagnoses, the shares that are right, and what was said of each year's course. What was
/// tuned is tuned on the seeds 1 to 20; a figure to report is one of others.
@main enum StallAccuracy {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        let numbers = words.dropFirst().compactMap { UInt64($0) }
        guard let source = Source.all.first(where: { $0.name == words.first }), numbers.count >= 2,
            numbers[0] <= numbers[1]
        else {
            let names = Source.all.map(\.name).joined(separator: " | ")
            return print("usage: stall-accuracy \(names) FIRST LAST [WEEKS] [SCENARIO…]")
        }
        let weeks = numbers.count > 2 ? Int(numbers[2]) : 52
        let named = words.dropFirst(1 + numbers.count)
        let scenarios = source.scenarios.filter { named.isEmpty || named.contains($0) }
        let years = try judged(source, scenarios, seeds: Array(numbers[0]...numbers[1]), weeks: weeks)
        for year in years { print(year.line) }
        for line in Confusion(years).lines + CourseTally(years).lines { print(line) }
    }

    /// Judges all years, as many at once as there are processors.
    private static func judged(_ source: Source, _ scenarios: [String], seeds: [UInt64], weeks: Int) throws -> [Year] {
        let tasks = scenarios.flatMap { scenario in seeds.map { (scenario, $0) } }
        let found = Mutex<[Int: Result<Year, any Error>]>([:])
        let history = source.history
        DispatchQueue.concurrentPerform(iterations: tasks.count) { place in
            let (scenario, seed) = tasks[place]
            let year = Result {
                Year(
                    scenario: scenario, seed: seed, health: WheelHealth(of: try history(scenario, seed, weeks)),
                    reason: source.reason(scenario, seed, weeks))
            }
            found.withLock { $0[place] = year }
        }
        let results = found.withLock { $0 }
        return try tasks.indices.compactMap { try results[$0]?.get() }
    }
}
