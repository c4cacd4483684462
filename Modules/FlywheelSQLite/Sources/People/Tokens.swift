public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// API tokens: each that is made or forgotten is one transaction with the journal's event.
extension SQLiteStore {
    /// See ``FlywheelStore/PeopleStore/keep(_:by:)-(TokenRecord,_)``.
    public func keep(_ token: TokenRecord, by actor: Actor) throws(StoreError) -> TokenRecord {
        try write { db in
            try db.run(
                """
                INSERT INTO token (digest, label, person, rights, accounts, made, ends, last_used)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    Data(token.digest), token.label, token.person.number, try CanonicalJSON.text(token.rights),
                    try token.accounts.map(CanonicalJSON.text), token.made.seconds, token.ends?.seconds,
                    token.lastUsed?.seconds,
                ])
            var kept = token
            kept.id = TokenID(db.lastInsertedRowID)
            let event = JournalEvent(.issued, kept.id.description, detail: token.person.description)
            try db.append([event], at: token.made, by: actor)
            return kept
        }
    }

    /// See ``FlywheelStore/PeopleStore/token(digest:)``.
    public func token(digest: [UInt8]) throws(StoreError) -> TokenRecord? {
        try read(keeping: .token(digest)) { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM token WHERE digest = ?"), arguments: [Data(digest)]
            ).map(TokenRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/PeopleStore/tokens(of:)``.
    public func tokens(of person: PersonID?) throws(StoreError) -> [TokenRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM token WHERE ?1 IS NULL OR person = ?1 ORDER BY id", arguments: [person?.number]
            ).map(TokenRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/PeopleStore/touch(_:at:)-(TokenID,_)``.
    public func touch(_ id: TokenID, at: Instant) throws(StoreError) {
        try write { db in try db.run("UPDATE token SET last_used = ? WHERE id = ?", [at.seconds, id.number]) }
    }

    /// See ``FlywheelStore/PeopleStore/revoke(_:by:at:)``.
    public func revoke(_ id: TokenID, by actor: Actor, at: Instant) throws(StoreError) {
        try write { db in
            let person = try Int64.fetchOne(
                db, sql: "DELETE FROM token WHERE id = ? RETURNING person", arguments: [id.number])
            guard let person else { throw StoreError.unknown("API token \(id)") }
            let event = JournalEvent(.revoked, id.description, detail: PersonID(person).description)
            try db.append([event], at: at, by: actor)
        }
    }
}

extension TokenRecord {
    fileprivate init(row: Row) throws {
        try self.init(
            id: TokenID(row.get("id")), digest: Array(row.get("digest", as: Data.self)), label: row.get("label"),
            person: PersonID(row.get("person")), rights: CanonicalJSON.value([String].self, from: row.get("rights")),
            accounts: (row.get("accounts") as String?).map { try CanonicalJSON.value([String].self, from: $0) },
            made: row.instant("made"), ends: row.optionalInstant("ends"))
        lastUsed = try row.optionalInstant("last_used")
    }
}
