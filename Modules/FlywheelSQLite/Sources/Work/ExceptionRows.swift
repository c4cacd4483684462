import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

extension ExceptionRecord {
    init(row: Row) throws {
        try self.init(
            id: ExceptionID(row.get("id")),
            fingerprint: Fingerprint(row: row),
            state: row.word("state"), onset: row.optionalInstant("onset"), detected: row.instant("detected"),
            opened: RotationID(row.get("opened")), evidence: row.get("evidence"), exposure: row.exposure(),
            model: row.get("model"),
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
        termsAtOpen = try Array(row.get("terms_at_open") as Data)
        termsAtClose = try (row.get("terms_at_close") as Data?).map(Array.init)
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
    /// Adds an exception that a rotation opens.
    func insert(_ exception: ExceptionRecord, opened rotation: RotationID) throws {
        try run(
            """
            INSERT INTO exception (id, workflow, kind, subject, account, marketplace, code, discriminator, version, state,
                onset, detected, opened, changed, evidence, exposure, terms_at_open, model, owner, claimed_by, claimed,
                due, closed, closed_by, root_cause, note, terms_at_close, previous)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [exception.id.number] + exception.fingerprint.columns + [
                exception.state.rawValue, exception.onset?.seconds, exception.detected.seconds, rotation.number,
                rotation.number, exception.evidence, Data(ExposureCodec.encode(exception.exposure)),
                Data(exception.termsAtOpen), exception.model, exception.owner, exception.claimedBy,
                exception.claimed?.seconds, exception.due?.seconds,
                exception.closed?.seconds, exception.closedBy, exception.rootCause, exception.note,
                exception.termsAtClose.map { Data($0) }, exception.previous?.number,
            ])
    }

    /// Replaces everything that may change of an exception, and counts the change.
    ///
    /// - Returns: whether its version was still `expecting`.
    func replace(_ exception: ExceptionRecord, expecting version: Int) throws -> Bool {
        try run(
            """
            UPDATE exception SET version = version + 1, state = ?, onset = ?, changed = ?, evidence = ?, exposure = ?,
                model = ?, owner = ?, claimed_by = ?, claimed = ?, due = ?, closed = ?, closed_by = ?,
                root_cause = ?, note = ?, terms_at_close = ?, previous = ?
            WHERE id = ? AND version = ?
            """,
            [
                exception.state.rawValue, exception.onset?.seconds, exception.changed.number, exception.evidence,
                Data(ExposureCodec.encode(exception.exposure)), exception.model, exception.owner, exception.claimedBy,
                exception.claimed?.seconds, exception.due?.seconds, exception.closed?.seconds, exception.closedBy,
                exception.rootCause, exception.note, exception.termsAtClose.map { Data($0) },
                exception.previous?.number,
                exception.id.number, version,
            ])
        return changesCount == 1
    }
}

extension Row {
    /// The exposure in the column `exposure`.
    func exposure() throws -> Exposure {
        let bytes: Data = try get("exposure")
        do {
            return try ExposureCodec.decode(Array(bytes))
        } catch {
            throw StoreError.failed("an exposure \(error)")
        }
    }
}
