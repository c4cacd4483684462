public import FlywheelKit
public import FlywheelStore
import GRDB
import Synchronization

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/beginRotation(asOf:currency:)``. A rotation that this store began earlier and has
    /// not published is swept too: one store turns one rotation at a time.
    public func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID {
        try sweepRotations()
        try lease.take()
        return try write { db in
            try db.execute(
                sql: """
                    INSERT INTO rotation (as_of, currency, summary, state, basis, first_exception, writer)
                    VALUES (?, ?, '', 'staging', ?, ?, ?)
                    """,
                arguments: [
                    asOf.seconds, currency.code, try db.currentRotation(), try db.count(of: "exception") + 1,
                    lease.writer,
                ])
            return RotationID(db.lastInsertedRowID)
        }
    }

    /// See ``FlywheelStore/WorkStore/reserveExceptions(_:)``.
    public func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID {
        try write { db in
            let last: Int64 = try db.count(of: "exception")
            try db.execute(
                sql: "UPDATE counter SET value = value + ? WHERE name = 'exception'", arguments: [count])
            return ExceptionID(last + 1)
        }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``. Rows that come in the order of fingerprints are written fastest, and
    /// their evidence is written down by the other cores, a run ahead.
    public func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        let runs = stride(from: 0, to: exceptions.count, by: Self.batch).map { start in
            Array(exceptions[start..<min(start + Self.batch, exceptions.count)])
        }
        do {
            var written = try runs.first.map(Self.evidence) ?? []
            for (run, next) in zip(runs, runs.dropFirst() + [[]]) {
                let texts = written
                (written, _) = try beside({ try Self.evidence(of: next) }) {
                    try writeBatches(run) { db, range in
                        try db.requireStaging(rotation)
                        try db.insert(zip(run[range], texts[range]).map { ($0, $1) }, opened: rotation)
                    }
                }
            }
        } catch {
            throw StoreError(error, in: name)
        }
    }

    /// What stages saw, written down by all cores.
    private static func evidence(of exceptions: [ExceptionRecord]) throws -> [String] {
        try concurrentMap(exceptions.count, run: 64) { place in Result { try exceptions[place].evidence.text() } }
            .map { try $0.get() }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``. The rows are held in memory until the rotation is published, when
    /// all of them can be put in order.
    public func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError) {
        try read { db in try db.requireStaging(rotation) }
        staged.withLock { $0[rotation, default: []].append(queue) }
    }

    /// See ``FlywheelStore/WorkStore/currentRotation()``.
    public func currentRotation() throws(StoreError) -> RotationRecord? {
        try read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM rotation WHERE id = ?"), arguments: [db.currentRotation()]
            ).map(RotationRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/WorkStore/rotations()``.
    public func rotations() throws(StoreError) -> [RotationRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM rotation WHERE state = 'published' ORDER BY id")
                .map(RotationRecord.init(row:))
        }
    }
}

extension RotationRecord {
    fileprivate init(row: Row) throws {
        let code: String = try row.get("currency")
        guard let currency = Currency(code) else {
            throw StoreError.failed("\(RotationID(try row.get("id"))) is in \"\(code)\", which is no currency")
        }
        try self.init(
            id: RotationID(row.get("id")), asOf: row.instant("as_of"), currency: currency, summary: row.get("summary"))
        accounts = try CanonicalJSON.value([String: String].self, from: row.get("accounts"))
    }
}

extension Database {
    /// The newest published rotation.
    func currentRotation() throws -> Int64? {
        try Int64.fetchOne(
            cachedStatement(sql: "SELECT id FROM rotation WHERE state = 'published' ORDER BY id DESC LIMIT 1"))
    }

    /// Refuses to go on with a rotation that is not being staged.
    func requireStaging(_ id: RotationID) throws {
        let state = try String.fetchOne(
            cachedStatement(sql: "SELECT state FROM rotation WHERE id = ?"), arguments: [id.number])
        guard let state else { throw StoreError.unknown("rotation \(id)") }
        guard state == "staging" else { throw StoreError.refused("\(id) is published already") }
    }
}
