public import FlywheelStore
import Foundation
import GRDB
import Synchronization

/// A store in one SQLite file, for one host: no server, any number of processes.
///
/// Readers never wait and never see unfinished work; writers queue for the file. Everything a call has returned from is
/// on disk (write-ahead log, `synchronous = FULL`), but for the rows of imports in progress, which a crash takes whole:
/// they are on disk once the import is finished. What is deleted is overwritten (`secure_delete`).
public final class SQLiteStore: Store {
    let database: any DatabaseWriter
    /// What opening it brought up to date; `nil` where nothing had to be.
    public let upgrade: StoreUpgrade?
    /// Why nothing can be written, where it was only opened to be read; `nil` where all can.
    public let refusal: StoreError?
    /// What the store is called in messages.
    let name: String
    let lease: WriterLease
    /// Queue rows of rotations that are not published yet.
    let staged = Mutex<[RotationID: [[QueueRow]]]>([:])
    /// Which rows of the current queue are of whom, once somebody asked.
    let ownRows = Mutex(KnownOwnRows())
    /// Imports that were read before. Who holds it takes nothing else.
    let finished = Mutex(KnownImports())
    /// Imports in progress. Who holds it may take the database's writer, never the other way round.
    let intake = Mutex(Intake())
    /// About how many bytes of rows an import gathers before it writes them.
    let memoryLimit: Int
    /// What every request asks for; `nil` for a store without a file.
    private let kept: KeptReads?

    /// Opens the store in the file at `path`, making it when there is none, and brings it up to the program's schema.
    ///
    /// - Throws: ``FlywheelStore/StoreError/newerSchema(_:)`` when a newer program wrote it,
    ///   ``FlywheelStore/StoreError/olderSchema(_:)`` when an older one did and it cannot be brought up to date for now,
    ///   ``FlywheelStore/StoreError/backup(_:)`` when it is a backup, which stays what it is,
    ///   ``FlywheelStore/StoreError/failed(_:)`` when the file cannot be opened or is no store.
    public convenience init(path: String) throws(StoreError) {
        try self.init(path: path, memoryLimit: 64 << 20)
    }

    /// The same, to look at it for a moment. A backup, and what nothing can be written beside, for want of room or of leave, is
    /// read as it lies there, and what would write fails with ``refusal``.
    public convenience init(toRead path: String) throws(StoreError) {
        try self.init(path: path, memoryLimit: 64 << 20, isOnlyRead: true)
    }

    convenience init(
        path: String, memoryLimit: Int, isOnlyRead: Bool = false,
        opening: (String) throws -> any DatabaseWriter = { try pool(at: $0) }
    ) throws(StoreError) {
        try self.init(name: path, lease: WriterLease(beside: path), memoryLimit: memoryLimit, path: path) {
            try requireFile(at: path)
            if Self.isBackup(path) {
                // One byte more, and it is no longer what its manifest says.
                guard isOnlyRead, let database = openUnchanging(path) else { throw StoreError.backup(path) }
                return (database, .backup(path))
            }
            do {
                return (try opening(path), nil)
            } catch let error as DatabaseError where isOnlyRead && error.isForWriting {
                guard let database = openUnchanging(path) else { throw error }
                return (database, StoreError(error, in: path))
            }
        }
    }

    /// A store that is only looked at: it has this program's schema, and nothing of it is written, swept or upgraded.
    init(reading path: String) throws(StoreError) {
        name = path
        lease = WriterLease(beside: nil)
        memoryLimit = 0
        upgrade = nil
        kept = nil
        refusal = nil
        do { database = try DatabaseQueue(path: path, configuration: readingConnection) } catch {
            throw StoreError(error, in: path)
        }
    }

    /// A store that lives as long as the object: for tests and trials.
    public static func inMemory() throws(StoreError) -> SQLiteStore {
        try SQLiteStore(name: "the store in memory", lease: WriterLease(beside: nil), memoryLimit: 64 << 20) {
            (try DatabaseQueue(configuration: connection), nil)
        }
    }

    private init(
        name: String, lease: WriterLease, memoryLimit: Int, path: String? = nil,
        open: () throws -> (database: any DatabaseWriter, refusal: StoreError?)
    ) throws(StoreError) {
        self.name = name
        self.lease = lease
        self.memoryLimit = memoryLimit
        kept = path.map(KeptReads.init(path:))
        let turn = WriterLease(beside: path, of: "upgrade")
        defer { withExtendedLifetime(turn) {} }
        do {
            if let path, isToBeMade(path) {
                // Where it cannot be taken, opening the file says why.
                try? turn.take()
                makeOwnFile(at: path)
            }
            var opened = try open()
            var upgrade: StoreUpgrade?
            if try isOlder(opened.database, named: name) {
                if let refusal = opened.refusal {
                    if case .backup = refusal { throw refusal }
                    let schema = try opened.database.read(StoreSchema.init)
                    throw StoreError.olderSchema(name, schema, refusal.description)
                }
                if let path, !turn.isTaken {
                    try opened.database.close()
                    upgrade = try StoreUpgrade.run(at: path, turn)
                    opened = try open()
                } else {
                    try takeSteps(in: opened.database)
                }
            }
            if opened.refusal == nil { try writeThrough(opened.database) }
            (database, refusal) = opened
            self.upgrade = upgrade
        } catch {
            throw StoreError(error, in: name)
        }
        guard refusal == nil else { return }
        do throws(StoreError) {
            try sweepImports()
            try sweepRotations()
            try rankListings()
        } catch .noRoom {
            // What is left over counts for nothing, and can be removed once there is room; until then the store is read.
        }
        lease.sweep()
    }

    /// Runs `body` on one consistent state of the store.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do { return try database.read(body) } catch { throw StoreError(error, in: name) }
    }

    /// The same, kept for as long as nobody writes to the store.
    func read<Result: Sendable>(
        keeping key: KeptReads.Key, _ body: (Database) throws -> Result?
    ) throws(StoreError) -> Result? {
        guard let kept else { return try read(body) }
        return try kept.answer(to: key) { () throws(StoreError) in try read(body) }
    }

    /// Runs `body` in one transaction: all of it, or nothing.
    func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        if let refusal { throw refusal }
        do { return try database.write(body) } catch { throw StoreError(error, in: name) }
    }

    /// Runs `body` in one transaction that a power cut may take whole until a later one is on disk: for rows that no
    /// reader sees yet.
    func writeStaged<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        if let refusal { throw refusal }
        do {
            return try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                var result: Result?
                let written = Swift.Result {
                    try db.inTransaction(.immediate) {
                        result = try body(db)
                        return .commit
                    }
                }
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try written.get()
                guard let result else { throw StoreError.failed("\(name): the transaction did not run") }
                return result
            }
        } catch {
            throw StoreError(error, in: name)
        }
    }

    /// Rows in the first transaction of many.
    static let batch = 4_096
    /// How long a transaction of many should take, so that people who write meanwhile do not notice.
    static let patience = Duration.milliseconds(40)

    /// Runs `body` in one transaction for each batch of `items`. Batches grow and shrink with the time they take, and
    /// leave a gap between them in which another program that waits for the file gets its turn.
    func writeBatches<Item>(
        _ items: [Item], _ body: (Database, Range<Int>) throws -> Void
    ) throws(StoreError) {
        var start = 0
        var size = Self.batch
        while start < items.count {
            if start > 0 { usleep(useconds_t(2 * waitingInterval)) }
            let range = start..<min(start + size, items.count)
            let taken = try writeStaged { db in
                let began = ContinuousClock.now
                try body(db, range)
                return ContinuousClock.now - began
            }
            start = range.upperBound
            if taken < Self.patience / 2 { size *= 2 }
            if taken > Self.patience { size = max(size / 2, 256) }
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
