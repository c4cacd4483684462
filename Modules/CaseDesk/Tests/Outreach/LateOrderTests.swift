import Calendars
import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

/// Agencies have several accounts in one store, whose orders have the same numbers.
@Suite struct LateOrderTests {
    private let desk: DeskSample
    private static let order = "#1001"

    init() throws {
        var desk = DeskSample()
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: """
                    cases:
                      templates: [{id: late, text: {other: "Your order {order} is late."}}]
                      outreach: [{id: late, occasion: late-order, template: late, everyHours: 48, mostAWeek: 1}]
                    """, sources: SettingsSources(zone: { _ in .utc })))
        self.desk = desk
    }

    private func outreach(at hour: Int64 = 100) -> OutreachDesk {
        OutreachDesk(desk.store, rules: desk.rules, actor: Actor(.person, "ann"), now: DeskSample.hour(hour))
    }

    /// Says that the order of an account is late.
    @discardableResult
    private func late(_ account: String, on marketplace: String = "shopify") throws -> ExceptionID {
        try desk.store.add(
            ExceptionRecord(
                id: ExceptionID(1),
                fingerprint: Fingerprint(
                    workflow: "deliveries", kind: "late",
                    subject: Subject(.order, account: account, marketplace: marketplace, code: Self.order)),
                state: .active, onset: nil, detected: DeskSample.hour(90), opened: RotationID(1), evidence: "{}",
                exposure: .none, model: ""), note: nil, by: Actor(.person, "ann"), at: DeskSample.hour(90))
    }

    /// A ticket of an account that names the order, which its facts know where they are said to.
    private func ticket(
        _ code: String, of account: String, isKnown: Bool = true, on marketplace: String = "shopify"
    ) throws -> CaseRecord {
        var ticket = Conversation.ticket(code)
        ticket.links = [FoundLink(.order, Self.order, .named)]
        var book = LinkBook()
        if isKnown { book.add(order: Self.order, of: [], on: marketplace) }
        try desk.taken([ticket], account: account, marketplace: marketplace, book: book)
        let key = CaseKey(source: "zendesk", account: account, code: code)
        return try #require(try desk.store.caseRecords(keyed: [key])[key])
    }

    @Test func anOrderIsWrittenAboutInTheCaseOfItsOwnAccount() throws {
        let (north, south) = (try ticket("11", of: "north"), try ticket("12", of: "south"))
        try late("north")
        let proposed = try outreach().propose()
        #expect(proposed.map(\.note.account) == ["north"])
        #expect(proposed.map(\.record.case) == [north.id] && proposed.map(\.record.party) == [north.party])
        #expect(south.party != north.party)
    }

    @Test func aCaseOfAnotherAccountIsNoneOfItsCases() throws {
        let south = try ticket("12", of: "south")
        try late("north")
        let proposed = try outreach().propose()
        #expect(proposed.map(\.record.case) == [nil] && proposed.first?.record.party != south.party)
    }

    @Test(arguments: [(false, "shopify"), (true, "walmart")])
    func whatWasOnlyFoundInATextOrIsOnAnotherMarketplaceIsNot(isKnown: Bool, marketplace: String) throws {
        _ = try ticket("11", of: "north", isKnown: isKnown, on: marketplace)
        try late("north")
        #expect(try outreach().propose().map(\.record.case) == [nil])
    }

    @Test func whatIsRefusedForOneAccountIsNotRefusedForAnother() throws {
        try late("north")
        let first = try outreach().propose()
        #expect(try outreach(at: 101).decide(first.map(\.record.id), approve: false).decided.count == 1)
        try late("south")
        let second = try outreach(at: 102).propose()
        #expect(second.map(\.note.account) == ["south"] && second.first?.record.party != first.first?.record.party)
    }

    @Test func theBuyersOfTwoOrdersOfOneNumberAreTwo() throws {
        for account in ["north", "south"] { try late(account) }
        let proposed = try outreach().propose()
        #expect(proposed.map(\.note.account).sorted() == ["north", "south"], "one message a week for each of them")
        #expect(Set(proposed.map(\.record.party)).count == 2)
        #expect(try outreach(at: 101).propose().isEmpty)
    }

    @Test func aMessageEndsWithItsOwnOrder() throws {
        let north = try late("north")
        try late("south")
        try #require(outreach().propose().count == 2)
        var over = try #require(try desk.store.exception(north))
        over.state = .verified
        try desk.store.change(
            over, expecting: over.version, event: nil, note: nil, by: Actor(.person, "ann"), at: DeskSample.hour(101))
        #expect(try outreach(at: 102).propose().isEmpty)
        let states = try outreach(at: 102).all().map { [$0.note.account, $0.record.state] }
        #expect(states == [["north", "over"], ["south", "proposed"]])
    }
}
