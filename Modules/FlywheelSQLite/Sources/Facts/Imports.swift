public import FlywheelKit
public import FlywheelStore
import GRDB
import Synchronization

extension SQLiteStore {
    /// See ``FlywheelStore/FactStore/beginImport(_:by:)``. Leftovers of programs that no longer run are swept first.
    public func beginImport(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        try sweepImports()
        try lease.take()
        return try write { db in
            if let earlier = try self.earlier(draft, db) { throw StoreError.alreadyImported(earlier) }
            let scope = try db.scope(draft.subject, account: draft.account, marketplace: draft.marketplace)
            try db.execute(
                sql: """
                    INSERT INTO import (file_name, digest, format, feed, subject, account, marketplace, scope,
                        effective_at, received_at, state, summary, actor_kind, actor_name, writer)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'staging', '', ?, ?, ?)
                    """,
                arguments: [
                    draft.fileName, draft.digest, draft.format, draft.feed, draft.subject.rawValue, draft.account,
                    draft.marketplace, scope, draft.effectiveAt.seconds, draft.receivedAt.seconds, actor.kind.rawValue,
                    actor.name, lease.writer,
                ])
            return ImportID(db.lastInsertedRowID)
        }
    }

    /// See ``FlywheelStore/FactStore/stage(_:for:)``.
    public func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError) {
        try writeBatches(rejects) { db, range in
            _ = try self.record(id, in: [.staging], db)
            let first =
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM reject WHERE import = ?", arguments: [id.number]) ?? 0
            for (number, reject) in rejects[range].enumerated() {
                try db.run(
                    "INSERT INTO reject VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        id.number, first + number, reject.line, reject.column, reject.heading, reject.code,
                        reject.reason, reject.excerpt,
                    ])
            }
        }
    }

    /// See ``FlywheelStore/FactStore/finishImport(_:as:_:)``.
    public func finishImport(
        _ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary
    ) throws(StoreError) {
        let verb: JournalEvent.Verb
        switch state {
        case .kept: verb = .importKept
        case .quarantined: verb = .importQuarantined
        case .staging, .discarded: throw .refused("an import is finished as kept or quarantined, not as \(state)")
        }
        try settle(id, from: [.staging], to: state) { db, record in
            if let earlier = try self.earlier(record.draft, db) { throw StoreError.alreadyImported(earlier) }
            try db.execute(
                sql: "UPDATE import SET summary = ?, writer = NULL WHERE id = ?",
                arguments: [CanonicalJSON.text(summary), id.number])
            try db.append(
                [JournalEvent(verb, id.description, state: state.rawValue)], at: record.draft.receivedAt,
                by: record.actor)
        }
    }

    /// See ``FlywheelStore/FactStore/abandonImport(_:)``. The places it gave to new subjects stay, empty, for when they return.
    public func abandonImport(_ id: ImportID) throws(StoreError) {
        _ = try read { db in try self.record(id, in: [.staging], db) }
        intake.withLock { $0.imports[id] = nil }
        try removeImport(id.number)
    }

    /// See ``FlywheelStore/FactStore/decideImport(_:accept:by:at:)``. The facts of a discarded import are removed.
    public func decideImport(_ id: ImportID, accept: Bool, by actor: Actor, at: Instant) throws(StoreError) {
        let state: ImportRecord.State = accept ? .kept : .discarded
        let verb: JournalEvent.Verb = accept ? .importAccepted : .importDiscarded
        try settle(id, from: accept ? [.quarantined] : [.quarantined, .kept], to: state) { db, _ in
            try db.append([JournalEvent(verb, id.description, state: state.rawValue)], at: at, by: actor)
        }
        if !accept { try removeFacts(of: id.number) }
    }

    /// See ``FlywheelStore/FactStore/imports()``.
    public func imports() throws(StoreError) -> [ImportRecord] {
        try read { db in try finished.withLock { try $0.all(in: db) } }
    }

    /// See ``FlywheelStore/FactStore/rejects(of:offset:limit:)``.
    public func rejects(of id: ImportID, offset: Int, limit: Int) throws(StoreError) -> [Reject] {
        try read { db in
            _ = try self.record(id, in: [.kept, .quarantined, .discarded], db)
            return try Row.fetchAll(
                db, sql: "SELECT * FROM reject WHERE import = ? ORDER BY line, number LIMIT ? OFFSET ?",
                arguments: [id.number, limit, offset]
            ).map { row in
                try Reject(
                    line: row.get("line"), column: row.get("column"), heading: row.get("heading"),
                    code: row.get("code"), reason: row.get("reason"), excerpt: row.get("excerpt"))
            }
        }
    }

    // MARK: Records

    /// The record of an import, which must be in one of `states`: to whom it is invisible, it does not exist.
    func record(_ id: ImportID, in states: [ImportRecord.State], _ db: Database) throws -> ImportRecord {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM import WHERE id = ?", arguments: [id.number])
        guard let record = try row.map(ImportRecord.init(row:)) else { throw StoreError.unknown("import \(id)") }
        guard states.contains(record.state) else {
            if record.state == .staging { throw StoreError.unknown("import \(id)") }
            throw StoreError.refused(
                "\(id) is \(record.state); expected \(states.map(\.rawValue).joined(separator: " or "))")
        }
        return record
    }

    private func earlier(_ draft: ImportDraft, _ db: Database) throws -> ImportID? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM import WHERE digest = ? AND account = ? AND marketplace = ? AND feed = ?
                    AND effective_at = ? AND state IN ('kept', 'quarantined')
                """,
            arguments: [draft.digest, draft.account, draft.marketplace, draft.feed, draft.effectiveAt.seconds]
        ).map { ImportID($0) }
    }
}

extension ImportRecord {
    init(row: Row) throws {
        let summary: String = try row.get("summary")
        try self.init(
            id: ImportID(row.get("id")),
            draft: ImportDraft(
                fileName: row.get("file_name"), digest: row.get("digest"), format: row.get("format"),
                feed: row.get("feed"),
                subject: row.word("subject"), account: row.get("account"), marketplace: row.get("marketplace"),
                effectiveAt: row.instant("effective_at"), receivedAt: row.instant("received_at")),
            summary: summary.isEmpty ? ImportSummary() : try CanonicalJSON.value(ImportSummary.self, from: summary),
            state: row.word("state"), actor: Actor(row.word("actor_kind"), row.get("actor_name")))
    }
}
