public import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/unfinishedExceptions()``.
    public func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT * FROM visible_exception
                    WHERE state IN ('predicted', 'active', 'notFixed', 'verifying') ORDER BY id
                    """)
            var exceptions: [ExceptionRecord] = []
            while let row = try rows.next() { exceptions.append(try ExceptionRecord(row: row)) }
            return exceptions
        }
    }

    /// See ``FlywheelStore/WorkStore/lastFinal(of:)``.
    public func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        try read { db in
            var found: [Fingerprint: ExceptionRecord] = [:]
            for fingerprint in fingerprints {
                let subject = fingerprint.subject
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: Self.lastFinalSQL),
                    arguments: [
                        subject.account, subject.marketplace, subject.kind.rawValue, subject.code,
                        fingerprint.workflow, fingerprint.kind, fingerprint.discriminator,
                    ])
                if let row { found[fingerprint] = try ExceptionRecord(row: row) }
            }
            return found
        }
    }

    static let lastFinalSQL = """
        SELECT * FROM visible_exception
        WHERE account = ? AND marketplace = ? AND subject = ? AND code = ? AND workflow = ? AND kind = ?
            AND discriminator = ? AND state IN ('verified', 'unverified', 'cleared', 'lapsed')
        ORDER BY id DESC LIMIT 1
        """

    /// See ``FlywheelStore/WorkStore/exception(_:)``.
    public func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord? {
        try read { db in try db.visibleException(id) }
    }

    /// See ``FlywheelStore/WorkStore/change(_:expecting:event:by:at:)``. The store counts the version itself.
    public func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent, by actor: Actor, at: Instant
    ) throws(StoreError) {
        try write { db in
            guard try db.visibleException(exception.id) != nil else {
                throw StoreError.unknown("exception \(exception.id)")
            }
            guard try db.replace(exception, expecting: version) else {
                throw StoreError.changedMeanwhile([exception.id])
            }
            try db.append([event], at: at, by: actor)
        }
    }
}

extension Database {
    func visibleException(_ id: ExceptionID) throws -> ExceptionRecord? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM visible_exception WHERE id = ?"), arguments: [id.number]
        ).map(ExceptionRecord.init(row:))
    }
}
