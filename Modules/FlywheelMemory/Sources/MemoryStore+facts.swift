public import FlywheelKit
public import FlywheelStore

extension MemoryStore {
    /// See ``FlywheelStore/FactStore/beginImport(_:by:)``.
    public func beginImport(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        try withFacts { facts throws(StoreError) in try facts.begin(draft, by: actor) }
    }

    /// See ``FlywheelStore/FactStore/stage(_:for:)``.
    public func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        try rows.check()
        try withFacts { facts throws(StoreError) in try facts.stage(rows, for: id) }
    }

    /// See ``FlywheelStore/FactStore/stage(_:for:)``.
    public func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError) {
        try withFacts { facts throws(StoreError) in try facts.stage(rejects, for: id) }
    }

    /// See ``FlywheelStore/FactStore/finishImport(_:as:_:)``.
    public func finishImport(
        _ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary
    ) throws(StoreError) {
        let record = try withFacts { facts throws(StoreError) in try facts.finish(id, as: state, summary) }
        try journal(
            state == .kept ? .importKept : .importQuarantined, record, by: record.actor, at: record.draft.receivedAt)
    }

    /// See ``FlywheelStore/FactStore/abandonImport(_:)``.
    public func abandonImport(_ id: ImportID) throws(StoreError) {
        try withFacts { facts throws(StoreError) in try facts.abandon(id) }
    }

    /// See ``FlywheelStore/FactStore/decideImport(_:accept:by:at:)``.
    public func decideImport(_ id: ImportID, accept: Bool, by actor: Actor, at: Instant) throws(StoreError) {
        let record = try withFacts { facts throws(StoreError) in try facts.decide(id, accept: accept) }
        try journal(accept ? .importAccepted : .importDiscarded, record, by: actor, at: at)
    }

    private func journal(
        _ verb: JournalEvent.Verb, _ record: ImportRecord, by actor: Actor, at: Instant
    ) throws(StoreError) {
        try withWork { work throws(StoreError) in
            work.journal.append(
                [JournalEvent(verb, record.id.description, state: record.state.rawValue)], at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/FactStore/imports()``.
    public func imports() throws(StoreError) -> [ImportRecord] { currentFacts.finished }

    /// See ``FlywheelStore/FactStore/rejects(of:offset:limit:)``.
    public func rejects(of id: ImportID, offset: Int, limit: Int) throws(StoreError) -> [Reject] {
        Array(try currentFacts.rejects(of: id).dropFirst(offset).prefix(limit))
    }

    /// See ``FlywheelStore/FactStore/subjects(of:)``.
    public func subjects(of id: ImportID) throws(StoreError) -> SubjectSet {
        try withFacts { facts throws(StoreError) in try facts.placedSubjects(of: id) }
    }

    /// See ``FlywheelStore/FactStore/chunks(of:)``.
    public func chunks(of kind: Subject.Kind) throws(StoreError) -> [ChunkPlace] { currentFacts.places(of: kind) }

    /// See ``FlywheelStore/FactStore/rows(of:)``.
    public func rows(of chunk: ChunkPlace) throws(StoreError) -> ChunkRows { currentFacts.rows(of: chunk) }

    /// See ``FlywheelStore/FactStore/facts(in:feed:columns:from:)``.
    public func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        let facts = currentFacts
        return sources.compactMap { facts.block(in: chunk, feed: feed, columns: columns, from: $0) }
    }
}
