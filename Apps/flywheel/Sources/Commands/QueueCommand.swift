import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// `flywheel queue`.
struct QueueCommand: AnsweringCommand {
    static let examples = [
        "flywheel queue", "flywheel queue --tier A --workflow suppressions --limit 10",
        "flywheel queue --predicted --format csv",
    ]
    static let configuration = CommandConfiguration.answering(
        "queue", "Lists the open problems, ranked by revenue at risk.", examples: examples,
        exits: [.done, .failed, .usage])

    @Option(name: [.customShort("n"), .long], help: "Rows at most; on a terminal, of each lane.")
    var limit = 50

    @Option(help: ArgumentHelp("Where to go on, as an earlier answer says.", valueName: "cursor"), transform: cursor)
    var cursor: QueueCursor?

    @Option(help: ArgumentHelp("Only this workflow's.", valueName: "id"), transform: workflow)
    var workflow: String?

    @Option(help: "Only tier A, B or C.", transform: tier)
    var tier: Tier?

    @Option(help: ArgumentHelp("Only what this person answers for or has claimed.", valueName: "name"))
    var owner: String?

    @Flag(help: "Only what is yours.")
    var mine = false

    @Option(help: "Only act-now, active, predicted or unpriced.", transform: lane)
    var lane: QueueRow.Lane?

    @Flag(help: "The same as --lane predicted.")
    var predicted = false

    @Flag(help: "The same as --lane unpriced.")
    var unpriced = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is \(limit), expected 1 or more") }
        let lanes = (lane == nil ? 0 : 1) + (predicted ? 1 : 0) + (unpriced ? 1 : 0)
        guard lanes <= 1 else { throw ValidationError("--lane, --predicted and --unpriced exclude each other") }
        guard !mine || owner == nil else { throw ValidationError("--mine and --owner exclude each other") }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        let (rotation, summary) = try session.currentRotation()
        let filter = QueueFilter(
            workflow: workflow, tier: tier, owner: mine ? session.actor.name : owner,
            lane: lane ?? (predicted ? .predicted : unpriced ? .unpriced : nil))
        let reader = QueueReader(host: session.host, asOf: rotation.asOf, filter: filter, cursor: cursor)
        let sections =
            global.format(for: surroundings.output) == .table
            ? try reader.sections(limitOfEach: limit) : try reader.sections(limit: limit)
        let fresh = try session.host.freshness(asOf: rotation.asOf).count { feed in
            if case .fresh = feed.status { true } else { false }
        }
        return QueueAnswer(
            rotation: rotation, summary: summary, open: try session.host.store.openCounts(), freshFeeds: fresh,
            filter: filter, sections: sections)
    }
}

extension QueueCommand {
    private static func cursor(_ text: String) throws -> QueueCursor {
        guard let cursor = QueueCursor(text) else {
            throw ValidationError(
                "--cursor is \"\(text)\", expected one of an earlier answer, such as 40 or predicted:3")
        }
        return cursor
    }

    private static func workflow(_ text: String) throws -> String {
        try choice(text, "--workflow", of: workflows.map { ($0.manifest.id, $0.manifest.id) })
    }

    private static func tier(_ text: String) throws -> Tier {
        try choice(text, "--tier", of: Tier.allCases.map { ($0.rawValue, $0) })
    }

    private static func lane(_ text: String) throws -> QueueRow.Lane {
        try choice(text, "--lane", of: QueueRow.Lane.allCases.map { ($0.name, $0) })
    }

    /// The value of that name, in any case; else the nearest is named.
    private static func choice<Value>(_ text: String, _ flag: String, of values: [(name: String, value: Value)]) throws
        -> Value
    {
        if let found = values.first(where: { $0.name.lowercased() == text.lowercased() }) { return found.value }
        let names = values.map(\.name)
        let near = text.count > 2 ? Nearest.word(to: text, of: names) : nil
        let nearest = near.map { "; did you mean \"\($0)\"?" } ?? ""
        throw ValidationError("\(flag) is \"\(text)\", expected \(names.joined(separator: ", "))\(nearest)")
    }
}
