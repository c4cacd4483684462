public import FlywheelKit
public import FlywheelStore
import GRDB

/// What was proposed to change of listings: each decision and its journal entry are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/ChangeStore/reserveChanges(_:)``.
    public func reserveChanges(_ count: Int) throws(StoreError) -> ChangeID {
        try write { db in
            let last = try db.count(of: "change")
            try db.execute(sql: "UPDATE counter SET value = value + ? WHERE name = 'change'", arguments: [count])
            return ChangeID(last + 1)
        }
    }

    /// See ``FlywheelStore/ChangeStore/listingChange(_:)``.
    public func listingChange(_ id: ChangeID) throws(StoreError) -> ChangeRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM visible_change WHERE id = ?", arguments: [id.number])
                .map(ChangeRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/ChangeStore/listingChanges(waiting:)``.
    public func listingChanges(waiting: Bool) throws(StoreError) -> [ChangeRecord] {
        let condition = waiting ? " WHERE state IN ('proposed', 'approved')" : ""
        return try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM visible_change\(condition) ORDER BY id")
                .map(ChangeRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/ChangeStore/listingChanges(of:)``.
    public func listingChanges(of exceptions: [ExceptionID]) throws(StoreError) -> [ChangeRecord] {
        try read { db in
            try Row.fetchAll(db, sql: Self.changesSQL, arguments: [Database.list(exceptions.map(\.number))])
                .map(ChangeRecord.init(row:))
        }
    }

    static let changesSQL = """
        SELECT * FROM visible_change WHERE exception IN (SELECT value FROM json_each(?)) ORDER BY id
        """

    /// See ``FlywheelStore/ChangeStore/settle(_:by:at:)``.
    public func settle(_ changes: [SettledChange], by actor: Actor, at: Instant) throws(StoreError) {
        try write { db in
            for settled in changes {
                let id = settled.change.id.number
                let known = try Bool.fetchOne(db, sql: "SELECT 1 FROM visible_change WHERE id = ?", arguments: [id])
                guard known == true else { throw StoreError.unknown("change \(settled.change.id)") }
            }
            try db.replace(changes.map { ($0.change, $0.change.version) })
            try db.append(changes.map(\.event), at: at, by: actor)
        }
    }
}

extension Database {
    /// Writes changes that a rotation proposes.
    func insert(_ changes: ArraySlice<ChangeRecord>) throws {
        for change in changes {
            let subject = change.subject
            try run(
                """
                INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    change.id.number, change.exception.number, change.rotation.number, change.proposed.seconds,
                    change.fingerprint.workflow, change.fingerprint.kind, subject.kind.rawValue, subject.account,
                    subject.marketplace, subject.code, change.fingerprint.discriminator,
                    try CanonicalJSON.text(change.proposal), try change.completed.map(CanonicalJSON.text),
                    change.version,
                    change.state.rawValue, change.mode.rawValue, change.decided?.seconds, change.decidedBy,
                    change.reason, try change.written.map(CanonicalJSON.text),
                    try change.restored.map(CanonicalJSON.text),
                ])
        }
    }

    /// Replaces changes that still have the version they were decided on, and names the exceptions of those that do not.
    func replace(_ changes: [(change: ChangeRecord, expecting: Int)]) throws {
        var outdated: [ExceptionID] = []
        for (change, version) in changes {
            try run(
                """
                UPDATE change SET version = ?, state = ?, mode = ?, proposal = ?, completed = ?, decided = ?, decided_by = ?,
                    reason = ?, written = ?, restored = ?
                WHERE id = ? AND version = ?
                """,
                [
                    version + 1, change.state.rawValue, change.mode.rawValue,
                    try CanonicalJSON.text(change.proposal),
                    try change.completed.map(CanonicalJSON.text),
                    change.decided?.seconds, change.decidedBy, change.reason,
                    try change.written.map(CanonicalJSON.text),
                    try change.restored.map(CanonicalJSON.text), change.id.number, version,
                ])
            if changesCount != 1 { outdated.append(change.exception) }
        }
        guard outdated.isEmpty else { throw StoreError.changedMeanwhile(outdated) }
    }
}

extension ChangeRecord {
    fileprivate init(row: Row) throws {
        try self.init(
            id: ChangeID(row.get("id")), exception: ExceptionID(row.get("exception")),
            fingerprint: Fingerprint(
                workflow: row.get("workflow"), kind: row.get("kind"),
                subject: Subject(
                    row.word("subject"), account: row.get("account"), marketplace: row.get("marketplace"),
                    code: row.get("code")), discriminator: row.get("discriminator")),
            proposal: CanonicalJSON.value(ListingChange.self, from: row.get("proposal")),
            proposed: row.instant("proposed"),
            rotation: RotationID(row.get("rotation")), mode: row.word("mode"))
        version = try row.get("version")
        state = try row.word("state")
        completed = try (row.get("completed") as String?).map { try CanonicalJSON.value(ListingChange.self, from: $0) }
        decided = try row.optionalInstant("decided")
        decidedBy = try row.get("decided_by")
        reason = try row.get("reason")
        written = try (row.get("written") as String?).map { try CanonicalJSON.value(File.self, from: $0) }
        restored = try (row.get("restored") as String?).map { try CanonicalJSON.value(File.self, from: $0) }
    }
}
