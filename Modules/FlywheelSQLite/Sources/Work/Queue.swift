public import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/queue(_:of:after:limit:)``.
    public func queue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, after position: Int, limit: Int
    ) throws(StoreError) -> [QueueEntry] {
        try read { db in
            guard let current = try db.currentRotation() else { return [] }
            let own = try accounts.map { try self.ownRows(of: $0, in: current, db) }
            var exceptions = try ExceptionLookup(db)
            var entries: [QueueEntry] = []
            try db.walk(lane, of: current, own, from: position + 1) { row in
                guard entries.count < limit else { return false }
                if let exception = try exceptions.exception(row.exception), exception.state.isOpen {
                    entries.append(QueueEntry(row: row, exception: exception))
                }
                return entries.count < limit
            }
            return entries
        }
    }

    /// See ``FlywheelStore/WorkStore/snoozed()``.
    public func snoozed() throws(StoreError) -> [QueueEntry] {
        try read { db in
            guard let current = try db.currentRotation() else { return [] }
            return try db.entries(of: Int64.fetchAll(db, sql: Self.snoozedSQL).map { ExceptionID($0) }, in: current)
        }
    }

    static let snoozedSQL = """
        SELECT id FROM exception INDEXED BY exception_snoozed WHERE snooze IS NOT NULL AND state < 3
        """

    /// See ``FlywheelStore/WorkStore/place(of:among:)``.
    public func place(of id: ExceptionID, among accounts: Set<String>?) throws(StoreError) -> QueueEntry? {
        try read { db in
            guard let current = try db.currentRotation() else { return nil }
            var exceptions = try ExceptionLookup(db)
            guard var entry = try db.entry(id, in: current, &exceptions) else { return nil }
            guard let accounts else { return entry }
            let own = try self.ownRows(of: accounts, in: current, db)
            guard let place = own.place(of: entry.row.position, in: entry.row.lane) else { return nil }
            entry.row.position = place
            return entry
        }
    }

    /// See ``FlywheelStore/WorkStore/places(on:)``. A listing's rows are its own and those on its product as a subject;
    /// rows whose exception has been closed since the rotation are among them.
    public func places(on subject: Subject) throws(StoreError) -> [QueueEntry] {
        try read { db in
            var subjects = [subject]
            if subject.kind == .listing, let product = try db.product(of: subject) {
                subjects.append(
                    Subject(.product, account: subject.account, marketplace: subject.marketplace, code: product))
            }
            guard let current = try db.currentRotation() else { return [] }
            return try db.entries(of: subjects.flatMap(db.exceptionIDs(on:)), in: current)
        }
    }

    static let subjectSQL = """
        SELECT exception.id FROM family CROSS JOIN exception ON exception.family = family.id
        WHERE account = ? AND marketplace = ? AND subject = ? AND code = ?
        """

    /// See ``FlywheelStore/WorkStore/openCounts(of:)``. A queue holds what was open when it was published, so it is enough
    /// to take off what people have closed since its rotation began.
    public func openCounts(of accounts: Set<String>?) throws(StoreError) -> [QueueRow.Lane: Int] {
        try read { db in
            guard let current = try db.currentRotation() else { return [:] }
            let own = try accounts.map { try self.ownRows(of: $0, in: current, db) }
            var counts = try own?.counts ?? db.counts(of: current)
            for id in try Int64.fetchAll(db, sql: Self.closedSQL, arguments: [current]) {
                guard let (lane, position) = try db.place(of: ExceptionID(id), in: current) else { continue }
                if let own, own.place(of: position, in: lane) == nil { continue }
                counts[lane, default: 0] -= 1
            }
            return counts.filter { $0.value > 0 }
        }
    }

    static let closedSQL = """
        SELECT id FROM exception
        WHERE handled >= (SELECT COALESCE(basis, 0) FROM rotation WHERE id = ?) AND state >= 3
        """
}

extension Database {
    /// How many rows a rotation's queue has, by lane.
    fileprivate func counts(of rotation: Int64) throws -> [QueueRow.Lane: Int] {
        let sql = "SELECT lane, SUM(count) AS waiting FROM queue WHERE rotation = ? GROUP BY lane"
        return try Row.fetchAll(self, sql: sql, arguments: [rotation]).reduce(into: [:]) { counts, row in
            counts[try row.word("lane")] = try row.get("waiting", as: Int.self)
        }
    }

    /// An exception and its row of a rotation's queue, where it stands in it.
    func entry(
        _ id: ExceptionID, in rotation: Int64, _ exceptions: inout ExceptionLookup
    ) throws -> QueueEntry? {
        guard let place = try place(of: id, in: rotation),
            let part = try queuePart(place.lane, from: place.position, of: rotation),
            let row = part.rows.first(where: { $0.exception == id }), let exception = try exceptions.exception(id)
        else { return nil }
        return QueueEntry(row: row, exception: exception)
    }

    /// The rows of exceptions that stand in a rotation's queue, in its order.
    fileprivate func entries(of ids: [ExceptionID], in rotation: Int64) throws -> [QueueEntry] {
        var exceptions = try ExceptionLookup(self)
        return try ids.compactMap { try entry($0, in: rotation, &exceptions) }
            .sorted { ($0.row.lane.rawValue, $0.row.position) < ($1.row.lane.rawValue, $1.row.position) }
    }

    /// The exceptions about a subject, finished ones too.
    func exceptionIDs(on subject: Subject) throws -> [ExceptionID] {
        var ids: [ExceptionID] = []
        var statement = try BulkStatement(self, SQLiteStore.subjectSQL)
        statement.bind(subject.account)
        statement.bind(subject.marketplace)
        statement.bind(subject.kind.rawValue)
        statement.bind(subject.code)
        try statement.forEachRow { row in ids.append(ExceptionID(try row.integer())) }
        return ids
    }
}
