import FlywheelStore
import Foundation
import GRDB

/// Marks a SQLite file as a store of this program ("FLYW"; SQLite, "PRAGMA application_id").
private let applicationID = 0x464C_5957

/// Microseconds between two looks of a program that waits for the file. SQLite's own wait is up to two hundred times as
/// long, and would mostly miss the gaps that long work leaves for others.
let waitingInterval: UInt32 = 500

/// How every connection is set up.
let connection: Configuration = {
    var configuration = Configuration()
    configuration.label = "flywheel"
    configuration.foreignKeysEnabled = true
    // As many as a server answers at once; none is opened before it is needed.
    configuration.maximumReaderCount = 16
    // Batches are short, so a writer that waits this long waits for something that hangs.
    configuration.busyMode = .callback { looks in
        usleep(useconds_t(waitingInterval))
        return looks < 30_000_000 / Int(waitingInterval)
    }
    configuration.prepareDatabase { db in
        // The pragma answers with its value, so it is fetched rather than executed.
        _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON")
        // Columns are long. It takes effect where a file is made.
        try db.execute(sql: "PRAGMA page_size = 16384")
    }
    return configuration
}()

/// Opens a file for any number of readers beside one writer.
///
/// A file that has no write-ahead log yet, as a backup has none, is switched to one here, and SQLite does not wait for others
/// who do the same at that moment: it says that the file is busy, whatever ``connection`` says of waiting.
func pool(at path: String) throws -> DatabasePool {
    var looks = 0
    while true {
        do {
            return try DatabasePool(path: path, configuration: connection)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && looks < switchingLooks {
            usleep(useconds_t(waitingInterval) * 20)
            looks += 1
        }
    }
}

/// How often a program looks whether others are done with switching, ten milliseconds apart: for ten seconds.
private let switchingLooks = 1_000

/// How a file is opened that is only looked at.
let readingConnection: Configuration = {
    var configuration = Configuration()
    configuration.label = "flywheel reading"
    configuration.readonly = true
    configuration.busyMode = connection.busyMode
    return configuration
}()

/// Opens a file to look at it.
///
/// What a program that was killed left half written is taken back first, as by every program that opens the file: SQLite
/// does not let a connection read past it that may not write (SQLite, "Rollback journals", hot journals).
func openForReading(_ path: String) throws -> DatabaseQueue {
    func open() throws -> DatabaseQueue { try DatabaseQueue(path: path, configuration: readingConnection) }
    do { return try open() } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
    {
        _ = try DatabaseQueue(path: path, configuration: connection)
        return try open()
    } catch let error as DatabaseError where error.isForWriting {
        guard let database = openUnchanging(path) else { throw error }
        return database
    }
}

/// Opens a file as it lies there, without a log, its index or any lock (SQLite, "Uniform Resource Identifiers", `immutable`);
/// `nil` where what is in it counts only together with a log. Whoever goes on reading while others write reads nonsense, so it
/// is for where nobody can write.
func openUnchanging(_ path: String) -> DatabaseQueue? {
    for log in ["\(path)-wal", "\(path)-journal"] {
        var status = stat()
        if stat(log, &status) == 0, status.st_size > 0 { return nil }
    }
    let address = URL(filePath: path).absoluteString + "?immutable=1"
    return try? DatabaseQueue(path: address, configuration: readingConnection)
}

/// SQLite's own message for a folder, "unable to open database file", does not say what is wrong.
func requireFile(at path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw .failed("\(path) is a folder; expected a file")
    }
}

/// Whether a store is to be made at a path. SQLite does not wait for a program that is making the same file.
func isToBeMade(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_size == 0
}

/// Makes an empty file for its owner alone, unless one is there: SQLite would make one that everybody may read, and gives its
/// log the rights of the file. Where it cannot be made, opening it says why.
func makeOwnFile(at path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
}

/// Whether a store has steps of the schema's history still to take. Refuses files that belong to another program or a newer
/// version of this one.
func isOlder(_ database: any DatabaseReader, named name: String) throws -> Bool {
    try database.read { db in
        try db.requireStore(named: name)
        return try !StoreSchema(db).pending.isEmpty
    }
}

/// Takes the steps that are still to come: all of them in what is empty, which becomes a store.
func takeSteps(in database: any DatabaseWriter) throws {
    try database.write { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try Migrations.all.migrate(database)
}

/// Has everything on disk that a call has returned from. Not among the settings of every connection, because GRDB relaxes it on the
/// writer after those are made.
func writeThrough(_ database: any DatabaseWriter) throws {
    try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
}

extension Database {
    /// Refuses files that belong to another program or a newer version of this one. An empty one may become a store.
    func requireStore(named name: String) throws {
        let owner = try Int.fetchOne(self, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
        guard owner == applicationID || (owner == 0 && tables == 0) else {
            throw StoreError.failed("\(name) is a SQLite database of another program")
        }
        if try Migrations.all.hasBeenSuperseded(self) {
            throw StoreError.newerSchema("\(name) was written by a newer version of the program")
        }
    }
}
