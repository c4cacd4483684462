import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

/// Changes of what the house goes by: each is written into the configuration, recorded with the text before and after, put into
/// the register of decisions, and can be taken back.
struct SettingsDesk {
    let house: House
    let actor: Actor

    /// A change that was made.
    struct Change: Sendable {
        /// Where a change stands.
        enum State: String { case inForce = "in-force", takenBack = "taken-back" }

        /// What a record of it says.
        struct Body: Codable, Hashable {
            let key: [String]
            let before: String
            let after: String
            /// The number of the decision that it is; `nil` where it takes one back.
            var decision: Int64?
        }

        let record: LoopRecord
        let body: Body

        var id: String { record.id }
        var isTakenBack: Bool { record.state == State.takenBack.rawValue }
    }

    /// Changes of a key, the newest first; of all keys where none is given.
    func changes(of path: [String]? = nil) throws -> [Change] {
        try house.host.store.loopRecords(.setting).reversed().compactMap { record in
            let body = try CanonicalJSON.value(Change.Body.self, from: record.body)
            return path == nil || body.key == path ? Change(record: record, body: body) : nil
        }
    }

    /// The house as it would be with a section in the place of what stands under its key.
    func preview(_ path: [String], _ section: String) throws -> House {
        var text = SettingsText(text: try house.configurationText())
        try text.replace(path, by: section)
        return try house.proposing(text.text)
    }

    /// Writes a section in the place of what stands under its key.
    ///
    /// - Parameters:
    ///   - kind: what kind of decision it is.
    ///   - seen: what stood there when the change was thought of; where that is no longer so, it is refused.
    @discardableResult
    func save(_ path: [String], _ section: String, as kind: Decision.Kind, seen: String) throws -> String {
        try write(path, section, expecting: seen) { id, change in
            let decision = try register.draft(
                kind, path.joined(separator: "."), workflow: nil, metric: .resolutionHours, evidence: [id])
            change.decision = decision.number
            return [decision]
        }
    }

    /// Puts the text before a change back, where nobody changed it since.
    func takeBack(_ number: Int64) throws {
        guard let record = try house.host.store.loopRecord(.setting, number) else {
            throw Diagnostic("unknown-record", "there is no Y\(number)", exit: .unknown)
        }
        let change = Change(record: record, body: try CanonicalJSON.value(Change.Body.self, from: record.body))
        guard !change.isTakenBack else {
            throw Diagnostic("taken-back", "\(change.id) was taken back already", exit: .refused)
        }
        try write(change.body.key, change.body.before, expecting: change.body.after) { _, _ in
            var undone = record
            undone.state = Change.State.takenBack.rawValue
            return [undone] + (try change.body.decision.map { [try register.takenBack($0)] } ?? [])
        }
    }

    private var register: DecisionDesk {
        DecisionDesk(house.host.store, actor: actor, now: house.now(), reviewDays: house.loop.reviewDays)
    }

    /// - Parameter others: what is recorded with the change of an id.
    @discardableResult
    private func write(
        _ path: [String], _ section: String, expecting seen: String,
        with others: (_ id: String, inout Change.Body) throws -> [LoopRecord]
    ) throws -> String {
        let store = house.host.store
        let number = try store.reserve(1, of: .setting)
        let id = "\(LoopRecord.Kind.setting.letter)\(number)"
        var change = Change.Body(key: path, before: "", after: "")
        try house.reconfigure { before in
            var text = SettingsText(text: before)
            let there = text.section(path)
            guard there.plain == seen.plain else {
                throw Diagnostic(
                    "setting-changed", "somebody changed \(path.joined(separator: ".")) meanwhile; nothing was written",
                    help: "look at what stands there now, and send the change again", exit: .refused)
            }
            try text.replace(path, by: section)
            change = Change.Body(key: path, before: there, after: text.section(path))
            return text.text
        } record: {
            let now = house.now()
            let key = path.joined(separator: ".")
            let others = try others(id, &change)
            let record = LoopRecord(
                .setting, number: number, key: "\(key) \(number)", state: Change.State.inForce.rawValue, at: now,
                by: actor.name, body: try CanonicalJSON.text(change))
            try store.keep(others + [record], by: actor, at: now)
        }
        return id
    }
}

extension String {
    /// The text as it is compared: browsers write line ends of their own.
    fileprivate var plain: String { replacing("\r\n", with: "\n").trimmingSpace }
}
