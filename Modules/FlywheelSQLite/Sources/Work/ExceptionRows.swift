import FlywheelKit
import FlywheelStore
import GRDB

extension ExceptionRecord {
    init(row: Row) throws {
        try self.init(
            id: ExceptionID(row.get("id")),
            fingerprint: Fingerprint(row: row),
            state: row.word("state"), onset: row.optionalInstant("onset"), detected: row.instant("detected"),
            opened: RotationID(row.get("opened")), evidence: row.get("evidence"), exposure: row.get("exposure"),
            resolution: row.get("resolution"), model: row.get("model"),
            previous: (row.get("previous") as Int64?).map { ExceptionID($0) })
        version = try row.get("version")
        changed = RotationID(try row.get("changed"))
        owner = try row.get("owner")
        claimedBy = try row.get("claimed_by")
        claimed = try row.optionalInstant("claimed")
        due = try row.optionalInstant("due")
        closed = try row.optionalInstant("closed")
        closedBy = try row.get("closed_by")
        rootCause = try row.get("root_cause")
        note = try row.get("note")
        termsAtClose = try row.get("terms_at_close")
    }
}

extension Fingerprint {
    /// The fingerprint in the columns of an exception or outcome.
    init(row: Row) throws(StoreError) {
        self.init(
            workflow: try row.get("workflow"), kind: try row.get("kind"),
            subject: Subject(
                try row.word("subject"), account: try row.get("account"), marketplace: try row.get("marketplace"),
                code: try row.get("code")),
            discriminator: try row.get("discriminator"))
    }

    /// Its columns, in the order of the tables.
    var columns: StatementArguments {
        [workflow, kind, subject.kind.rawValue, subject.account, subject.marketplace, subject.code, discriminator]
    }
}

extension Database {
    /// Adds an exception that a rotation opens, and says which id it was given.
    func insert(_ exception: ExceptionRecord, opened rotation: RotationID) throws -> ExceptionID {
        try run(
            """
            INSERT INTO exception (workflow, kind, subject, account, marketplace, code, discriminator, version, state,
                onset, detected, opened, changed, evidence, exposure, resolution, model, owner, claimed_by, claimed,
                due, closed, closed_by, root_cause, note, terms_at_close, previous)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            exception.fingerprint.columns + [
                exception.state.rawValue, exception.onset?.seconds, exception.detected.seconds, rotation.number,
                rotation.number, exception.evidence, exception.exposure, exception.resolution, exception.model,
                exception.owner, exception.claimedBy, exception.claimed?.seconds, exception.due?.seconds,
                exception.closed?.seconds, exception.closedBy, exception.rootCause, exception.note,
                exception.termsAtClose, exception.previous?.number,
            ])
        return ExceptionID(lastInsertedRowID)
    }

    /// Replaces everything that may change of an exception, and counts the change.
    ///
    /// - Returns: whether its version was still `expecting`.
    func replace(_ exception: ExceptionRecord, expecting version: Int) throws -> Bool {
        try run(
            """
            UPDATE exception SET version = version + 1, state = ?, onset = ?, changed = ?, evidence = ?, exposure = ?,
                resolution = ?, model = ?, owner = ?, claimed_by = ?, claimed = ?, due = ?, closed = ?, closed_by = ?,
                root_cause = ?, note = ?, terms_at_close = ?, previous = ?
            WHERE id = ? AND version = ?
            """,
            [
                exception.state.rawValue, exception.onset?.seconds, exception.changed.number, exception.evidence,
                exception.exposure, exception.resolution, exception.model, exception.owner, exception.claimedBy,
                exception.claimed?.seconds, exception.due?.seconds, exception.closed?.seconds, exception.closedBy,
                exception.rootCause, exception.note, exception.termsAtClose, exception.previous?.number,
                exception.id.number, version,
            ])
        return changesCount == 1
    }
}
