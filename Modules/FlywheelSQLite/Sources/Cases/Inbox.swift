import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/caseRecords(_:)``.
    public func caseRecords(_ ids: [CaseID]) throws(StoreError) -> [CaseRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM desk_case WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                arguments: [Database.list(ids.map(\.number))]
            ).map(CaseRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/CaseStore/caseRecords(keyed:)``.
    public func caseRecords(keyed keys: [CaseKey]) throws(StoreError) -> [CaseKey: CaseRecord] {
        try read { db in
            try Row.fetchAll(db, sql: Self.keyedSQL, arguments: [CanonicalJSON.text(keys)]).reduce(into: [:]) {
                let record = try CaseRecord(row: $1)
                $0[record.key] = record
            }
        }
    }

    static let keyedSQL = """
        SELECT desk_case.* FROM json_each(?) AS asked CROSS JOIN desk_case ON source = asked.value ->> 'source'
            AND account = asked.value ->> 'account' AND code = asked.value ->> 'code'
        """

    /// See ``FlywheelStore/CaseStore/caseRecords(_:limit:)``.
    public func caseRecords(_ query: CaseQuery, limit: Int) throws(StoreError) -> [CaseRecord] {
        let inbox = Inbox(query)
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM desk_case \(inbox.condition) ORDER BY \(inbox.order) LIMIT ?",
                arguments: inbox.arguments + [limit]
            ).map(CaseRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/CaseStore/countCases(_:limit:)``.
    public func countCases(_ query: CaseQuery, limit: Int) throws(StoreError) -> Int {
        let inbox = Inbox(query)
        return try read { db in
            try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM (SELECT 1 FROM desk_case \(inbox.condition) LIMIT ?)",
                arguments: inbox.arguments + [limit]) ?? 0
        }
    }
}

/// A question about cases as SQL.
struct Inbox {
    private(set) var arguments = StatementArguments()
    /// What it is sorted by.
    let order: String
    private var conditions: [String] = []

    /// What holds of the cases, from `WHERE` on.
    var condition: String { conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))" }

    init(_ query: CaseQuery) {
        // Exactly as in the schema, so that SQLite sees that its indices have these orders.
        let due = "coalesce(due, \(Int64.max))"
        order =
            switch query.order {
            case .due: "\(due), id"
            case .urgency: "coalesce(-urgency, \(Int64.max)), \(due), id"
            case .updated: "coalesce(-updated, \(Int64.max)), id"
            }
        if let isDone = query.isDone { add("is_done = ?", [isDone]) }
        if !query.includesMerged { add("merged_into IS NULL", []) }
        add("state", in: query.states)
        add("side", in: query.sides)
        add("owner", in: query.owners)
        if let isOwned = query.isOwned { add("owner IS \(isOwned ? "NOT " : "")NULL", []) }
        add("team", in: query.groups)
        add("language", in: query.languages)
        add("account", in: query.accounts)
        add("marketplace", in: query.marketplaces)
        add("source", in: query.sources)
        add("dispute", in: query.disputes.map(\.rawValue))
        if let party = query.party { add("party = ?", [party.number]) }
        if let listing = query.listing {
            add("id IN (SELECT desk_case FROM case_listing WHERE case_listing.code = ?)", [listing])
        }
        if let moment = query.dueBefore { add("\(due) < ?", [moment.seconds]) }
        if let moment = query.updatedSince { add("updated >= ?", [moment.seconds]) }
        if let moment = query.endedSince { add("ended >= ?", [moment.seconds]) }
        if let moment = query.endedBefore { add("ended < ?", [moment.seconds]) }
        if let keys = query.after?.keys {
            add("(\(order)) > (\(keys.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(keys))
        }
    }

    private mutating func add(_ column: String, in words: [String]) {
        guard !words.isEmpty else { return }
        add("\(column) IN (\(words.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(words))
    }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        conditions.append(condition)
        arguments += values
    }
}
