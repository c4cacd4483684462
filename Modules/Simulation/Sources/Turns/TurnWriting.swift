import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What a turn of the wheel changes, until it is published.
struct TurnWriting {
    let rotation: RotationID
    let asOf: Instant
    private var opened: [ExceptionRecord] = []
    private var changes: [(exception: ExceptionRecord, expecting: Int)] = []
    /// Where the change of an exception stands in them.
    private var places: [ExceptionID: Int] = [:]
    /// What ended, with the problem it is.
    private(set) var ended: [(exception: ExceptionRecord, trouble: Int)] = []
    private var changeEvents: [JournalEvent] = []

    init(rotation: RotationID, asOf: Instant) {
        self.rotation = rotation
        self.asOf = asOf
    }

    /// Adds an exception that opens; ids are given in their order.
    mutating func open(_ exception: ExceptionRecord) { opened.append(exception) }

    /// Changes an exception that stands. One that a turn changes twice, such as a close that was refuted of a problem that is over
    /// by now, is one change of it.
    mutating func change(
        _ id: ExceptionID, _ verb: JournalEvent.Verb, in store: any Store,
        _ edit: (inout ExceptionRecord) throws -> Void
    ) throws {
        let pending = places[id]
        guard var next = try pending.map({ changes[$0].exception }) ?? store.exception(id) else {
            throw StoreError.unknown("exception \(id)")
        }
        let version = pending.map { changes[$0].expecting } ?? next.version
        try edit(&next)
        next.changed = rotation
        next.version = version + 1
        if let pending {
            changes[pending].exception = next
        } else {
            places[id] = changes.count
            changes.append((next, version))
        }
        changeEvents.append(
            JournalEvent(verb, id.description, cause: rotation.description, state: next.state.rawValue))
    }

    /// Ends the exception of a problem.
    mutating func end(
        _ trouble: Int, _ id: ExceptionID, as state: ExceptionRecord.State, _ verb: JournalEvent.Verb,
        in store: any Store
    ) throws {
        try change(id, verb, in: store) { $0.state = state }
        if let place = places[id] { ended.append((changes[place].exception, trouble)) }
    }
}

extension TurnWriting {
    /// Makes the turn visible: its exceptions, its queue, what it counted.
    ///
    /// - Parameters:
    ///   - outcomes: what ended exceptions leave.
    ///   - measures: how the business stood.
    func publish(_ world: World, _ outcomes: [OutcomeRecord], _ measures: BusinessMeasures) throws {
        for batch in stride(from: 0, to: opened.count, by: Chunk.capacity) {
            try world.store.stage(Array(opened[batch..<min(opened.count, batch + Chunk.capacity)]), for: rotation)
        }
        let queue = world.open.map { number in
            let trouble = world.troubles[number]
            return QueueRow(
                exception: trouble.exception, lane: .active, position: trouble.position, atRisk: trouble.atRisk,
                tier: world.organisation.catalogue.listings[trouble.listing].tier, terms: nil)
        }
        if !queue.isEmpty { try world.store.stage(queue, for: rotation) }
        var record = RotationRecord(
            id: rotation, asOf: asOf, currency: world.organisation.marketplace.currency, summary: "")
        record.summary = try CanonicalJSON.text(
            RotationSummary(
                of: record, horizonDays: 30, workflows: workflows(world), queue: queue, kinds: world.openKinds,
                outcomes: outcomes, business: measures))
        var turn = Turn(record)
        turn.changes = changes
        turn.outcomes = outcomes
        turn.learned = try world.store.stageStates()
        turn.events = openingEvents + changeEvents.sorted { $0.subjectNumber < $1.subjectNumber }
        try world.store.publish(turn)
    }

    /// One event for what opened: the ids follow each other and the states are alike.
    private var openingEvents: [JournalEvent] {
        guard let first = opened.first else { return [] }
        return [
            JournalEvent(
                .opened, first.id.description, count: opened.count, cause: rotation.description,
                state: first.state.rawValue)
        ]
    }

    /// What became of each workflow's exceptions.
    private func workflows(_ world: World) -> [RotationSummary.Workflow] {
        world.organisation.workflows.map(\.manifest).map { manifest in
            func isOwn(_ exception: ExceptionRecord) -> Bool { exception.fingerprint.workflow == manifest.id }
            let own = changes.map(\.exception).filter(isOwn)
            var workflow = RotationSummary.Workflow(id: manifest.id, title: manifest.title)
            workflow.opened = opened.count(where: isOwn)
            workflow.ended = own.count(where: \.state.isFinal)
            workflow.notFixed = own.count { $0.state == .notFixed }
            workflow.changed = own.count - workflow.ended - workflow.notFixed
            let open = world.open.count {
                world.organisation.workflows[world.troubles[$0].workflow].manifest.id == manifest.id
            }
            workflow.kept = open - workflow.opened - workflow.notFixed - workflow.changed
            return workflow
        }
    }
}

extension World {
    /// What is open by workflow and kind.
    fileprivate var openKinds: [String: [String: OpenAmount]] {
        open.map { troubles[$0] }.reduce(into: [:]) { kinds, trouble in
            let workflow = organisation.workflows[trouble.workflow]
            let kind = workflow.kinds[trouble.kind].finding.id
            kinds[workflow.manifest.id, default: [:]][kind, default: OpenAmount()] += OpenAmount(
                count: 1, atRisk: trouble.atRisk)
        }
    }
}

extension JournalEvent {
    /// The number of the exception it happened to.
    fileprivate var subjectNumber: Int64 { Int64(subject.dropFirst()) ?? 0 }
}
