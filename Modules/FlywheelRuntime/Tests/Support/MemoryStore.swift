import FlywheelKit
import FlywheelStore
import Synchronization

/// A store of arrays and dictionaries: what the protocol asks for and nothing else, so that a rotation over it shows the
/// rotation. Chunks are as small as a test wants them.
final class MemoryStore: Store {
    private let facts: Mutex<MemoryFacts>
    private let work = Mutex(MemoryWork())
    /// What another hand does just before a rotation is published, once.
    private let meanwhile = Mutex<(@Sendable (MemoryStore) throws -> Void)?>(nil)

    init(rowsPerChunk: Int = Chunk.capacity) { facts = Mutex(MemoryFacts(rowsPerChunk: rowsPerChunk)) }

    private func withFacts<Result: Sendable>(
        _ body: (inout MemoryFacts) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try facts.withLock { facts throws(StoreError) in try body(&facts) }
    }

    private func withWork<Result: Sendable>(
        _ body: (inout MemoryWork) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try work.withLock { work throws(StoreError) in try body(&work) }
    }
}

// MARK: Facts

extension MemoryStore {
    func beginImport(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        try withFacts { facts throws(StoreError) in try facts.begin(draft, by: actor) }
    }

    func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        try withFacts { facts throws(StoreError) in try facts.stage(rows, [], for: id) }
    }

    func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError) {
        try withFacts { facts throws(StoreError) in try facts.stage(nil, rejects, for: id) }
    }

    func finishImport(_ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary) throws(StoreError) {
        let record = try withFacts { facts throws(StoreError) in try facts.finish(id, as: state, summary) }
        let verb: JournalEvent.Verb = state == .kept ? .importKept : .importQuarantined
        journal(
            [JournalEvent(verb, id.description, state: state.rawValue)], by: record.actor, at: record.draft.receivedAt)
    }

    func abandonImport(_ id: ImportID) throws(StoreError) {
        try withFacts { facts throws(StoreError) in try facts.abandon(id) }
    }

    func decideImport(_ id: ImportID, accept: Bool, by actor: Actor, at: Instant) throws(StoreError) {
        let state = try withFacts { facts throws(StoreError) in try facts.decide(id, accept: accept) }
        let verb: JournalEvent.Verb = accept ? .importAccepted : .importDiscarded
        journal([JournalEvent(verb, id.description, state: state.rawValue)], by: actor, at: at)
    }

    func imports() throws(StoreError) -> [ImportRecord] {
        try withFacts { facts throws(StoreError) in facts.finished }
    }

    func rejects(of id: ImportID, offset: Int, limit: Int) throws(StoreError) -> [Reject] {
        try withFacts { facts throws(StoreError) in
            Array(try facts.part(id).rejects.sorted { $0.line < $1.line }.dropFirst(offset).prefix(limit))
        }
    }

    func chunks(of kind: Subject.Kind) throws(StoreError) -> [ChunkPlace] {
        try withFacts { facts throws(StoreError) in facts.places(of: kind) }
    }

    func rows(of chunk: ChunkPlace) throws(StoreError) -> ChunkRows {
        try withFacts { facts throws(StoreError) in facts.rows(of: chunk) }
    }

    func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        try withFacts { facts throws(StoreError) in
            try facts.blocks(in: chunk, feed: feed, columns: columns, from: sources)
        }
    }
}

// MARK: Work

extension MemoryStore {
    func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID {
        try withWork { work throws(StoreError) in work.begin() }
    }

    func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID {
        try withWork { work throws(StoreError) in work.reserve(count) }
    }

    func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.stage(exceptions, for: rotation) }
    }

    func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.stage(queue, for: rotation) }
    }

    /// Has another hand at the store once everything of the next rotation is decided.
    func beforePublishing(_ act: @escaping @Sendable (MemoryStore) throws -> Void) { meanwhile.withLock { $0 = act } }

    func publish(_ turn: Turn) throws(StoreError) {
        let act = meanwhile.withLock { act in
            defer { act = nil }
            return act
        }
        do { try act?(self) } catch { throw .failed("\(error)") }
        try withWork { work throws(StoreError) in try work.publish(turn) }
    }

    func currentRotation() throws(StoreError) -> RotationRecord? {
        try withWork { work throws(StoreError) in work.current }
    }

    func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord] {
        try withWork { work throws(StoreError) in work.all.filter { !$0.state.isFinal } }
    }

    func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        try withWork { work throws(StoreError) in
            let wanted = Set(fingerprints)
            let final = work.all.filter { $0.state.isFinal && wanted.contains($0.fingerprint) }
            return Dictionary(final.map { ($0.fingerprint, $0) }, uniquingKeysWith: { $1 })
        }
    }

    func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord? {
        try withWork { work throws(StoreError) in work.exceptions[id] }
    }

    func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent, by actor: Actor, at: Instant
    ) throws(StoreError) {
        try withWork { work throws(StoreError) in
            try work.replace([(exception, version)])
            work.journal([event], by: actor, at: at)
        }
    }

    func queue(_ lane: QueueRow.Lane, after position: Int, limit: Int) throws(StoreError) -> [QueueEntry] {
        try withWork { work throws(StoreError) in
            Array(work.open.filter { $0.row.lane == lane && $0.row.position > position }.prefix(limit))
        }
    }

    func place(of id: ExceptionID) throws(StoreError) -> QueueEntry? {
        try withWork { work throws(StoreError) in
            guard let row = work.queue.first(where: { $0.exception == id }) else { return nil }
            return work.exceptions[id].map { QueueEntry(row: row, exception: $0) }
        }
    }

    func places(on subject: Subject) throws(StoreError) -> [QueueEntry] {
        let product = try withFacts { facts throws(StoreError) in facts.product(of: subject) }
        return try withWork { work throws(StoreError) in
            work.open.filter { entry in
                let other = entry.exception.fingerprint.subject
                return other == subject
                    || other.kind == .product && other.account == subject.account
                        && other.marketplace == subject.marketplace && other.code == product
            }
        }
    }

    func openCounts() throws(StoreError) -> [QueueRow.Lane: Int] {
        try withWork { work throws(StoreError) in Dictionary(grouping: work.open, by: \.row.lane).mapValues(\.count) }
    }

    func outcomes() throws(StoreError) -> [OutcomeRecord] {
        try withWork { work throws(StoreError) in work.outcomes.values.sorted { $0.exception < $1.exception } }
    }

    func stageStates() throws(StoreError) -> [StageState] {
        try withWork { work throws(StoreError) in work.states.values.sorted { $0.workflow < $1.workflow } }
    }

    func tiers() throws(StoreError) -> [TierColumn] { try withWork { work throws(StoreError) in work.tiers } }
}

// MARK: Journal

extension MemoryStore {
    func journalFaults() throws(StoreError) -> [JournalFault] {
        try withWork { work throws(StoreError) in
            work.journal.compactMap { entry, events in
                let isWhole = entry.eventDigest == EventDigest.of(events) && entry.seal == entry.expectedSeal
                return isWhole ? nil : JournalFault(sequence: entry.sequence, "does not fit its seal")
            }
        }
    }

    func journalLength() throws(StoreError) -> Int64 {
        try withWork { work throws(StoreError) in Int64(work.journal.count) }
    }

    func history(of subject: String) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        try withWork { work throws(StoreError) in
            work.journal.flatMap { entry, events in
                events.filter { $0.subjects.contains(subject) }.map { (at: entry.at, actor: entry.actor, event: $0) }
            }
        }
    }

    private func journal(_ events: [JournalEvent], by actor: Actor, at: Instant) {
        work.withLock { $0.journal(events, by: actor, at: at) }
    }
}
