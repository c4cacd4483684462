public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/queue(_:after:limit:)``.
    public func queue(
        _ lane: QueueRow.Lane, after position: Int, limit: Int
    ) throws(StoreError) -> [QueueEntry] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: Self.pageSQL),
                arguments: [try db.currentRotation(), lane.rawValue, position, limit]
            ).map(QueueEntry.init(row:))
        }
    }

    // CROSS JOIN keeps SQLite to this order of tables: the queue is walked along its index, exceptions are looked up.
    private static let entrySQL = """
        SELECT lane, position, at_risk, tier, terms, exception.*
        FROM queue CROSS JOIN exception ON exception.id = queue.exception
        """
    static let pageSQL = """
        \(entrySQL)
        WHERE rotation = ? AND lane = ? AND position > ? AND state IN ('predicted', 'active', 'notFixed')
        ORDER BY position LIMIT ?
        """

    /// See ``FlywheelStore/WorkStore/place(of:)``.
    public func place(of id: ExceptionID) throws(StoreError) -> QueueEntry? {
        try read { db in
            try Row.fetchOne(
                db, sql: "\(Self.entrySQL) WHERE queue.exception = ? AND rotation = ?",
                arguments: [id.number, try db.currentRotation()]
            ).map(QueueEntry.init(row:))
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
            let current = try db.currentRotation()
            return try subjects.flatMap { subject in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT lane, position, at_risk, tier, terms, exception.*
                        FROM exception JOIN queue ON queue.exception = exception.id
                        WHERE account = ? AND marketplace = ? AND subject = ? AND code = ? AND rotation = ?
                        """,
                    arguments: [
                        subject.account, subject.marketplace, subject.kind.rawValue, subject.code, current,
                    ]
                ).map(QueueEntry.init(row:))
            }.sorted { ($0.row.lane.rawValue, $0.row.position) < ($1.row.lane.rawValue, $1.row.position) }
        }
    }

    /// See ``FlywheelStore/WorkStore/openCounts()``.
    public func openCounts() throws(StoreError) -> [QueueRow.Lane: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT lane, COUNT(*) AS waiting FROM queue JOIN exception ON exception.id = queue.exception
                    WHERE rotation = ? AND exception.state IN ('predicted', 'active', 'notFixed') GROUP BY lane
                    """, arguments: [try db.currentRotation()])
            return try rows.reduce(into: [:]) { counts, row in counts[try row.word("lane")] = try row.get("waiting") }
        }
    }
}

extension QueueRow {
    /// A row of the queue; the exception's id is in the column `id`.
    init(row: Row) throws(StoreError) {
        try self.init(
            exception: ExceptionID(row.get("id")), lane: row.word("lane"), position: row.get("position"),
            atRisk: row.get("at_risk"), tier: (row.get("tier") as String?).flatMap(Tier.init(rawValue:)),
            terms: (row.get("terms") as Data?).map(Array.init))
    }
}

extension QueueEntry {
    init(row: Row) throws {
        self.init(row: try QueueRow(row: row), exception: try ExceptionRecord(row: row))
    }
}

extension Database {
    /// The product of a listing, where a kept import names one.
    func product(of listing: Subject) throws -> String? {
        try String.fetchOne(
            self,
            sql: """
                SELECT product FROM placement JOIN scope ON scope.id = placement.scope
                    JOIN import ON import.id = product_import
                WHERE kind = ? AND scope.account = ? AND scope.marketplace = ? AND code = ? AND import.state = 'kept'
                """,
            arguments: [listing.kind.rawValue, listing.account, listing.marketplace, listing.code])
    }
}
