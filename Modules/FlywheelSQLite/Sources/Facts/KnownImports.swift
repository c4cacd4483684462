import FlywheelStore
import GRDB

/// Finished imports as they were read before: a server asks for all of them every few seconds, and each file that comes in does.
///
/// What an import brought stays as it was. What becomes of it changes, and so does what its file is called, when somebody's name
/// is erased from it: these are read each time.
struct KnownImports {
    private var records: [Int64: ImportRecord] = [:]
    /// How many were read whole since the store was opened.
    private(set) var reads = 0

    /// All of them, oldest first.
    mutating func all(in db: Database) throws -> [ImportRecord] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, state, file_name FROM import WHERE state <> 'staging' ORDER BY id")
        let ids = try rows.map { try $0.get("id", as: Int64.self) }
        let changed = try zip(ids, rows).filter { id, row in
            guard let known = records[id] else { return true }
            return try known.state != row.word("state") || known.draft.fileName != row.get("file_name")
        }.map(\.0)
        if !changed.isEmpty {
            let whole = try Row.fetchCursor(
                db, sql: "SELECT * FROM import WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [Database.list(changed)])
            while let row = try whole.next() {
                records[try row.get("id")] = try ImportRecord(row: row)
                reads += 1
            }
        }
        return ids.compactMap { records[$0] }
    }
}
