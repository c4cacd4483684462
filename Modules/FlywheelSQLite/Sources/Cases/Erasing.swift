public import FlywheelKit
public import FlywheelStore
import GRDB

/// Erasing for good: first the rows, in one transaction with the journal, then every copy of their bytes.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/erase(_:by:at:)``.
    ///
    /// Looking for strings is part of the one transaction, though it takes a second for a million texts: cut off in between,
    /// nobody would know the names any more that are still to be found.
    public func erase(_ erasure: Erasure, by actor: Actor, at: Instant) throws(StoreError) -> ErasureReport {
        try write { db in
            var report = ErasureReport(texts: try db.deleteTexts(erasure, at: at))
            report.redacted = try db.redact(Redaction(erasure.strings))
            try db.run("UPDATE counter SET value = value + 1 WHERE name = 'unscrubbed'", [])
            try db.append(erasure.events, at: at, by: actor)
            return report
        }
    }

    /// See ``FlywheelStore/CaseStore/overwriteErased()``.
    ///
    /// `secure_delete` overwrites what is deleted where it stands. That leaves words in the older parts of the index until
    /// these are joined, copies of rows that SQLite moved from page to page, and what the write-ahead log holds.
    public func overwriteErased() throws(StoreError) {
        guard try read({ db in try db.count(of: "unscrubbed") > 0 }) else { return }
        do {
            try database.writeWithoutTransaction { db in
                try db.execute(sql: "INSERT INTO text_index (text_index) VALUES ('optimize')")
                try db.execute(sql: "VACUUM")
                try db.checkpoint(.truncate)
                try db.execute(sql: "UPDATE counter SET value = 0 WHERE name = 'unscrubbed'")
            }
        } catch {
            throw StoreError(error, in: name)
        }
    }
}

extension Database {
    /// Deletes what is kept of parties and in cases, and remembers from when on it may be kept again.
    ///
    /// - Returns: how many texts that were.
    fileprivate func deleteTexts(_ erasure: Erasure, at: Instant) throws -> Int {
        let parties = Database.list(erasure.parties.map(\.number))
        let cases = Database.list(erasure.cases.map(\.number))
        try run("UPDATE party SET erased = ? WHERE id IN (SELECT value FROM json_each(?))", [at.seconds, parties])
        try run(
            """
            UPDATE desk_case SET erased = ?1 WHERE id IN (SELECT value FROM json_each(?3))
                OR party IN (SELECT value FROM json_each(?2))
            """, [at.seconds, parties, cases])
        try run(
            """
            DELETE FROM personal_text WHERE party IN (SELECT value FROM json_each(?1))
                OR desk_case IN (SELECT value FROM json_each(?2))
                OR desk_case IN (SELECT id FROM desk_case WHERE party IN (SELECT value FROM json_each(?1)))
            """, [parties, cases])
        return changesCount
    }

    /// Replaces strings wherever they stand.
    ///
    /// - Returns: in how many texts.
    fileprivate func redact(_ redaction: Redaction) throws -> Int {
        guard !redaction.isEmpty else { return 0 }
        var count = 0
        for text in FreeText.all {
            let rows = try text.rows(self) { redaction.redacted($0) != nil }
            for row in rows { try text.redact(row, redaction, in: self) }
            count += rows.count
        }
        return count
    }
}
