import FlywheelKit
public import FlywheelStore
import GRDB

/// Personal text on its way out, and who saw it.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/texts(_:fields:for:)``. What a person sees and the log of it are one transaction.
    public func texts(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for access: Access
    ) throws(StoreError) -> [PersonalText] {
        guard access.by.kind == .person else { return try read { db in try db.texts(scope, fields) } }
        return try write { db in
            let texts = try db.texts(scope, fields)
            if !texts.isEmpty { try db.log(access, to: texts) }
            return texts
        }
    }

    /// See ``FlywheelStore/CaseStore/search(_:in:limit:)``.
    public func search(
        _ words: String, in fields: Set<PersonalText.Field>, limit: Int
    ) throws(StoreError) -> [TextPlace] {
        try read { db in
            guard let query = try db.query(forWords: words) else { return [] }
            return try Row.fetchAll(
                db, sql: Self.searchSQL, arguments: [query, CanonicalJSON.text(fields.map(\.rawValue).sorted()), limit]
            ).map { row in
                try TextPlace(
                    row.word("field"), row.get("number"), case: (row.get("desk_case") as Int64?).map { CaseID($0) })
            }
        }
    }

    static let searchSQL = """
        SELECT field, number, desk_case FROM text_index JOIN personal_text ON personal_text.id = text_index.rowid
        WHERE text_index MATCH ? AND field IN (SELECT value FROM json_each(?))
        ORDER BY text_index.rowid DESC LIMIT ?
        """

    /// See ``FlywheelStore/CaseStore/accesses(to:limit:)``.
    public func accesses(to party: PartyID?, limit: Int) throws(StoreError) -> [AccessRecord] {
        let condition = party == nil ? "" : "WHERE id IN (SELECT access FROM access_party WHERE party = ?) "
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM access \(condition)ORDER BY id DESC LIMIT ?",
                arguments: (party.map { [$0.number] } ?? []) + [limit]
            ).map { row in
                let id: Int64 = try row.get("id")
                let parties = try Int64.fetchAll(
                    db, sql: "SELECT party FROM access_party WHERE access = ? ORDER BY party", arguments: [id])
                return try AccessRecord(
                    id: id,
                    access: Access(
                        by: Actor(row.word("actor_kind"), row.get("actor_name")), at: row.instant("at"),
                        purpose: row.get("purpose")),
                    parties: parties.map { PartyID($0) },
                    cases: CanonicalJSON.value([Int64].self, from: row.get("cases")).map { CaseID($0) },
                    fields: CanonicalJSON.value([PersonalText.Field].self, from: row.get("fields")))
            }
        }
    }
}

extension Database {
    /// Asks the index for all these words, of which the last may be cut short; `nil` where there is none. They are told apart
    /// as the index tells them apart: what it splits further would be a phrase, and it keeps no places of words.
    fileprivate func query(forWords text: String) throws -> String? {
        let words = try makeTokenizer(.unicode61(diacritics: .remove)).tokenize(query: text).map { "\"\($0.token)\"" }
        return words.isEmpty ? nil : words.joined(separator: " ") + "*"
    }

    fileprivate func texts(_ scope: TextScope, _ fields: Set<PersonalText.Field>) throws -> [PersonalText] {
        let (condition, numbers) =
            switch scope {
            case .cases(let ids): ("desk_case IN (SELECT value FROM json_each(?))", ids.map(\.number))
            case .identities(let ids):
                ("party IN (SELECT value FROM json_each(?)) AND desk_case IS NULL", ids.map(\.number))
            case .party(let id): ("party IN (SELECT value FROM json_each(?))", [id.number])
            }
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT * FROM personal_text WHERE \(condition) AND field IN (SELECT value FROM json_each(?))
                ORDER BY desk_case, field, number
                """,
            arguments: [Database.list(numbers), try CanonicalJSON.text(fields.map(\.rawValue).sorted())])
        return try rows.map { row in
            try PersonalText(
                row.word("field"), row.get("number"), case: (row.get("desk_case") as Int64?).map { CaseID($0) },
                party: (row.get("party") as Int64?).map { PartyID($0) }, at: row.instant("at"), row.get("text"))
        }
    }

    fileprivate func log(_ access: Access, to texts: [PersonalText]) throws {
        let record = AccessRecord(id: 0, access: access, to: texts)
        try run(
            "INSERT INTO access (at, actor_kind, actor_name, purpose, fields, cases) VALUES (?, ?, ?, ?, ?, ?)",
            [
                access.at.seconds, access.by.kind.rawValue, access.by.name, access.purpose,
                try CanonicalJSON.text(record.fields), Database.list(record.cases.map(\.number)),
            ])
        let id = lastInsertedRowID
        for party in record.parties { try run("INSERT INTO access_party VALUES (?, ?)", [party.number, id]) }
    }
}
