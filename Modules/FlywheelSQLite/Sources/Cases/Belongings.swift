public import FlywheelStore
import FlywheelKit
import Foundation
import GRDB

/// What belongs to cases: messages, parties, decisions, contacts.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/messages(of:)``.
    public func messages(of cases: [CaseID]) throws(StoreError) -> [MessageRecord] {
        try messages(
            "desk_case IN (SELECT value FROM json_each(?)) ORDER BY desk_case, at, id",
            [Database.list(cases.map(\.number))])
    }

    /// See ``FlywheelStore/CaseStore/messages(_:)``.
    public func messages(_ ids: [MessageID]) throws(StoreError) -> [MessageRecord] {
        try messages("id IN (SELECT value FROM json_each(?)) ORDER BY id", [Database.list(ids.map(\.number))])
    }

    /// See ``FlywheelStore/CaseStore/messages(sourced:)``.
    public func messages(sourced digests: [[UInt8]]) throws(StoreError) -> [MessageRecord] {
        guard !digests.isEmpty else { return [] }
        let places = Array(repeating: "?", count: digests.count).joined(separator: ", ")
        return try messages("source IN (\(places)) ORDER BY id", StatementArguments(digests.map { Data($0) }))
    }

    /// See ``FlywheelStore/CaseStore/messages(in:)``.
    public func messages(in state: MessageRecord.State) throws(StoreError) -> [MessageRecord] {
        // Of received ones there are many, so the index is of the others; SQLite has to see that it may use it.
        let condition = state == .received ? "state = 'received'" : "state = ? AND state <> 'received'"
        return try messages("\(condition) ORDER BY id", state == .received ? [] : [state.rawValue])
    }

    private func messages(_ condition: String, _ arguments: StatementArguments) throws(StoreError) -> [MessageRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM message WHERE \(condition)", arguments: arguments)
                .map(MessageRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/CaseStore/parties(_:)``.
    public func parties(_ ids: [PartyID]) throws(StoreError) -> [PartyRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM party WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                arguments: [Database.list(ids.map(\.number))]
            ).map { row in
                var party = try PartyRecord(
                    id: PartyID(row.get("id")), side: row.get("side"), since: row.instant("since"))
                party.erased = try row.optionalInstant("erased")
                return party
            }
        }
    }

    /// See ``FlywheelStore/CaseStore/parties(identified:)``.
    public func parties(identified digests: [[UInt8]]) throws(StoreError) -> [[UInt8]: PartyID] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT party FROM identity WHERE digest = ?")
            return try digests.reduce(into: [:]) { found, digest in
                found[digest] = try Int64.fetchOne(statement, arguments: [Data(digest)]).map { PartyID($0) }
            }
        }
    }

    /// See ``FlywheelStore/CaseStore/decisions(of:)``.
    public func decisions(of cases: [CaseID]?) throws(StoreError) -> [DecisionRecord] {
        let condition = cases == nil ? "" : "WHERE desk_case IN (SELECT value FROM json_each(?)) "
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM decision \(condition)ORDER BY id",
                arguments: cases.map { [Database.list($0.map(\.number))] } ?? []
            ).map(DecisionRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/CaseStore/outreach(with:)``.
    public func outreach(with party: PartyID?) throws(StoreError) -> [OutreachRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM outreach \(party == nil ? "" : "WHERE party = ? ")ORDER BY id",
                arguments: party.map { [$0.number] } ?? []
            ).map { row in
                try OutreachRecord(
                    id: OutreachID(row.get("id")), template: row.get("template"), party: PartyID(row.get("party")),
                    case: (row.get("desk_case") as Int64?).map { CaseID($0) }, at: row.instant("at"),
                    state: row.get("state"), body: row.get("body"))
            }
        }
    }
}

extension Database {
    /// Writes a message as it is from now on.
    func write(_ message: MessageRecord) throws {
        try run(
            """
            INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, author = excluded.author, source = excluded.source,
                contents = excluded.contents, file = excluded.file
            """,
            [
                message.id.number, message.case.number, message.at.seconds, message.state.rawValue, message.author,
                message.source.map { Data($0) }, message.contents.map { Data($0) },
                try message.file.map(CanonicalJSON.text),
            ])
    }

    /// Writes a decision.
    func insert(_ decision: DecisionRecord) throws {
        try run(
            "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                decision.id.number, decision.case.number, decision.at.seconds, decision.by, decision.role,
                decision.kind, decision.amount?.minorUnits, decision.amount?.currency.code, decision.replaces?.number,
                decision.body,
            ])
    }

    /// Writes a contact as it is from now on.
    func write(_ outreach: OutreachRecord) throws {
        try run(
            """
            INSERT INTO outreach VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body
            """,
            [
                outreach.id.number, outreach.template, outreach.party.number, outreach.case?.number,
                outreach.at.seconds, outreach.state, outreach.body,
            ])
    }
}

extension MessageRecord {
    fileprivate init(row: Row) throws {
        try self.init(
            id: MessageID(row.get("id")), case: CaseID(row.get("desk_case")), at: row.instant("at"),
            state: row.word("state"))
        author = try row.get("author")
        source = try (row.get("source") as Data?).map(Array.init)
        contents = try (row.get("contents") as Data?).map(Array.init)
        file = try (row.get("file") as String?).map { try CanonicalJSON.value(ChangeRecord.File.self, from: $0) }
    }
}

extension DecisionRecord {
    fileprivate init(row: Row) throws {
        let code: String? = try row.get("currency")
        let currency = try code.map { code in
            guard let currency = Currency(code) else {
                throw StoreError.failed("column currency holds \"\(code)\", which is no currency")
            }
            return currency
        }
        let units: Int64? = try row.get("amount")
        try self.init(
            id: DecisionID(row.get("id")), case: CaseID(row.get("desk_case")), at: row.instant("at"),
            by: row.get("decided_by"), role: row.get("role"), kind: row.get("kind"),
            amount: units.flatMap { units in currency.map { Money(minorUnits: units, $0) } },
            replaces: (row.get("replaces") as Int64?).map { DecisionID($0) }, body: row.get("body"))
    }
}
