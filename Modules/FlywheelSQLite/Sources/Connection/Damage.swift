public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Reads every page of the file and says what does not fit together, in SQLite's words; empty when the file is whole.
    public func damage() throws(StoreError) -> [String] {
        try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" } }
    }
}
