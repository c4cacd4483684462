public import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/unfinishedExceptions()``. They are read in runs on all cores. What somebody writes
    /// meanwhile shows in some runs and not in others, so each exception stands as it was at one moment, and all of them do
    /// not; whoever decides about one says which version of it they saw.
    public func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord] {
        guard let ids = try unfinishedIDs() else { return [] }
        let last = ids.upperBound.number
        let runs = stride(from: ids.lowerBound.number, through: last, by: Self.batch).map { first in
            first...min(first + Int64(Self.batch) - 1, last)
        }
        let parts = concurrentMap(runs.count) { number in
            Result { () throws(StoreError) in try unfinishedExceptions(runs[number]) }
        }
        var exceptions: [ExceptionRecord] = []
        for part in parts { exceptions += try part.get() }
        return exceptions
    }

    private func unfinishedExceptions(_ ids: ClosedRange<Int64>) throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            var exceptions: [ExceptionRecord] = []
            var reader = ExceptionReader(db)
            var statement = try BulkStatement(db, Self.unfinishedSQL)
            statement.bind(ids.lowerBound)
            statement.bind(ids.upperBound)
            try statement.forEachRow { row in exceptions.append(try reader.record(&row)) }
            return exceptions
        }
    }

    static let unfinishedSQL = """
        SELECT \(ExceptionReader.columns) FROM visible_exception WHERE state < 4 AND id BETWEEN ? AND ? ORDER BY id
        """

    /// See ``FlywheelStore/WorkStore/handledExceptions()``.
    public func handledExceptions() throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            var exceptions: [ExceptionRecord] = []
            var reader = ExceptionReader(db)
            var statement = try BulkStatement(db, Self.handledSQL)
            try statement.forEachRow { row in exceptions.append(try reader.record(&row)) }
            return exceptions
        }
    }

    static let handledSQL = """
        SELECT \(ExceptionReader.columns) FROM exception INDEXED BY exception_handled
        WHERE handled IS NOT NULL AND state < 4 AND opened NOT IN (SELECT id FROM rotation WHERE state = 'staging')
        ORDER BY id
        """

    /// See ``FlywheelStore/WorkStore/detections(of:accounts:since:)``. Rows are looked through, and nothing long is read of them.
    public func detections(
        of workflow: String, accounts: Set<String>?, since moment: Instant
    ) throws(StoreError) -> [Instant: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT detected, COUNT(*) AS count FROM visible_exception
                    WHERE state < 4 AND detected >= ?1 AND family IN (
                        SELECT id FROM family
                        WHERE workflow = ?2 AND (?3 IS NULL OR account IN (SELECT value FROM json_each(?3))))
                    GROUP BY detected
                    """, arguments: [moment.seconds, workflow, accounts.map(Database.list)])
            return Dictionary(
                try rows.map { (try $0.instant("detected"), try $0.get("count")) }, uniquingKeysWith: { $0 + $1 })
        }
    }

    /// See ``FlywheelStore/WorkStore/exceptions(on:)``.
    public func exceptions(on subject: Subject) throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            var exceptions = try ExceptionLookup(db)
            return try db.exceptionIDs(on: subject).sorted().compactMap { try exceptions.exception($0) }
        }
    }

    /// See ``FlywheelStore/WorkStore/lastFinal(of:)``. Where nothing has ended yet, no fingerprint is looked up.
    public func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        guard !fingerprints.isEmpty else { return [:] }
        return try read { db in
            guard try Bool.fetchOne(db.cachedStatement(sql: Self.anyFinalSQL)) == true else { return [:] }
            var found: [Fingerprint: ExceptionRecord] = [:]
            var families = Families(db)
            var reader = ExceptionReader(db)
            var statement = try BulkStatement(db, Self.lastFinalSQL)
            for fingerprint in fingerprints {
                guard let family = try families.number(of: FingerprintFamily(fingerprint)) else { continue }
                statement.bind(family)
                statement.bind(fingerprint.subject.code)
                statement.bind(fingerprint.discriminator)
                try statement.forEachRow { row in found[fingerprint] = try reader.record(&row) }
            }
            return found
        }
    }

    static let anyFinalSQL = "SELECT 1 FROM exception INDEXED BY exception_final WHERE state >= 4 LIMIT 1"
    static let lastFinalSQL = """
        SELECT \(ExceptionReader.columns) FROM exception INDEXED BY exception_final
        WHERE family = ? AND code = ? AND discriminator = ? AND state >= 4 AND state <> 8
            AND opened NOT IN (SELECT id FROM rotation WHERE state = 'staging')
        ORDER BY id DESC LIMIT 1
        """

    /// See ``FlywheelStore/WorkStore/dismissedExceptions()``.
    public func dismissedExceptions() throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            let ids = try Int64.fetchAll(db, sql: "SELECT exception FROM dismissal ORDER BY exception")
            var exceptions = try ExceptionLookup(db)
            return try ids.compactMap { try exceptions.exception(ExceptionID($0)) }
        }
    }

    /// See ``FlywheelStore/WorkStore/members(of:)``.
    public func members(of id: ExceptionID) throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            var members: [ExceptionRecord] = []
            var reader = ExceptionReader(db)
            var statement = try BulkStatement(db, Self.membersSQL)
            statement.bind(id.number)
            try statement.forEachRow { row in members.append(try reader.record(&row)) }
            return members
        }
    }

    static let membersSQL = """
        SELECT \(ExceptionReader.columns) FROM exception INDEXED BY exception_parent
        WHERE parent = ? AND opened NOT IN (SELECT id FROM rotation WHERE state = 'staging') ORDER BY id
        """

    /// See ``FlywheelStore/WorkStore/exception(_:)``.
    public func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord? {
        try read { db in
            var exceptions = try ExceptionLookup(db)
            return try exceptions.exception(id)
        }
    }

    /// See ``FlywheelStore/WorkStore/exceptionIDs(in:of:)``.
    public func exceptionIDs(
        in range: ClosedRange<ExceptionID>, of accounts: Set<String>
    ) throws(StoreError) -> [ExceptionID] {
        try read { db in
            var ids: [ExceptionID] = []
            var statement = try BulkStatement(db, Self.ownedSQL)
            statement.bind(range.lowerBound.number)
            statement.bind(range.upperBound.number)
            statement.bind(try Database.list(accounts))
            try statement.forEachRow { row in ids.append(ExceptionID(try row.integer())) }
            return ids
        }
    }

    static let ownedSQL = """
        SELECT id FROM visible_exception WHERE id BETWEEN ? AND ?
            AND family IN (SELECT id FROM family WHERE account IN (SELECT value FROM json_each(?)))
        ORDER BY id
        """
}

/// Looks exceptions up by their ids.
struct ExceptionLookup {
    private var reader: ExceptionReader
    private var statement: BulkStatement

    init(_ db: Database) throws {
        reader = ExceptionReader(db)
        statement = try BulkStatement(db, "SELECT \(ExceptionReader.columns) FROM visible_exception WHERE id = ?")
    }

    /// The exception, where there is one that counts.
    mutating func exception(_ id: ExceptionID) throws -> ExceptionRecord? {
        var found: ExceptionRecord?
        statement.bind(id.number)
        try statement.forEachRow { row in found = try reader.record(&row) }
        return found
    }
}
