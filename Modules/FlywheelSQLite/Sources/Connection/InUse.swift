import FlywheelStore
import Foundation
import GRDB

/// Whether somebody has a store open: SQLite leaves the write-ahead log only when nobody else does. One that is too damaged to
/// be asked is in nobody's use.
///
/// A store that nobody has open has no log afterwards: what was in it stands in the store.
func isInUse(_ path: String) throws -> Bool {
    var alone = Configuration()
    alone.busyMode = .immediateError
    do {
        let mode = try DatabaseQueue(path: path, configuration: alone).writeWithoutTransaction { db in
            try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        return mode != "delete"
    } catch let error as DatabaseError {
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return false
        case .SQLITE_BUSY, .SQLITE_LOCKED: return true
        default: throw error
        }
    }
}

/// The same, once those are gone who only looked at it: it waits for them, a second or two.
func isInLastingUse(_ path: String) throws -> Bool {
    for _ in 0..<150 {
        guard try isInUse(path) else { return false }
        usleep(10_000)
    }
    return try isInUse(path)
}
