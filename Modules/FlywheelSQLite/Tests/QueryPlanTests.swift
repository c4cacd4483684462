import FlywheelStore
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("Frequent queries walk an index")
struct QueryPlanTests {
    private let store: SQLiteStore

    init() throws { store = try SQLiteStore.inMemory() }

    private func plan(_ sql: String, _ arguments: StatementArguments) throws -> [String] {
        try store.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments).map { try $0.get("detail") }
        }
    }

    @Test func queuePageIsAWalkWithoutASort() throws {
        let plan = try plan(SQLiteStore.pageSQL, [1, 1, 0, 50])
        #expect(
            plan == [
                "SEARCH queue USING INDEX queue_place (rotation=? AND lane=? AND position>?)",
                "SEARCH exception USING INTEGER PRIMARY KEY (rowid=?)",
            ])
    }

    @Test func fingerprintIsASearch() throws {
        let plan = try plan(SQLiteStore.lastFinalSQL, ["a", "m", "listing", "K1", "w", "k", ""])
        let search =
            "SEARCH exception USING INDEX exception_fingerprint (account=? AND marketplace=? AND subject=? AND code=? "
            + "AND workflow=? AND kind=? AND discriminator=?)"
        #expect(plan.first == search)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN exception") })
    }

    @Test func placeOfASubjectIsASearch() throws {
        #expect(
            try plan("SELECT chunk << 32 | row FROM placement WHERE scope = ? AND code = ?", [1, "K1"]) == [
                "SEARCH placement USING COVERING INDEX placement_code (scope=? AND code=?)"
            ])
    }
}
