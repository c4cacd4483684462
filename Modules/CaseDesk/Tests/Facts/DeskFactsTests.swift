import Cases
import Conversations
import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

@Suite struct DeskFactsTests {
    private let desk: DeskSample

    init() throws { desk = DeskSample(try SQLiteStore.inMemory()) }

    private func published(at hour: Int64) throws -> [ImportID] {
        try DeskFacts(desk.store, rules: desk.rules, now: DeskSample.hour(hour)).publish()
    }

    /// What the newest import says of each ticket, by column.
    private func facts(_ id: ImportID, _ column: String) throws -> [String: String] {
        var facts: [String: String] = [:]
        for place in try desk.store.chunks(of: .ticket) {
            let rows = try desk.store.rows(of: place)
            for block in try desk.store.facts(in: place, feed: Tickets.feed.key, columns: [column], from: [id]) {
                guard case .texts(let values) = block.columns[column] else { continue }
                for (index, row) in block.rows.enumerated() {
                    if let code = rows.codes[Int(row)], let value = values[index] { facts[code] = value }
                }
            }
        }
        return facts
    }

    @Test func casesBecomeRowsOfTicketsWithoutAnythingPersonal() throws {
        var ticket = Conversation.ticket("7")
        ticket.links = [FoundLink(.listing, "OL-5", .stated)]
        try desk.taken([ticket])
        let id = try #require(try published(at: 100).first)
        let code = try #require(try desk.record("7")).id.description
        #expect(try facts(id, "status") == [code: "open"])
        #expect(try facts(id, "sku") == [code: "OL-5"])
        #expect(try facts(id, "side") == [code: "buyer"])
        let record = try #require(try desk.store.imports().first)
        #expect(record.summary.isComplete)
        #expect(record.draft.feed == "tickets/1")
    }

    @Test func whatDidNotChangeIsSaidOnceADay() throws {
        try desk.taken([.ticket("7")])
        #expect(try published(at: 100).count == 1)
        #expect(try published(at: 101).isEmpty)
        #expect(try published(at: 125).count == 1)
    }

    @Test func whatChangedIsSaidAtOnceAndALookBackChangesNothing() throws {
        let id = try desk.opened()
        #expect(try published(at: 100).count == 1)
        try desk.bench("mia", at: 101).move(id, to: .solved)
        let newest = try #require(try published(at: 101).first)
        #expect(try facts(newest, "status").values.sorted() == ["solved"])
        #expect(try published(at: 50).isEmpty)
    }

    @Test func aCaseThatIsLongOverIsLeftOutAndItsOwnerStillSpokenFor() throws {
        let id = try desk.opened()
        try desk.bench("mia", at: 100).move(id, to: .closed)
        #expect(try published(at: 101).count == 1)
        let later = try #require(try published(at: 100 + 24 * 20).first)
        #expect(try facts(later, "status").isEmpty)
        #expect(try desk.store.imports().last?.summary.kept == 0)
    }

    @Test func upkeepWritesDownHoldsThatEndedAndWhenCasesAreDue() throws {
        var desk = desk
        let id = try desk.opened()
        try desk.bench("mia", at: 100).hold(id, until: DeskSample.hour(110))
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: "cases: {promises: [{id: slow, calendar: office, resolution: 8}]}",
                sources: SettingsSources { _ in nil }))
        let upkeep = DeskUpkeep(desk.store, rules: desk.rules, now: DeskSample.hour(111))
        #expect(try upkeep.refresh() == 1)
        let record = try #require(try desk.record("7"))
        #expect(record.state == "open")
        #expect(record.due != nil)
        #expect(try upkeep.refresh() == 0)
        #expect(try desk.store.journalFaults().isEmpty)
    }

    @Test func upkeepPutsRightWhenACaseWasOpenedThatAnEarlierVersionTookForLater() throws {
        let id = try desk.opened(at: 2)
        var record = try #require(try desk.record("7"))
        var contents = try record.contents()
        contents.add(CaseEvent(at: DeskSample.hour(9), .opened))
        try record.hold(contents)
        record.opened = DeskSample.hour(9)
        var act = CaseAct()
        act.cases = [(record, record.version)]
        _ = try desk.store.take([act], by: Actor(.person, "ann"), at: DeskSample.hour(10))
        #expect(try desk.record("7")?.opened == DeskSample.hour(9))
        #expect(try DeskUpkeep(desk.store, rules: desk.rules, now: DeskSample.hour(11)).refresh() == 1)
        #expect(try desk.record("7")?.opened == DeskSample.hour(1))
        #expect(try desk.bench("mia", at: 5).claim(id).owner == "mia", "which is not too early")
    }
}
