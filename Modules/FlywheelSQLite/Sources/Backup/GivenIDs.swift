import FlywheelStore
import GRDB

/// How many ids of each kind a store has given: a store that goes on behind them gives none twice, whatever its own records say.
struct GivenIDs {
    private let counters: [String: Int64]
    private let tables: [String: Int64]

    /// What counts the journal itself and places in chunks, and no ids.
    private static let others: Set = ["kept", "placed", "batch", "journal", "unscrubbed"]

    init(_ db: Database) throws {
        func values(_ sql: String) throws -> [String: Int64] {
            let rows = try Row.fetchAll(db, sql: sql)
            return Dictionary(try rows.map { (try $0.get("name"), try $0.get("value")) }, uniquingKeysWith: max)
        }
        counters = try values("SELECT name, value FROM counter").filter { !Self.others.contains($0.key) }
        tables = try values("SELECT name, seq AS value FROM sqlite_sequence")
    }

    /// Has a store go on behind them.
    func pass(in db: Database) throws {
        for (name, value) in counters {
            try db.run("UPDATE counter SET value = MAX(value, ?) WHERE name = ?", [value, name])
        }
        for (table, value) in tables where try db.tableExists(table) {
            try db.run("UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?", [value, table])
            guard db.changesCount == 0 else { continue }
            try db.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table, value])
        }
    }
}
