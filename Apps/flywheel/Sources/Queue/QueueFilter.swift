import FlywheelKit
import FlywheelStore

/// Which rows of the queue are asked for.
struct QueueFilter: Hashable {
    var workflow: String?
    var tier: Tier?
    var owner: String?
    /// The lane asked for; all when left out.
    var lane: QueueRow.Lane?

    /// Whether a row is asked for; the lane is chosen before.
    func admits(_ entry: QueueEntry) -> Bool {
        (workflow.map { $0 == entry.exception.fingerprint.workflow } ?? true)
            && (tier.map { $0 == entry.row.tier } ?? true)
            && (owner.map { $0 == entry.exception.owner || $0 == entry.exception.claimedBy } ?? true)
    }

    /// Whether rows of a lane may be left out.
    var isNarrow: Bool { workflow != nil || tier != nil || owner != nil }

    /// What is asked for, in words; nothing when everything is.
    var words: [String] {
        [
            workflow.map { "workflow \($0)" }, tier.map { "tier \($0.rawValue)" }, owner.map { "of \($0)" },
            lane.map { "lane \($0.name)" },
        ].compactMap(\.self)
    }

    /// The command that asks for the same again, from where a lane goes on.
    func command(goingOnAt cursor: QueueCursor) -> String { command("--cursor \(cursor)") }

    /// The command that asks for the same with further flags.
    func command(_ further: String) -> String {
        let flags = [
            workflow.map { " --workflow \($0)" }, tier.map { " --tier \($0.rawValue)" },
            owner.map { " --owner \($0.shellWord)" }, lane.map { " --lane \($0.name)" },
        ]
        return "flywheel queue\(flags.compactMap(\.self).joined()) \(further)".visible
    }

    var json: JSON {
        [
            "workflow": .text(workflow), "tier": .text(tier?.rawValue), "owner": .text(owner),
            "lane": .text(lane?.name),
        ]
    }
}

/// A place in the queue to go on from: `40` in the active lane, `predicted:3` in another.
struct QueueCursor: Hashable, CustomStringConvertible {
    let lane: QueueRow.Lane
    let position: Int

    init(lane: QueueRow.Lane, position: Int) {
        self.lane = lane
        self.position = position
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let last = parts.last, let position = Int(last), position >= 0, parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(lane: .active, position: position)
            return
        }
        guard let lane = QueueRow.Lane.allCases.first(where: { $0.name == parts[0] }) else { return nil }
        self.init(lane: lane, position: position)
    }

    var description: String { lane == .active ? "\(position)" : "\(lane.name):\(position)" }
}
