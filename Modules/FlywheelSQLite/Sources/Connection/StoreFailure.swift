import FlywheelStore
import GRDB

extension StoreError {
    /// What went wrong in the database, as a sentence that names the store; the store's own refusals pass unchanged.
    init(_ error: any Error, in name: String) {
        switch error {
        case let refusal as StoreError: self = refusal
        case let error as DatabaseError where error.isFull: self = .noRoom(on: name)
        case let error as DatabaseError: self = .failed(Self.sentence(error, name))
        default: self = .failed("\(name): \(error)")
        }
    }

    /// The refusal of a write for which there is no room.
    static func noRoom(on name: String) -> StoreError {
        .noRoom("there is no room left on the disk of \(name); nothing of this step was written")
    }

    private static func sentence(_ error: DatabaseError, _ name: String) -> String {
        let own = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: "\(name) is locked: another program has been writing for too long"
        case .SQLITE_CORRUPT: "\(name) is damaged (\(own)); restore it from a backup"
        case .SQLITE_NOTADB: "\(name) is not a SQLite database"
        case .SQLITE_CANTOPEN: "\(name) cannot be opened; expected a file in a folder that exists and may be written"
        case .SQLITE_READONLY, .SQLITE_PERM: "\(name) may not be written"
        case .SQLITE_IOERR: "the disk of \(name) failed (\(own))"
        default: "\(name): \(own)"
        }
    }
}

extension DatabaseError {
    /// Whether something was to be written and could not be. SQLite makes a log and its index before it reads.
    var isForWriting: Bool { isFull || resultCode == .SQLITE_READONLY || resultCode == .SQLITE_CANTOPEN }

    /// Whether it was for want of room: the file's, or that of the index of the write-ahead log.
    fileprivate var isFull: Bool {
        resultCode == .SQLITE_FULL || extendedResultCode == .SQLITE_IOERR_SHMSIZE
    }
}
