import FlywheelKit
import FlywheelStore

/// Makes one exception of what many rows have in common, and keeps those that stand in step with their members.
///
/// Members keep their own fingerprints, states and people; the group follows from them alone. It opens when two open
/// exceptions are new to it, since one is no group, and ends with the last. A row that has a parent keeps it, so what is left
/// of a group that ended stands by itself.
struct Grouping {
    /// The fewest exceptions that another stands for.
    static let fewest = 2

    let rotation: RotationID
    let asOf: Instant
    /// The groups that are not final, by id.
    let standing: [ExceptionRecord]
    let store: any Store

    /// What becomes of the groups, those that stand by id and then those that open by fingerprint; and the best tier of each.
    func apply(to swept: inout Swept, tiers: SweptTiers) throws {
        let isGrouped = swept.turns.contains(where: \.isGrouped)
        guard isGrouped || !standing.isEmpty else { return }
        var (old, new) = members(in: swept, tiers: tiers)
        for group in standing {
            let members = old.removeValue(forKey: group.id) ?? Members()
            swept.add(try next(group, members), members)
        }
        for (id, members) in old.sorted(by: { $0.key < $1.key }) {
            guard let ended = members.returnedSince, let group = try returning(id, ended: ended) else { continue }
            swept.add(try next(group, members).returned(by: rotation), members)
        }
        let opening = new.filter { $0.value.joining.count >= Self.fewest }.sorted { $0.key.text < $1.key.text }
        let final = opening.isEmpty ? [:] : try store.lastFinal(of: opening.map(\.key))
        for (fingerprint, members) in opening {
            let last = standing.first { $0.fingerprint == fingerprint } ?? final[fingerprint]
            swept.add(.opened(try opened(fingerprint, members, after: last)), members)
        }
    }

    /// A group that ended with or after a member that returns, as it stood before: it would not have. What a person dismissed
    /// would have all the same.
    private func returning(_ id: ExceptionID, ended: RotationID) throws -> ExceptionRecord? {
        guard let group = try store.exception(id), group.state.isFinal, group.state != .dismissed,
            group.changed >= ended, !standing.contains(where: { $0.fingerprint == group.fingerprint })
        else { return nil }
        return try store.beforeItsEnd(group)
    }

    /// The members of the groups that stand, and of those that none stands for yet.
    private func members(in swept: Swept, tiers: SweptTiers) -> ([ExceptionID: Members], [Fingerprint: Members]) {
        var old: [ExceptionID: Members] = [:]
        var new: [Fingerprint: Members] = [:]
        // What comes after a group was dismissed is another one.
        let ids = Dictionary(
            standing.filter { !$0.isDismissed }.map { ($0.fingerprint, $0.id) },
            uniquingKeysWith: { first, _ in first })
        func add(_ change: Change, at place: Swept.Place, row: Int?) {
            let tier = row.flatMap { row in place.turn.flatMap { tiers.tier(($0, row)) } }
            if let parent = change.exception.parent {
                old[parent, default: Members()].add(change, at: place, tier: tier, isNew: false)
            } else if let group = change.group, change.exception.state.isOpen {
                if let id = ids[group.fingerprint] {
                    old[id, default: Members()].add(change, at: place, tier: tier, isNew: true)
                } else {
                    new[group.fingerprint, default: Members()].add(change, at: place, tier: tier, isNew: true)
                }
            }
        }
        // Few rows of many belong to a group: all cores look for them.
        let grouped = concurrentMap(swept.turns.count) { number -> [Int] in
            let changes = swept.turns[number].changes
            guard swept.turns[number].isGrouped || !standing.isEmpty else { return [] }
            return changes.indices.filter { index in
                changes[index].change.group != nil || changes[index].change.exception.parent != nil
            }
        }
        for (number, indices) in grouped.enumerated() {
            for index in indices {
                let entry = swept.turns[number].changes[index]
                add(entry.change, at: Swept.Place(turn: number, index: index), row: entry.row)
            }
        }
        for (index, change) in swept.orphans.enumerated() {
            add(change, at: Swept.Place(turn: nil, index: index), row: nil)
        }
        return (old, new)
    }

    private func opened(
        _ fingerprint: Fingerprint, _ members: Members, after last: ExceptionRecord?
    ) throws -> ExceptionRecord {
        let example = members.example
        let evidence = try GroupEvidence(members: members.open.count, example: example)
        let isActive = members.open.contains { $0.state != .predicted }
        return ExceptionRecord(
            fingerprint: fingerprint, source: .group, state: isActive ? .active : .predicted,
            onset: members.sighted?.onset, detected: asOf, opened: rotation,
            evidence: EvidenceText(try CanonicalJSON.text(evidence)), exposure: members.exposure,
            model: example?.model ?? "", previous: last?.id)
    }

    private func next(_ group: ExceptionRecord, _ members: Members) throws -> Change {
        if group.isDismissed {
            // What of it is in other hands stands by itself from now on.
            return .ended(group, by: rotation, as: .dismissed, .dismissed)
        }
        guard group.state != .verifying || members.verifying == 0 else { return .kept(group) }
        if members.open.isEmpty, members.verifying == 0, try wereAllWithdrawn(group, members) {
            return .withdrawn(group, by: rotation, because: members.reason)
        }
        var next = group
        if group.state == .verifying {
            next.state = try judged(group, members)
            if next.state == .notFixed { next.claimedBy = nil }
        } else if members.open.isEmpty && members.verifying == 0 {
            next.state = group.state == .predicted ? .lapsed : .cleared
        } else if group.state == .predicted, members.open.contains(where: { $0.state != .predicted }) {
            next.state = .active
        }
        if next.state.isOpen, !members.open.isEmpty {
            var evidence = try GroupEvidence(of: group)
            evidence.members = members.open.count + members.verifying
            // What is over is no example of what is to be done; another one is taken only then, so that it stays the same text.
            if !members.open.contains(where: { $0.fingerprint.text == evidence.exampleOf }) {
                try evidence.show(members.example)
            }
            next.evidence = EvidenceText(try CanonicalJSON.text(evidence))
            next.exposure = members.exposure
            next.onset = [group.onset, members.sighted?.onset].compactMap(\.self).min()
        }
        guard next != group else { return .kept(group) }
        next.changed = rotation
        return .changed(next, from: group, Self.verb(from: group.state, to: next.state))
    }

    /// Whether all that a group ever stood for is withdrawn: then so is the group, whoever closed it.
    private func wereAllWithdrawn(_ group: ExceptionRecord, _ members: Members) throws -> Bool {
        guard members.reason != nil, members.all.allSatisfy({ $0.state == .withdrawn }) else { return false }
        let ended = Set(members.all.map(\.id))
        return try store.members(of: group.id).allSatisfy { $0.state == .withdrawn || ended.contains($0.id) }
    }

    /// What the data say of a close, once they have said it of everything that was closed with it: it held, unless more
    /// came back than did not. What came back from a close that held stands by itself.
    private func judged(_ group: ExceptionRecord, _ members: Members) throws -> ExceptionRecord.State {
        let earlier = try store.members(of: group.id).filter(\.state.isFinal)
        let together = (members.all + earlier).filter { $0.isClosed(with: group) }
        if 2 * together.count(where: \.state.isOpen) > together.count { return .notFixed }
        return together.contains { $0.state == .verified } ? .verified : .unverified
    }

    private static func verb(from before: ExceptionRecord.State, to state: ExceptionRecord.State) -> JournalEvent.Verb {
        switch state {
        case before: .changed
        case .notFixed: .notFixed
        case .verified: .verified
        case .unverified: .unverified
        case .lapsed: .lapsed
        case .cleared: .cleared
        default: .cameTrue
        }
    }
}
