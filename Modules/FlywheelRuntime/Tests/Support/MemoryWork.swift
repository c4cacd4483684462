import FlywheelKit
import FlywheelStore

/// The work of a ``MemoryStore``: what is published, and what a rotation has staged so far.
struct MemoryWork {
    private struct Staged {
        var exceptions: [ExceptionRecord] = []
        var queue: [QueueRow] = []
    }

    private(set) var exceptions: [ExceptionID: ExceptionRecord] = [:]
    private(set) var current: RotationRecord?
    private(set) var queue: [QueueRow] = []
    private(set) var outcomes: [ExceptionID: OutcomeRecord] = [:]
    private(set) var states: [String: StageState] = [:]
    private(set) var tiers: [TierColumn] = []
    private(set) var journal: [(entry: JournalEntry, events: [JournalEvent])] = []
    private var staged: [RotationID: Staged] = [:]
    private var lastRotation: Int64 = 0
    private var lastException: Int64 = 0

    /// All exceptions, by id.
    var all: [ExceptionRecord] { exceptions.values.sorted { $0.id < $1.id } }

    /// The queue as people see it: what somebody closed meanwhile is left out.
    var open: [QueueEntry] {
        queue.sorted { ($0.lane.rawValue, $0.position) < ($1.lane.rawValue, $1.position) }.compactMap { row in
            exceptions[row.exception].flatMap { $0.state.isOpen ? QueueEntry(row: row, exception: $0) : nil }
        }
    }

    mutating func begin() -> RotationID {
        lastRotation += 1
        let id = RotationID(lastRotation)
        staged = [id: Staged()]
        return id
    }

    mutating func reserve(_ count: Int) -> ExceptionID {
        lastException += Int64(count)
        return ExceptionID(lastException - Int64(count) + 1)
    }

    mutating func stage(_ opened: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        guard staged[rotation] != nil else { throw .unknown("staged rotation \(rotation)") }
        staged[rotation]?.exceptions += opened
    }

    mutating func stage(_ rows: [QueueRow], for rotation: RotationID) throws(StoreError) {
        guard staged[rotation] != nil else { throw .unknown("staged rotation \(rotation)") }
        staged[rotation]?.queue += rows
    }

    mutating func publish(_ turn: Turn) throws(StoreError) {
        guard let own = staged[turn.rotation.id] else { throw .unknown("staged rotation \(turn.rotation.id)") }
        if let twice = turn.outcomes.first(where: { outcomes[$0.exception] != nil }) {
            throw .refused("\(twice.exception) has an outcome")
        }
        try replace(turn.changes)
        for exception in own.exceptions { exceptions[exception.id] = exception }
        for outcome in turn.outcomes { outcomes[outcome.exception] = outcome }
        for state in turn.learned { states[state.workflow] = state }
        queue = own.queue
        tiers = turn.tiers
        current = turn.rotation
        staged = [:]
        journal(turn.events, by: .flywheel, at: turn.rotation.asOf)
    }

    /// Replaces all of these or none.
    mutating func replace(_ changes: [(exception: ExceptionRecord, expecting: Int)]) throws(StoreError) {
        let outdated = changes.filter { exceptions[$0.exception.id]?.version != $0.expecting }.map(\.exception.id)
        guard outdated.isEmpty else { throw .changedMeanwhile(outdated) }
        for change in changes { exceptions[change.exception.id] = change.exception }
    }

    mutating func journal(_ events: [JournalEvent], by actor: Actor, at: Instant) {
        let entry = JournalEntry(sealing: EventDigest.of(events), at: at, by: actor, after: journal.last?.entry)
        journal.append((entry, events))
    }
}
