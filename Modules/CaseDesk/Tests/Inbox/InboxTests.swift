import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

@Suite struct InboxTests {
    private let desk: DeskSample

    init() throws {
        var desk = DeskSample()
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: """
                    cases:
                      calendars: {always: {hours: {mon: "00:00-24:00", tue: "00:00-24:00", wed: "00:00-24:00",
                        thu: "00:00-24:00", fri: "00:00-24:00", sat: "00:00-24:00", sun: "00:00-24:00"}}}
                      promises:
                        - {id: fast, calendar: always, firstResponse: 10, when: {urgency: high}}
                        - {id: slow, calendar: always, firstResponse: 200}
                    """, sources: SettingsSources { _ in nil }))
        self.desk = desk
    }

    private func inbox(
        _ filter: InboxFilter = InboxFilter(), for name: String = "mia", after cursor: CaseCursor? = nil,
        among: Set<CaseID>? = nil, limit: Int = 9
    ) throws -> Inbox {
        try Inbox(
            filter, in: desk.store, rules: desk.rules, actor: Actor(.person, name), now: DeskSample.hour(100),
            after: cursor, among: among, limit: limit)
    }

    private func codes(_ inbox: Inbox) -> [String] { inbox.rows.map(\.record.key.code) }

    private func ticket(_ code: String, _ change: (inout Conversation) -> Void = { _ in }) -> Conversation {
        var ticket = Conversation.ticket(code)
        change(&ticket)
        return ticket
    }

    @Test func whatIsDueFirstStandsFirst() throws {
        try desk.taken([ticket("1"), ticket("2") { $0.priority = "high" }, ticket("3", { $0.status = "solved" })])
        let inbox = try inbox()
        #expect(codes(inbox) == ["2", "1"])
        #expect((inbox.matching, inbox.late, inbox.unowned) == (2, 1, 2))
        #expect(inbox.rows.first?.subject == "About 2")
        #expect(inbox.rows.first?.unanswered == 1)
    }

    @Test func pagesFollowEachOtherWithoutGapsOrRepeats() throws {
        try desk.taken((1...25).map { ticket("\($0)") })
        var seen: [String] = []
        var cursor: CaseCursor?
        repeat {
            let page = try inbox(after: cursor, limit: 7)
            #expect(page.matching == 25)
            seen += codes(page)
            cursor = page.next
        } while cursor != nil
        #expect(seen.count == 25)
        #expect(Set(seen).count == 25)
    }

    @Test(arguments: [false, true]) func aPageKnowsTheOneBefore(isSearched: Bool) throws {
        try desk.taken((1...25).map { ticket("\($0)") })
        let among = isSearched ? Set(try (1...25).map { try #require(try desk.record("\($0)")).id }) : nil
        var pages: [Inbox] = [try inbox(among: among, limit: 7)]
        while let next = pages.last?.next { pages.append(try inbox(after: next, among: among, limit: 7)) }
        #expect(pages.count == 4)
        for (page, before) in zip(pages.dropFirst(), pages) {
            let back = try inbox(after: page.previous, among: among, limit: 7)
            #expect(codes(back) == codes(before))
        }
        #expect(pages[0].previous == nil && pages[1].previous == nil, "the first begins at the beginning")
    }

    @Test func filtersSayWhatIsAskedFor() throws {
        try desk.taken([
            ticket("1"), ticket("2") { $0.side = "seller" }, ticket("3") { $0.status = "pending" },
            ticket("4") { $0.language = "de" },
        ])
        try desk.bench("mia").claim(try #require(try desk.record("1")).id)
        func asked(_ change: (inout InboxFilter) -> Void) throws -> [String] {
            var filter = InboxFilter()
            change(&filter)
            return codes(try inbox(filter)).sorted()
        }
        #expect(try asked { $0.owner = .asker } == ["1"])
        #expect(try asked { $0.owner = .nobody } == ["2", "3", "4"])
        #expect(try asked { $0.sides = [.seller] } == ["2"])
        #expect(try asked { $0.states = [.waitingOnRequester] } == ["3"])
        #expect(try asked { $0.languages = ["de"] } == ["4"])
        #expect(try asked { $0.isConflicting = true } == [])
        #expect(try asked { $0.account = "another" } == [])
    }

    @Test func whereTheSourceSaysOtherwiseIsFound() throws {
        try desk.taken((1...30).map { ticket("\($0)") }, at: 2)
        let id = try #require(try desk.record("17")).id
        try desk.bench("mia", at: 3).claim(id)
        try desk.taken([
            ticket("17") {
                $0.assignee = "zoe"
                $0.updated = DeskSample.hour(50)
            }
        ])
        var filter = InboxFilter()
        filter.isConflicting = true
        let inbox = try inbox(filter, limit: 5)
        #expect(codes(inbox) == ["17"])
        #expect(inbox.next == nil)
    }

    @Test func whatWasSearchedForIsCountedOnAllItsPages() throws {
        try desk.taken((1...6).map { number in ticket("\(number)") { $0.priority = number == 6 ? "high" : nil } })
        let found = try (3...6).map { try #require(try desk.record("\($0)")).id }
        try desk.bench("mia").claim(found[0])
        var seen: [String] = []
        var cursor: CaseCursor?
        repeat {
            let page = try inbox(after: cursor, among: Set(found), limit: 3)
            #expect((page.matching, page.late, page.unowned) == (4, 1, 3))
            seen += codes(page)
            cursor = page.next
        } while cursor != nil
        #expect(seen == ["6", "3", "4", "5"])
    }

    @Test func anotherOwnerTakesThePlaceOfOne() throws {
        try desk.taken([ticket("1"), ticket("2")])
        try desk.bench("bob").claim(try #require(try desk.record("2")).id)
        var filter = InboxFilter()
        filter.owner = .asker
        filter.owner = .people(["bob"])
        #expect(try codes(inbox(filter)) == ["2"])
        filter.owner = .nobody
        #expect(try codes(inbox(filter)) == ["1"])
        // As an earlier version kept a view of one's own.
        let kept = InboxFilter().text.replacing("\"isMine\":false", with: "\"isMine\":true")
        #expect(InboxFilter(text: kept)?.owner == .asker)
    }

    @Test func aFilterReadsBackAsItWasSaved() throws {
        var filter = InboxFilter()
        filter.states = [.onHold]
        filter.owner = .people(["zoe"])
        filter.dueHours = 4.5
        filter.order = .urgency
        #expect(InboxFilter(text: filter.text) == filter)
        #expect(InboxFilter(text: "{") == nil)
    }

    @Test func whoSeesHeadingsIsLogged() throws {
        try desk.taken([ticket("1")])
        _ = try inbox(for: "zoe")
        let log = try desk.store.accesses(to: nil, limit: 10)
        #expect(log.map(\.access.by.name) == ["zoe"])
        #expect(log.first?.fields == [.subject])
    }

    @Test func aFileHoldsTheThreadOfAllThatWentIntoIt() throws {
        let (one, two) = (try desk.opened("1"), try desk.opened("2"))
        try desk.bench("mia", at: 101).merge(two, into: one)
        try desk.bench("mia", at: 102).draft(one, "Both left today.")
        let file = try #require(
            try CaseFile(
                one, in: desk.store, rules: desk.rules, actor: Actor(.person, "mia"), now: DeskSample.hour(103)))
        #expect(file.members.map(\.id) == [two])
        #expect(file.thread.map(\.text) == ["Where is it?", "Where is it?", "Both left today."])
        #expect(file.thread.map(\.message.state) == [.received, .received, .draft])
        #expect(file.requester[.name] == "Jo Doe")
        #expect(file.clocks.map(\.kind) == [.firstResponse])
        #expect(
            try CaseFile(CaseID(99), in: desk.store, rules: desk.rules, actor: .flywheel, now: DeskSample.hour(1))
                == nil)
    }
}
