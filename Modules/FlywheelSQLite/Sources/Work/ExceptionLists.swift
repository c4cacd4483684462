public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/exceptions(listed:of:after:limit:)``.
    public func exceptions(
        listed list: ExceptionList, of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            var exceptions = try ExceptionLookup(db)
            return try db.ids(in: list, of: accounts, after: id, limit: limit).compactMap {
                try exceptions.exception(ExceptionID($0))
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/countExceptions(listed:of:limit:)``.
    public func countExceptions(
        listed list: ExceptionList, of accounts: Set<String>?, limit: Int
    ) throws(StoreError) -> Int {
        try read { db in try db.ids(in: list, of: accounts, after: ExceptionID(0), limit: limit).count }
    }

    /// See ``FlywheelStore/WorkStore/outcomes(of:after:limit:)``.
    public func outcomes(
        of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            var families = Families(db)
            var outcomes: [OutcomeRecord] = []
            var statement = try BulkStatement(
                db,
                """
                SELECT \(OutcomeLine.columns), exposure, at_open, at_end FROM outcome JOIN outcome_terms USING (exception)
                WHERE exception = ?
                """)
            for id in try db.ids(in: .ended, of: accounts, after: id, limit: limit) {
                statement.bind(id)
                try statement.forEachRow { row in outcomes.append(try OutcomeRecord(&row, &families)) }
            }
            return outcomes
        }
    }

    /// The ids of a list, and those of one family of fingerprints: each ends with the part that is asked for.
    static let listSQL: [ExceptionList: (all: String, ofFamily: String)] = [
        .unfinished: (
            """
            SELECT id FROM exception INDEXED BY exception_unfinished WHERE state < 4 AND \(published) \(part("id"))
            """,
            """
            SELECT id FROM exception INDEXED BY exception_unfinished_family
            WHERE state < 4 AND family = ? AND \(published) \(part("id"))
            """
        ),
        .ended: (
            "SELECT exception FROM outcome WHERE true \(part("exception"))",
            "SELECT exception FROM outcome INDEXED BY outcome_family WHERE family = ? \(part("exception"))"
        ),
    ]

    private static func part(_ id: String) -> String { "AND \(id) > ? ORDER BY \(id) LIMIT ?" }

    /// What a rotation has not published has no lower id than the first that was free when it began, so that nothing else is
    /// looked at beside the index.
    static let published = """
        (id < (SELECT COALESCE(MIN(first_exception), 9223372036854775807) FROM rotation WHERE state = 'staging')
            OR opened NOT IN (SELECT id FROM rotation WHERE state = 'staging'))
        """
}

extension Database {
    /// The ids of a part of a list. Each family is a walk of its own, of which the lowest ids of all are taken.
    fileprivate func ids(
        in list: ExceptionList, of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws -> [Int64] {
        guard list != .all else {
            let parts = try [ExceptionList.unfinished, .ended].flatMap {
                try ids(in: $0, of: accounts, after: id, limit: limit)
            }
            return Array(Set(parts).sorted().prefix(limit))
        }
        guard let sql = SQLiteStore.listSQL[list] else { return [] }
        guard let accounts else { return try ids(sql.all, after: id, limit: limit) }
        let families = try Int64.fetchAll(
            self, sql: "SELECT id FROM family WHERE account IN (SELECT value FROM json_each(?))",
            arguments: [Self.list(accounts)])
        let parts = try families.flatMap { try ids(sql.ofFamily, of: $0, after: id, limit: limit) }
        return Array(parts.sorted().prefix(limit))
    }

    private func ids(
        _ sql: String, of family: Int64? = nil, after id: ExceptionID, limit: Int
    ) throws -> [Int64] {
        var ids: [Int64] = []
        var statement = try BulkStatement(self, sql)
        if let family { statement.bind(family) }
        statement.bind(id.number)
        statement.bind(Int64(limit))
        try statement.forEachRow { row in ids.append(try row.integer()) }
        return ids
    }
}
