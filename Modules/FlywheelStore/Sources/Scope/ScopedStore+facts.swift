public import FlywheelKit

/// Facts belong to the account of their import, which is the account of their chunk.
extension ScopedStore {
    /// See ``FactStore/beginImport(_:by:)``.
    public func beginImport(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        try require(account: draft.account)
        try requireOwn(draft)
        let id = try store.beginImport(draft, by: actor)
        begun.insert(id)
        return id
    }

    /// See ``FactStore/stage(_:for:)``.
    public func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        try requireBegun(id)
        try store.stage(rows, for: id)
    }

    /// See ``FactStore/stage(_:for:)``.
    public func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError) {
        try requireBegun(id)
        try store.stage(rejects, for: id)
    }

    /// See ``FactStore/finishImport(_:as:_:)``.
    public func finishImport(
        _ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary
    ) throws(StoreError) {
        try requireBegun(id)
        try store.finishImport(id, as: state, summary)
    }

    /// See ``FactStore/abandonImport(_:)``.
    public func abandonImport(_ id: ImportID) throws(StoreError) {
        try requireBegun(id)
        try store.abandonImport(id)
    }

    /// See ``FactStore/decideImport(_:accept:by:at:)``.
    public func decideImport(_ id: ImportID, accept: Bool, by actor: Actor, at: Instant) throws(StoreError) {
        guard let draft = try imports().first(where: { $0.id == id })?.draft else { throw .unknown("import \(id)") }
        try requireOwn(draft)
        try store.decideImport(id, accept: accept, by: actor, at: at)
    }

    /// See ``FactStore/imports()``.
    public func imports() throws(StoreError) -> [ImportRecord] {
        try store.imports().filter { accounts.contains($0.draft.account) }
    }

    /// See ``FactStore/rejects(of:offset:limit:)``.
    public func rejects(of id: ImportID, offset: Int, limit: Int) throws(StoreError) -> [Reject] {
        try require(id)
        return try store.rejects(of: id, offset: offset, limit: limit)
    }

    /// See ``FactStore/subjects(of:)``.
    public func subjects(of id: ImportID) throws(StoreError) -> SubjectSet {
        try requireBegun(id)
        return try store.subjects(of: id)
    }

    /// See ``FactStore/chunks(of:)``.
    public func chunks(of kind: Subject.Kind) throws(StoreError) -> [ChunkPlace] {
        try store.chunks(of: kind).filter { accounts.contains($0.account) }
    }

    /// See ``FactStore/rows(of:)``.
    public func rows(of chunk: ChunkPlace) throws(StoreError) -> ChunkRows {
        try require(chunk)
        return try store.rows(of: chunk)
    }

    /// See ``FactStore/facts(in:feed:columns:from:)``.
    public func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        try require(chunk)
        return try store.facts(in: chunk, feed: feed, columns: columns, from: sources)
    }

    /// Exchange rates and people's hours count for every account, whosever file brings them.
    private func requireOwn(_ draft: ImportDraft) throws(StoreError) {
        if let file = draft.houseFile { throw concernsAll(file) }
    }

    private func require(_ id: ImportID) throws(StoreError) {
        guard try owns(id) else { throw .unknown("import \(id)") }
    }

    /// An import that was begun here, or is finished and of an account that exists.
    private func requireBegun(_ id: ImportID) throws(StoreError) {
        if !begun.contains(id) { try require(id) }
    }

    /// What a chunk says of itself counts for nothing: the store knows whose it is.
    private func require(_ chunk: ChunkPlace) throws(StoreError) {
        guard try chunks(of: chunk.kind).contains(chunk) else { throw .unknown("chunk \(chunk.id)") }
    }
}
