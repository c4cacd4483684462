public import FlywheelStore
import Foundation
import GRDB

/// A store in one SQLite file, for one host: no server, any number of processes.
///
/// Readers never wait and never see unfinished work; writers queue for the file. Everything a call has returned from is
/// on disk (write-ahead log, `synchronous = FULL`), and what is deleted is overwritten (`secure_delete`).
public final class SQLiteStore: Store {
    let database: any DatabaseWriter
    /// What the store is called in messages.
    let name: String
    let lease: WriterLease

    /// Opens the store in the file at `path`, making it when there is none, and brings it up to the program's schema.
    ///
    /// - Throws: ``FlywheelStore/StoreError/newerSchema(_:)`` when a newer program wrote it,
    ///   ``FlywheelStore/StoreError/failed(_:)`` when the file cannot be opened or is no store.
    public convenience init(path: String) throws(StoreError) {
        try self.init(name: path, lease: WriterLease(beside: path)) {
            try requireFile(at: path)
            return try DatabasePool(path: path, configuration: connection)
        }
    }

    /// A store that lives as long as the object: for tests and trials.
    public static func inMemory() throws(StoreError) -> SQLiteStore {
        try SQLiteStore(name: "the store in memory", lease: WriterLease(beside: nil)) {
            try DatabaseQueue(configuration: connection)
        }
    }

    private init(
        name: String, lease: WriterLease, open: () throws -> any DatabaseWriter
    ) throws(StoreError) {
        self.name = name
        self.lease = lease
        do {
            database = try open()
            try prepare(database, named: name)
        } catch {
            throw StoreError(error, in: name)
        }
        try sweepImports()
        try sweepRotations()
        lease.sweep()
    }

    /// Runs `body` on one consistent state of the store.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do { return try database.read(body) } catch { throw StoreError(error, in: name) }
    }

    /// Runs `body` in one transaction: all of it, or nothing.
    func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do { return try database.write(body) } catch { throw StoreError(error, in: name) }
    }

    /// Rows written in one transaction, so that other writers wait for less than a tenth of a second.
    static let batch = 4_096

    /// Runs `body` in one transaction for each batch of `items`.
    func writeBatches<Item>(
        _ items: [Item], _ body: (Database, Range<Int>) throws -> Void
    ) throws(StoreError) {
        for start in stride(from: 0, to: items.count, by: Self.batch) {
            try write { db in try body(db, start..<min(start + Self.batch, items.count)) }
        }
    }

    /// Runs a statement that removes a batch of rows until it finds none.
    func deleteBatches(_ sql: String, _ arguments: StatementArguments) throws(StoreError) {
        while try write({ db in
            try db.execute(sql: sql, arguments: arguments)
            return db.changesCount
        }) > 0 {}
    }
}
