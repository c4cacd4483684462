import FlywheelKit
import FlywheelStore

/// What the workflows of one rotation want changed, beside what was proposed before.
///
/// The same proposal again changes nothing; another one for the same problem takes the earlier one's place, and what a
/// person refused or took back is not proposed again. A written price that the marketplace never took up is.
struct Proposing {
    let store: any Store
    let plan: Plan
    let states: [String: StageState]
    let policy: ChangePolicy
    let rotation: RotationID
    let asOf: Instant
    let zones: Zones

    /// What becomes of proposals.
    struct Result {
        var proposals: [ChangeRecord] = []
        var superseded: [(change: ChangeRecord, expecting: Int)] = []
        var events: [JournalEvent] = []
    }

    func run(_ swept: Swept) throws -> Result {
        let waiting = try store.listingChanges(waiting: true)
        let asked = try wanted(swept, again: Set(waiting.map(\.exception)))
        let known = Dictionary(
            grouping: try store.listingChanges(of: asked.map(\.exception.id) + waiting.map(\.exception)),
            by: \.exception)
        let written = asked.compactMap { exception, change in
            change.flatMap { Self.newest(in: known[exception.id] ?? [], setting: $0) }
        }
        let untaken = try UntakenPrice.among(written, in: store, asOf: asOf, zones: zones)
        var result = Result()
        var ends: [ChangeRecord] = []
        var settled: Set<ExceptionID> = []
        for (exception, change) in asked {
            let earlier = known[exception.id] ?? []
            settled.insert(exception.id)
            let standing = earlier.filter(\.state.isWaiting)
            if let change, Self.isSettled(change, by: earlier, untaken) {
                ends += standing.filter { !$0.proposal.sets(sameAs: change) }
                continue
            }
            ends += standing
            guard let change else { continue }
            result.proposals.append(
                ChangeRecord(
                    id: ChangeID(0), exception: exception.id, fingerprint: exception.fingerprint, proposal: change,
                    proposed: asOf, rotation: rotation, mode: policy.mode(of: exception.fingerprint.subject.account)))
        }
        // What waits for a problem that is over.
        if !waiting.isEmpty {
            let open = Set(swept.changes { !$0.exception.state.isFinal }.map(\.exception.id))
            ends += waiting.filter { !settled.contains($0.exception) && !open.contains($0.exception) }
        }
        try identify(&result)
        end(ends, &result)
        return result
    }

    /// What is wanted for each open exception that a stage wants a change for, chunk by chunk, and for those `again`.
    private func wanted(
        _ swept: Swept, again: Set<ExceptionID>
    ) throws -> [(exception: ExceptionRecord, change: ListingChange?)] {
        let asked = concurrentMap(swept.turns.count) { number in
            let turn = swept.turns[number]
            guard !turn.wanted.isEmpty || !again.isEmpty else { return [(ExceptionRecord, ListingChange?)]() }
            return turn.changes.lazy.map(\.change.exception).filter(\.state.isOpen).compactMap { exception in
                let change = turn.wanted[exception.fingerprint]
                return change != nil || again.contains(exception.id) ? (exception, change) : nil
            }
        }
        return try asked.joined().map { exception, change in (exception, try change ?? self.change(by: exception)) }
    }

    /// What an exception's stage wants changed by the evidence that is kept: that of a stage that could not decide now.
    private func change(by exception: ExceptionRecord) throws -> ListingChange? {
        let workflow = exception.fingerprint.workflow
        guard exception.isSeenByStage, let stage = plan.stages.first(where: { $0.manifest.id == workflow }) else {
            return nil
        }
        return try stage.resolve(exception.evidence.text(), states[workflow] ?? StageState(workflow: workflow))
            .action.change
    }

    /// The newest that stands of a problem's changes, where it sets what is wanted.
    private static func newest(in earlier: [ChangeRecord], setting change: ListingChange) -> ChangeRecord? {
        earlier.last { $0.state != .superseded }.flatMap { $0.proposal.sets(sameAs: change) ? $0 : nil }
    }

    /// Whether a change stands already, or a person decided that it shall not.
    private static func isSettled(
        _ change: ListingChange, by earlier: [ChangeRecord], _ untaken: [ChangeID: UntakenPrice]
    ) -> Bool {
        newest(in: earlier, setting: change).map { untaken[$0.id] == nil } ?? false
            || earlier.contains { $0.state.isPersons && $0.proposal.sets(sameAs: change) }
    }

    private func identify(_ result: inout Result) throws {
        guard !result.proposals.isEmpty else { return }
        let first = try store.reserveChanges(result.proposals.count).number
        result.proposals = result.proposals.enumerated().map { index, change in
            ChangeRecord(
                id: ChangeID(first + Int64(index)), exception: change.exception, fingerprint: change.fingerprint,
                proposal: change.proposal, proposed: change.proposed, rotation: change.rotation, mode: change.mode)
        }
        result.events = result.proposals.map { change in
            JournalEvent(
                .proposed, change.id.description, cause: rotation.description, state: change.state.rawValue,
                detail: change.exception.description)
        }
    }

    private func end(_ changes: [ChangeRecord], _ result: inout Result) {
        let successors = Dictionary(
            result.proposals.map { ($0.exception, $0.id) }, uniquingKeysWith: { first, _ in first })
        for change in changes.sorted(by: { $0.id < $1.id }) {
            var ended = change
            ended.state = .superseded
            result.superseded.append((ended, change.version))
            result.events.append(
                JournalEvent(
                    .superseded, change.id.description, cause: rotation.description, state: ended.state.rawValue,
                    detail: successors[change.exception]?.description ?? ""))
        }
    }
}

extension Turn {
    /// Leaves out what was decided of exceptions that a person changed meanwhile.
    mutating func leaveOut(_ exceptions: Set<ExceptionID>) {
        let dropped =
            proposals.filter { exceptions.contains($0.exception) }.map(\.id)
            + superseded.map(\.change).filter { exceptions.contains($0.exception) }.map(\.id)
        let names = Set(exceptions.map(\.description) + dropped.map(\.description))
        changes.removeAll { exceptions.contains($0.exception.id) }
        returned.removeAll { exceptions.contains($0) }
        outcomes.removeAll { exceptions.contains($0.exception) }
        proposals.removeAll { exceptions.contains($0.exception) }
        superseded.removeAll { exceptions.contains($0.change.exception) }
        events.removeAll { names.contains($0.subject) }
    }

    /// Whether it decides anything about one of these exceptions that stood before.
    func decides(_ exceptions: [ExceptionID]) -> Bool {
        changes.contains { exceptions.contains($0.exception.id) }
            || superseded.contains { exceptions.contains($0.change.exception) }
    }
}
