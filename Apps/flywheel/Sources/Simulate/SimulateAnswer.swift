import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Simulation

/// What `simulate` prints: what was written, and nothing of what was the matter.
struct SimulateAnswer: Answer {
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
    var rows: [JSON] { [.object(members)] }
    var json: JSON {
        .object(
            [
                JSON.Member(key: "schema", value: "flywheel.simulation/1"),
                JSON.Member(key: "store", value: .text(path)),
            ] + members)
    }

    private var members: [JSON.Member] {
        let row: JSON = [
            "seed": .text(String(seed)), "weeks": .count(weeks), "end": .text(end.description),
            "rotations": .count(rotations), "opened": .count(opened), "ended": .count(ended),
            "decisions": .count(decisions), "listings": .count(summary?.listings ?? 0),
            "people": .count(summary?.business?.staff ?? 0), "currency": summary.map { .text($0.currency.code) } ?? nil,
        ]
        return row.members
    }

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
struct ScenariosAnswer: Answer {
    let listKey: String? = "items"
    let columns = ["scenario", "sets"]
    var rows: [JSON] { Scenario.allCases.map { ["scenario": .text($0.rawValue), "sets": .text($0.sets)] } }
    var json: JSON { ["schema": "flywheel.scenarios/1", "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        let width = Scenario.allCases.map(\.rawValue.cells).max() ?? 0
        return Scenario.allCases.flatMap { scenario in
            page.wrapped(scenario.sets, head: "\(scenario.rawValue.padded(toCells: width))  ")
        }
    }
}
