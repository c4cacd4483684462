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

    @Test func queuePageIsASearch() throws {
        #expect(
            try plan(SQLiteStore.partSQL, [1, 1, 1]) == [
                "SEARCH queue USING INDEX sqlite_autoindex_queue_1 (rotation=? AND lane=? AND last>?)"
            ])
    }

    @Test func placeOfAnExceptionIsASearch() throws {
        #expect(
            try plan(SQLiteStore.placeSQL, [1, 1]) == [
                "SEARCH queue_place USING INDEX sqlite_autoindex_queue_place_1 (rotation=? AND last>?)"
            ])
    }

    @Test func rowsOfSomeAccountsAreSearches() throws {
        let plan = try plan(SQLiteStore.ownIDsSQL, ["[\"north\"]"])
        #expect(plan.contains("SEARCH family USING COVERING INDEX sqlite_autoindex_family_1 (account=?)"), "\(plan)")
        #expect(plan.contains("SEARCH exception USING COVERING INDEX exception_subject (family=?)"), "\(plan)")
    }

    @Test(arguments: [ExceptionList.unfinished, .ended])
    func partsOfAListAreAWalkFromTheirKey(list: ExceptionList) throws {
        let sql = try #require(SQLiteStore.listSQL[list])
        let index = list == .ended ? "outcome_family" : "exception_unfinished_family"
        let (all, ofFamily) = (try plan(sql.all, [7, 100]), try plan(sql.ofFamily, [1, 7, 100]))
        #expect(all.first?.hasPrefix("SEARCH") == true && ofFamily.first?.contains("\(index) (family=? AND") == true)
        #expect(!(all + ofFamily).contains { $0.contains("TEMP B-TREE") }, "\(all) \(ofFamily)")
    }

    @Test func rankedListingsAreASearch() throws {
        let key = "rotation=? AND list=? AND (last,last_exception)>(?,?)"
        #expect(
            try plan(SQLiteStore.rankSQL, [1, "*", 0, 7]) == [
                "SEARCH listing_rank USING INDEX sqlite_autoindex_listing_rank_1 (\(key))"
            ])
    }

    @Test func unfinishedExceptionsAreSearchesOfTheirIndex() throws {
        #expect(
            try plan(SQLiteStore.unfinishedSQL, [1, 9]).first
                == "SEARCH exception USING INDEX exception_unfinished (id>? AND id<?)")
    }

    @Test func unfinishedLinesAreSearchesOfTheirIndex() throws {
        #expect(
            try plan(SQLiteStore.unfinishedLinesSQL, [1, 9]).first
                == "SEARCH exception USING INDEX exception_unfinished (id>? AND id<?)")
        let bounds = try plan(SQLiteStore.unfinishedIDsSQL, [])
        #expect(
            bounds.count { $0 == "SEARCH exception USING INDEX exception_unfinished" } == 2, "\(bounds)"
        )
    }

    @Test func fingerprintIsASearch() throws {
        let plan = try plan(SQLiteStore.lastFinalSQL, [1, "K1", ""])
        let search = "SEARCH exception USING INDEX exception_final (family=? AND code=? AND discriminator=?)"
        #expect(plan.first == search)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN exception") })
    }

    @Test func snoozedExceptionsAreAWalkOfTheirIndex() throws {
        #expect(try plan(SQLiteStore.snoozedSQL, []) == ["SCAN exception USING INDEX exception_snoozed"])
    }

    @Test func changesOfExceptionsAreASearch() throws {
        let plan = try plan(SQLiteStore.changesSQL, ["[1,2]"])
        #expect(plan.contains("SEARCH change USING INDEX change_exception (exception=?)"), "\(plan)")
    }

    @Test func membersOfAGroupAreASearch() throws {
        #expect(
            try plan(SQLiteStore.membersSQL, [1]).first == "SEARCH exception USING INDEX exception_parent (parent=?)")
    }

    @Test func exceptionsOnASubjectAreASearch() throws {
        let family = "sqlite_autoindex_family_1 (account=? AND marketplace=? AND subject=?)"
        #expect(
            try plan(SQLiteStore.subjectSQL, ["a", "m", "listing", "K1"]) == [
                "SEARCH family USING COVERING INDEX \(family)",
                "SEARCH exception USING COVERING INDEX exception_subject (family=? AND code=?)",
            ])
    }

    @Test func closesSinceARotationAreASearch() throws {
        #expect(
            try plan(SQLiteStore.closedSQL, [1]).first
                == "SEARCH exception USING INDEX exception_handled (handled>?)")
    }

    @Test(arguments: [
        (CaseQuery.Order.due, "case_due (is_done=?)"), (.urgency, "case_urgency (is_done=?)"),
        (.updated, "case_updated (is_done=?)"),
    ])
    func inboxIsAWalkOfItsOrder(order: CaseQuery.Order, index: String) throws {
        var query = CaseQuery()
        query.isDone = false
        query.order = order
        query.owners = ["ada"]
        query.after = CaseCursor(keys: order == .urgency ? [1, 2, 3] : [1, 2])
        let inbox = Inbox(query)
        let plan = try plan("SELECT * FROM desk_case \(inbox.condition) ORDER BY \(inbox.order)", inbox.arguments)
        #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH desk_case USING INDEX \(index.dropLast())"), "\(plan)")
    }

    @Test func casesOfNamesAreASearch() throws {
        let plan = try plan(SQLiteStore.keyedSQL, ["[]"])
        #expect(
            plan.last
                == "SEARCH desk_case USING INDEX sqlite_autoindex_desk_case_1 (source=? AND account=? AND code=?)",
            "\(plan)")
    }

    @Test func historyIsASearch() throws {
        let plan = try plan(SQLiteStore.historySQL, ["X7", "X", 7])
        #expect(plan.contains { $0.contains("USING COVERING INDEX event_subject (subject=?)") }, "\(plan)")
        #expect(plan.contains { $0.contains("USING INDEX event_run (<expr>=? AND <expr>>?)") }, "\(plan)")
        #expect(plan.contains("SEARCH journal USING INDEX sqlite_autoindex_journal_1 (batch=?)"), "\(plan)")
        #expect(!plan.contains { $0 == "SCAN journal" || $0.hasPrefix("SCAN event") }, "\(plan)")
    }

    @Test func eventsAfterAnEntryAreAWalkFromThere() throws {
        #expect(
            try plan(Database.eventsAfterSQL, [7]) == [
                "SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)", "SEARCH event USING PRIMARY KEY (batch=?)",
            ])
    }

    @Test func waitingDeliveriesAreASearchInTheirOrder() throws {
        #expect(
            try plan(SQLiteStore.waitingSQL, [1, 10]) == [
                "SEARCH delivery USING INDEX delivery_state (subscription=? AND state=?)"
            ])
    }

    @Test func historiesAreSearches() throws {
        let plan = try plan(SQLiteStore.historiesSQL, ["[7,8]"])
        #expect(plan.contains { $0.contains("event_subject (subject=?)") }, "\(plan)")
        #expect(plan.contains("SEARCH journal USING INDEX sqlite_autoindex_journal_1 (batch=?)"), "\(plan)")
        #expect(!plan.contains { $0 == "SCAN journal" || $0.hasPrefix("SCAN event") }, "\(plan)")
    }

    @Test func columnsOfAChunkAreASearchWithoutASort() throws {
        let plan = try plan(Database.namedPartsSQL, [1, "[1,2]", "[\"price\"]"])
        #expect(plan.first == "SEARCH fact USING INDEX fact_place (chunk=? AND import=?)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }
}
