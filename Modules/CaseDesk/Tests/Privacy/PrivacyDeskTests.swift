import CaseDesk
import Conversations
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@Suite("People's data are given out and erased")
struct PrivacyDeskTests {
    private let scene: PrivacyScene

    init() throws { scene = try PrivacyScene() }

    @Test(arguments: [
        DataSubject.address("JANE@example.com "), .contact("77", source: "zendesk"), .party(PartyID(1)),
    ])
    func onePersonGoesByAnyOfTheirNames(subject: DataSubject) throws {
        #expect(try scene.desk().party(subject) == scene.jane)
    }

    @Test func whoIsUnknownIsSaid() throws {
        #expect(try scene.desk().party(.party(PartyID(9))) == nil)
        #expect(throws: PrivacyError.nobody) { try scene.desk().disclose(.address("nobody@example.com")) }
        #expect(throws: PrivacyError.nobody) { try scene.desk().erase(.contact("77", source: "zammad")) }
    }

    @Test func disclosureHoldsAllThatIsKeptAndSaysWhoSawIt() throws {
        let id = try scene.keep("1", of: scene.jane, saying: "where is it")
        try scene.keep("2", of: scene.ben)
        let reader = PersonalTexts(scene.store, rules: DeskRules(), actor: Actor(.person, "eve"), now: scene.now)
        _ = try reader.read(.cases([id]), fields: [.message], for: "case")
        let disclosure = try scene.desk().disclose(.address("jane@example.com"))
        #expect(Set(disclosure.texts.map(\.text)) == ["Jane Roe", "jane@example.com", "where is it"])
        #expect(disclosure.cases.map(\.id) == [id] && disclosure.decisions.map(\.case) == [id])
        #expect(disclosure.accesses.map(\.access.by.name) == ["eve"])
        #expect(try scene.store.accesses(to: scene.jane, limit: 9).map(\.access.purpose) == ["disclosure", "case"])
        let history = try scene.store.history(of: "\(scene.jane)").map(\.event)
        #expect(history.map(\.verb) == [.disclosed])
        #expect(history.allSatisfy { $0.detail.count == 64 }, "a digest, and nothing that names her")
    }

    @Test func looksAreLoggedWhenTheyHappen() throws {
        let id = try scene.keep("1", of: scene.jane)
        var rules = DeskRules()
        rules.clock = { [now = scene.now] in now.advanced(byDays: 3) }
        for from in [scene.now.advanced(byDays: -700), scene.now.advanced(byDays: 9)] {
            let reader = PersonalTexts(scene.store, rules: rules, actor: Actor(.person, "eve"), now: from)
            _ = try reader.read(.cases([id]), fields: [.message], for: "case")
            let desk = PrivacyDesk(scene.store, actor: scene.ada, now: from, clock: rules.clock)
            _ = try desk.disclose(.party(scene.jane))
        }
        let looks = try scene.store.accesses(to: scene.jane, limit: 9).map(\.access.at)
        #expect(looks.count == 4 && Set(looks) == [scene.now.advanced(byDays: 3)])
        #expect(try Set(scene.store.history(of: "\(scene.jane)").map(\.at)) == [scene.now.advanced(byDays: 3)])
    }

    @Test func erasureLeavesSumsAndSaysWhoAskedForIt() throws {
        let own = try scene.keep("1", of: scene.jane, saying: "I am Jane Roe")
        let other = try scene.keep("2", of: scene.ben, saying: "Jane Roe told me, write to jane@example.com")
        let before = try scene.refunds()
        let report = try scene.desk().erase(.address("jane@example.com"))
        #expect(report == ErasureReport(texts: 3, redacted: 1))
        #expect(try scene.texts(.party(scene.jane)).isEmpty)
        #expect(try scene.texts(.cases([own, other])) == ["[erased] told me, write to [erased]"])
        #expect(try scene.refunds() == before)
        let request = IdentityDigest.of(address: "jane@example.com", key: try scene.store.identityKey()).hexadecimal
        let event = try #require(try scene.store.history(of: "\(scene.jane)").last)
        #expect(event.event.verb == .erased && event.event.detail == request && event.actor == scene.ada)
        #expect(try scene.desk().erase(.address("jane@example.com")) == ErasureReport())
        #expect(try scene.store.journalFaults().isEmpty)
    }

    @Test func whoIsOnlyMentionedIsErasedThere() throws {
        let id = try scene.keep("1", of: scene.ben, saying: "ask max@example.org")
        #expect(try scene.desk().erase(.address("max@example.org")) == ErasureReport(texts: 0, redacted: 1))
        #expect(try scene.texts(.cases([id])) == ["ask [erased]"])
    }

    @Test func whoSawOthersAsWellIsToldOfThemAlone() throws {
        let own = try scene.keep("1", of: scene.jane)
        try scene.keep("2", of: scene.ben)
        let look = Access(by: scene.ada, at: scene.now, purpose: "inbox")
        _ = try scene.store.texts(.identities([scene.jane, scene.ben]), fields: [.name], for: look)
        var query = CaseQuery()
        query.party = nil
        let ids = try scene.store.caseRecords(query, limit: 9).map(\.id)
        _ = try scene.store.texts(.cases(ids), fields: [.message], for: look)
        let accesses = try scene.desk().disclose(.party(scene.jane)).accesses
        #expect(accesses.map(\.parties) == [[scene.jane], [scene.jane]])
        #expect(Set(accesses.map(\.cases)) == [[own], []])
    }

    @Test func aNameOfOneWordStaysInWhatOthersWrote() throws {
        let id = try scene.keep("1", of: scene.jane, saying: "Ben is a name")
        _ = try scene.desk().erase(.party(scene.ben))
        #expect(try scene.texts(.cases([id])) == ["Ben is a name"])
        #expect(try scene.texts(.identities([scene.ben])).isEmpty)
    }

    @Test func aDisputeStandsInTheWayUnlessAReasonIsGiven() throws {
        let id = try scene.keep("1", of: scene.jane, isDisputed: true)
        #expect(throws: PrivacyError.disputed([id])) { try scene.desk(after: 0).erase(.party(scene.jane)) }
        #expect(try scene.texts(.party(scene.jane)).count == 3)
        _ = try scene.desk(after: 0).erase(.party(scene.jane), despiteDispute: "court-order")
        #expect(try scene.texts(.party(scene.jane)).isEmpty)
        #expect(try scene.store.history(of: "\(scene.jane)").last?.event.detail.hasSuffix(" court-order") == true)
    }

    // MARK: Several accounts

    @Test func whoWroteToSeveralAccountsAsksOneOfThem() throws {
        let own = try scene.keep("1", of: scene.jane, saying: "to north, Jane Roe")
        let other = try scene.keep("1", of: scene.jane, to: "south", endedDaysAgo: 1, saying: "to south")
        let desk = scene.desk()
        let refusal = try #require(throws: PrivacyError.self) { try desk.erase(.party(scene.jane)) }
        #expect(refusal.description == "they wrote to 2 accounts: north (open: \(own)), south")
        #expect(throws: refusal) { try desk.disclose(.party(scene.jane)) }
        #expect(throws: PrivacyError.nobody) { try desk.erase(.party(scene.jane), of: .account("west")) }
        #expect(throws: PrivacyError.nobody) { try desk.disclose(.party(scene.jane), of: .account("west")) }

        let disclosure = try desk.disclose(.address("jane@example.com"), of: .account("south"))
        #expect(Set(disclosure.texts.map(\.text)) == ["Jane Roe", "jane@example.com", "to south"])
        #expect(disclosure.cases.map(\.id) == [other] && disclosure.decisions.map(\.case) == [other])
        #expect(try desk.disclose(.party(scene.jane), of: .all).cases.count == 2)

        // What was written to the one goes, and who she is with the last.
        #expect(try desk.erase(.party(scene.jane), of: .account("south")) == ErasureReport(texts: 1))
        #expect(try scene.texts(.party(scene.jane)).sorted() == ["Jane Roe", "jane@example.com", "to north, Jane Roe"])
        #expect(try desk.accountsKept(of: .party(scene.jane), beside: "south").map(\.account) == ["north"])
        #expect(try scene.requester(of: other).isEmpty, "her name is kept for north alone")
        #expect(try scene.requester(of: own) == [.name: "Jane Roe", .address: "jane@example.com"])
        #expect(try desk.disclose(.party(scene.jane), of: .account("south")).texts.isEmpty)
        #expect(try desk.disclose(.party(scene.jane), of: .account("north")).texts.count == 3)
        #expect(try desk.erase(.party(scene.jane), of: .account("north")) == ErasureReport(texts: 3))
        #expect(try scene.texts(.party(scene.jane)).isEmpty)
    }

    @Test func anErasureByANumberTakesTheOneOfItsAccount() throws {
        let desk = DeskSample()
        let file = ImportDraft(
            fileName: "t.json", digest: "1", format: "zammad", feed: "cases/1", subject: .ticket, account: "",
            marketplace: "", effectiveAt: DeskSample.hour(1), receivedAt: DeskSample.hour(1))
        for account in ["north", "south"] {
            var ticket = Conversation.ticket("1", "To \(account)")
            ticket.requester = Correspondent(code: "5", name: account.uppercased(), address: nil)
            try desk.taken([ticket], account: account)
            var draft = file
            draft.account = account
            let id = try desk.store.beginImport(draft, by: .flywheel)
            try desk.store.finishImport(id, as: .kept, ImportSummary())
        }
        let privacy = PrivacyDesk(desk.store, actor: Actor(.person, "ada"), now: DeskSample.hour(200))
        let someone = DataSubject.contact("5", source: "zendesk")
        #expect(throws: PrivacyError.severalPeople([PartyID(1), PartyID(2)])) { try privacy.erase(someone) }
        let north = try privacy.disclose(someone, of: .account("north"))
        #expect(north.texts.filter { $0.field == .name }.map(\.text) == ["NORTH"])
        _ = try privacy.erase(someone, of: .account("south"))
        #expect(try privacy.disclose(.party(PartyID(2))).texts.isEmpty)
        #expect(try privacy.disclose(.party(PartyID(1))).texts.contains { $0.text == "To north" })
    }

    @Test func aDisputeWithAnotherAccountIsNotInTheWay() throws {
        try scene.keep("1", of: scene.jane, to: "south", isDisputed: true)
        try scene.keep("2", of: scene.jane)
        #expect(try scene.desk().erase(.party(scene.jane), of: .account("north")).texts == 1)
        #expect(throws: PrivacyError.self) { try scene.desk().erase(.party(scene.jane), of: .all) }
    }
}
