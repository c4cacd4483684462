import Dispatch
import Foundation
import GRDBSQLite
import Synchronization

/// The same rows, with the SQLite library alone: every column of every outcome is looked at, and nothing is made of it.
enum BareRead {
    struct Failure: Error {
        let message: String
    }

    /// How many outcomes there are, counted by reading all of them on all cores.
    static func rows(of path: String) throws -> Int {
        let last = try read(path, "SELECT MAX(exception) FROM outcome") { sqlite3_column_int64($0, 0) }.first ?? 0
        let count = Int64(ProcessInfo.processInfo.activeProcessorCount * 8)
        let width = last / count + 1
        let rows = Atomic(0)
        let isWhole = Atomic(true)
        DispatchQueue.concurrentPerform(iterations: Int(count)) { part in
            let first = Int64(part) * width
            let sql = "SELECT * FROM outcome WHERE exception BETWEEN \(first) AND \(first + width - 1)"
            guard let found = try? read(path, sql, look) else {
                isWhole.store(false, ordering: .relaxed)
                return
            }
            rows.add(found.count, ordering: .relaxed)
        }
        guard isWhole.load(ordering: .relaxed) else { throw Failure(message: "\(path) cannot be read") }
        return rows.load(ordering: .relaxed)
    }

    private static func look(_ statement: OpaquePointer) -> Int64 {
        var sum: Int64 = 0
        for column in 0..<sqlite3_column_count(statement) {
            if sqlite3_column_type(statement, column) == SQLITE_TEXT {
                sum &+= Int64(sqlite3_column_text(statement, column).pointee)
            } else {
                sum &+= sqlite3_column_int64(statement, column)
            }
        }
        return sum
    }

    private static func read(
        _ path: String, _ sql: String, _ body: (OpaquePointer) -> Int64
    ) throws -> [Int64] {
        var (connection, statement): (OpaquePointer?, OpaquePointer?)
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(connection)
        }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
            sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
        else { throw Failure(message: String(cString: sqlite3_errmsg(connection))) }
        var values: [Int64] = []
        while sqlite3_step(statement) == SQLITE_ROW { values.append(body(statement)) }
        return values
    }
}
