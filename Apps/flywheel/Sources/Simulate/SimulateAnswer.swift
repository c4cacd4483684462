import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Simulation

/// What `simulate` prints: what was written, and nothing of what was the matter.
struct SimulateAnswer: DocumentedAnswer {
    let path: String
    let seed: UInt64
    let weeks: Int
    let end: Day
    let rotations: Int
    let opened: Int
    let ended: Int
    let decisions: Int
    let summary: RotationSummary?

    init(simulation: Simulation, path: String, of store: any Store) throws {
        self.path = path
        seed = simulation.seed
        weeks = simulation.weeks
        end = simulation.end
        let turns = try store.rotations()
        rotations = turns.count
        let ended = try store.outcomeIDs()?.count ?? 0
        opened = ended + (try store.unfinishedExceptions().count)
        self.ended = ended
        decisions = try store.loopRecords(.decision).count
        summary = try turns.last.map { try CanonicalJSON.value(RotationSummary.self, from: $0.summary) }
    }

    let columns = [
        "seed", "weeks", "end", "rotations", "opened", "ended", "decisions", "listings", "people", "currency",
    ]

    static let document = Document("simulation", "The simulated store that was written.", members)

    static let members: Members<Self> = [
        "store": .value(\.path), "seed": .value { String($0.seed) }, "weeks": .value(\.weeks), "end": .value(\.end),
        "rotations": .value(\.rotations), "opened": .value(\.opened), "ended": .value(\.ended),
        "decisions": .value(\.decisions), "listings": .value { $0.summary?.listings ?? 0 },
        "people": .value { $0.summary?.business?.staff ?? 0 }, "currency": .value(\.summary?.currency),
    ]

    func text(on page: Page) -> [String] {
        var lines = [
            "Simulated: seed \(seed), \(Numbers.count(weeks, "week")) up to \(end)",
            "\(Numbers.count(rotations, "rotation")), \(Numbers.count(opened, "problem")), \(Numbers.grouped(ended)) of"
                + " them over, \(Numbers.count(decisions, "decision"))",
        ]
        if let summary {
            lines.append(
                "\(Numbers.count(summary.listings, "listing")), \(Numbers.count(summary.business?.staff ?? 0, "person", "people")),"
                    + " amounts in \(summary.currency)")
        }
        return lines + page.next("flywheel queue --store \(path.shellWord)".visible)
    }
}

/// What `simulate --list` prints: the scenarios, and what each sets.
struct ScenariosAnswer: DocumentedAnswer {
    let listKey: String? = "items"

    static let document = Document("scenarios", "What may be the matter with a simulated organisation.", members)

    static let members: Members<Self> = [
        "items": .list({ _ in Scenario.allCases }, ["scenario": .value(\.rawValue), "sets": .value(\.sets)])
    ]

    func text(on page: Page) -> [String] {
        let width = Scenario.allCases.map(\.rawValue.cells).max() ?? 0
        return Scenario.allCases.flatMap { scenario in
            page.wrapped(scenario.sets, head: "\(scenario.rawValue.padded(toCells: width))  ")
        }
    }
}
