import Cases
import Conversations
import FlywheelKit
import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Testing

@testable import CaseDesk

@Suite struct CaseIntakeTests {
    private let desk = DeskSample()

    private func texts(_ id: CaseID, _ fields: Set<PersonalText.Field>) throws -> [String] {
        try desk.store.texts(
            .cases([id]), fields: fields, for: Access(by: .flywheel, at: DeskSample.hour(99), purpose: "test")
        ).map(\.text)
    }

    @Test func aTicketBecomesACaseWithWhatWasWrittenApart() throws {
        let outcome = try desk.taken([.ticket("7")])
        #expect(outcome.added.count == 1)
        let record = try #require(try desk.record("7"))
        #expect(record.state == "open")
        #expect(record.side == "buyer")
        #expect(record.opened == DeskSample.hour(1))
        #expect(record.updated == DeskSample.hour(2))
        #expect(try texts(record.id, [.subject, .message]).sorted() == ["About 7", "Where is it?"])
        #expect(!record.body.contains("Where is it"))
        #expect(!record.body.contains("jo7"))
        let contents = try record.contents()
        #expect(contents.messages.map(\.message.author) == [.party(.buyer)])
    }

    @Test func aLanguageThatNobodyStatesIsToldFromWhatWhoAsksWrote() throws {
        let german = "Guten Tag, wo bleibt mein Paket? Ich warte seit zwei Wochen auf die Lieferung.\n"
        var ticket = Conversation.ticket("1", german + "> Thank you for your order, it will be with you shortly.")
        ticket.messages.append(
            CorrespondenceMessage(
                code: "m1-2", at: DeskSample.hour(2), author: .agent("ben"),
                text: "We are sorry about that and ask the carrier where your parcel is."))
        var stated = Conversation.ticket("2", german)
        stated.language = "en"
        try desk.taken([ticket, stated, .ticket("3", "OK 7")])
        #expect(try ["1", "2", "3"].map { try desk.record($0)?.language } == ["de", "en", nil])
        // What the source says later stands before what was told.
        ticket.language = "nl"
        try desk.taken([ticket])
        #expect(try desk.record("1")?.language == "nl")
    }

    @Test(arguments: [("de-DE", "de"), ("en_US", "en"), ("ES", "es"), ("German", nil)])
    func aLocaleIsKeptAsItsLanguage(stated: String, kept: String?) throws {
        var ticket = Conversation.ticket("1", "OK 7")
        ticket.language = stated
        try desk.taken([ticket])
        #expect(try desk.record("1")?.language == kept)
    }

    private func mail(_ code: String, at hour: Int64) -> Conversation {
        var piece = Conversation(source: "mail", code: "1")
        piece.opened = code == "1" ? DeskSample.hour(hour) : nil
        piece.updated = DeskSample.hour(hour)
        piece.requester = Correspondent(address: "jo@mail.example")
        piece.messages = [
            CorrespondenceMessage(code: code, at: DeskSample.hour(hour), author: .requester, text: "Hello \(code)")
        ]
        return piece
    }

    @Test(arguments: ["1", "2"]) func mailOfAClockThatIsAheadIsWorkedAndEnded(ahead: String) throws {
        let pieces = [mail("1", at: ahead == "1" ? 9_000 : 1), mail("2", at: 9_000)]
        try desk.taken(pieces, at: 20)
        let id = try #require(try desk.record("1", of: "mail")).id
        #expect(try desk.record("1", of: "mail")?.opened == DeskSample.hour(ahead == "1" ? 20 : 1))
        #expect(try desk.record("1", of: "mail")?.updated == DeskSample.hour(20))
        // The same again has the times that it was kept with.
        #expect(try desk.taken(pieces, at: 30).same.count == 1)
        try desk.bench("mia", at: 40).claim(id)
        try desk.bench("mia", at: 41).move(id, to: .solved)
        let contents = try #require(try desk.record("1", of: "mail")).contents()
        #expect(contents.state == .solved && contents.messages.map(\.at).max() == DeskSample.hour(20))
    }

    @Test func whatAClaimIsForHangsOnItsCaseAndTheNewestSumCounts() throws {
        var claim = Conversation(source: "amazon", code: "safe-t/1")
        claim.opened = DeskSample.hour(1)
        claim.side = "platform"
        claim.status = "Pending"
        claim.references["order"] = "302-1234567-1234567"
        claim.figures[.amount] = "EUR 49.90"
        let euros = try #require(Currency("EUR"))
        func stake(_ cents: Int64) -> [Stake] {
            [Stake(.reimbursement, Money(minorUnits: cents, euros), source: "order 302-1234567-1234567")]
        }
        try desk.taken([claim])
        #expect(try desk.record("safe-t/1", of: "amazon")?.contents().stakes == stake(4_990))
        claim.figures[.amount] = "EUR 40.00"
        claim.status = "Granted"
        claim.updated = DeskSample.hour(8)
        let outcome = try desk.taken([claim])
        #expect(outcome.unknownWords.isEmpty)
        let granted = try #require(try desk.record("safe-t/1", of: "amazon"))
        #expect(try granted.contents().stakes == stake(4_000))
        #expect(granted.state == "solved")
    }

    @Test(arguments: [nil, "49.90", "EUR soon", "EUR 0.00", "EUR 49.901"])
    func aSumThatCannotBeReadIsNone(amount: String?) throws {
        var ticket = Conversation.ticket("1")
        ticket.figures[.amount] = amount
        try desk.taken([ticket])
        #expect(try desk.record("1")?.contents().stakes == [])
    }

    // MARK: Where a table without states says that it ended

    private func row(_ code: String, solved: Int64? = nil, closed: Int64? = nil) -> Conversation {
        var row = Conversation(source: "table", code: code)
        row.opened = DeskSample.hour(1)
        (row.solved, row.closed) = (solved.map(DeskSample.hour), closed.map(DeskSample.hour))
        row.messages = [1, 8].map { hour in
            CorrespondenceMessage(
                code: "m\(code)-\(hour)", at: DeskSample.hour(hour), author: .requester, text: "Thank you \(hour)")
        }
        return row
    }

    @Test func whatWasSolvedOrClosedIsSoWhereNoColumnSaysAState() throws {
        try desk.taken([row("1", solved: 5), row("2", solved: 5, closed: 6), row("3", closed: 6), row("4")])
        let states = try ["1", "2", "3", "4"].map { try desk.record($0, of: "table")?.state }
        #expect(states == ["solved", "closed", "closed", "open"])
        let read = try DeskCases.all(in: desk.store).map(\.contents)
        let report = DeskReport(read, now: DeskSample.hour(20), day: \.utcDay)
        #expect(report.cases.count { $0.state.isDone } == 3 && report.cases.count { !$0.state.isDone } == 1)
        #expect(report.solve.ended == 2 && report.backlog.last?.open == 1)
        #expect(report.solve.ofEnded?.median == 4)
    }

    /// Full exports say in each later file when the case had ended.
    @Test(arguments: [5, nil] as [Int64?]) func aMessageOfALaterFileOpensWhatWasOver(solvedStill: Int64?) throws {
        try desk.taken([row("1", solved: 5)])
        var later = solvedStill.map { row("1", solved: $0) } ?? Conversation(source: "table", code: "1")
        later.opened = DeskSample.hour(1)
        later.messages += [
            CorrespondenceMessage(code: "m1-9", at: DeskSample.hour(9), author: .requester, text: "It broke again")
        ]
        try desk.taken([later])
        #expect(try desk.record("1", of: "table")?.state == "open")
        // The same file again says nothing new, and what the desk did since stands.
        let version = try desk.record("1", of: "table")?.version
        try desk.taken([later])
        #expect(try desk.record("1", of: "table")?.version == version)
    }

    @Test func aStateGoesBeforeTheTimeItWasSolvedAt() throws {
        var open = row("1", solved: 5)
        open.status = "open"
        try desk.taken([open])
        #expect(try desk.record("1", of: "table")?.state == "open")
        let report = DeskReport(
            try DeskCases.all(in: desk.store).map(\.contents), now: DeskSample.hour(20), day: \.utcDay)
        #expect(report.solve.ended == 0 && report.solve.going == 1)
    }

    // MARK: Marketplaces

    private func placed(_ code: String) throws -> String? { try desk.record(code)?.marketplace }

    @Test func aTicketIsOnTheMarketplaceThatItNamesElseOnThatOfItsFile() throws {
        var ticket = Conversation.ticket("1")
        ticket.marketplace = "Germany"
        var german = Conversation.ticket("2")
        german.marketplace = "amazon.de"
        try desk.taken([ticket, german, .ticket("3")])
        #expect(try ["1", "2", "3"].map(placed) == ["Germany", "A1PA6795UKMFR9", "US"])
    }

    @Test func aKnownCaseTakesTheMarketplaceThatComesLaterAndKeepsIt() throws {
        #expect(try desk.taken([.ticket("1")], marketplace: "").unplaced.count == 1)
        #expect(try placed("1") == "")
        let outcome = try desk.taken([.ticket("1")], marketplace: "walmart")
        #expect(outcome.changed.count == 1 && outcome.unplaced.isEmpty)
        #expect(try desk.record("1")?.contents().marketplace == "walmart")
        #expect(try desk.taken([.ticket("1")], marketplace: "ebay").same.count == 1)
        #expect(try placed("1") == "walmart")
    }

    @Test func aCaseIsOnTheOneMarketplaceOfWhatItNames() throws {
        var book = LinkBook()
        book.add(order: "26-11056-27392", of: ["A"], on: "ebay")
        book.add(listings: Values(["A", "B"]), products: Values(unknown: 2), on: "shopify")
        book.add(listings: Values(["A"]), products: Values(unknown: 1), on: "ebay")
        book.add(listings: Values(["C"]), products: Values(unknown: 1), on: "default")
        func ticket(_ code: String, _ links: FoundLink..., marketplace: String? = nil) -> Conversation {
            var ticket = Conversation.ticket(code)
            ticket.links = links
            ticket.marketplace = marketplace
            return ticket
        }
        try desk.taken(
            [
                ticket("order", FoundLink(.order, "26-11056-27392", .stated), FoundLink(.listing, "B", .stated)),
                ticket("one", FoundLink(.listing, "B", .stated)), ticket("two", FoundLink(.listing, "A", .stated)),
                ticket("unplaced", FoundLink(.listing, "C", .stated)),
                ticket("said", FoundLink(.listing, "B", .stated), marketplace: "eBay"), ticket("nothing"),
            ], marketplace: "", book: book)
        let found = try ["order", "one", "two", "unplaced", "said", "nothing"].map(placed)
        #expect(found == ["ebay", "shopify", "", "", "ebay", ""])
    }

    @Test func theSameTicketsAgainChangeNothing() throws {
        let tickets = (1...20).map { Conversation.ticket("\($0)") }
        try desk.taken(tickets)
        let before = try desk.store.caseRecords(CaseQuery(), limit: 100)
        let journal = try desk.store.journalLength()
        let outcome = try desk.taken(tickets)
        #expect(outcome.same.count == 20)
        #expect(outcome.added.isEmpty && outcome.changed.isEmpty)
        #expect(try desk.store.caseRecords(CaseQuery(), limit: 100) == before)
        #expect(try desk.store.journalLength() == journal)
    }

    @Test func aCommentBesideItsTicketLeavesItWhereItStands() throws {
        var comment = Conversation(source: "zendesk", code: "1")
        comment.messages = [
            CorrespondenceMessage(code: "c", at: DeskSample.hour(9), author: .requester, text: "Hello?")
        ]
        try desk.taken([.ticket("1", status: "pending"), comment])
        #expect(try desk.record("1")?.state == "waiting-on-requester")
    }

    @Test(arguments: [true, false]) func whatIsWrittenLaterDoesNotOpenACaseAgain(isInOrder: Bool) throws {
        var comment = Conversation(source: "zendesk", code: "1")
        comment.messages = [
            CorrespondenceMessage(code: "c", at: DeskSample.hour(9), author: .agent("ben"), text: "On its way.")
        ]
        for piece in isInOrder ? [.ticket("1"), comment] : [comment, .ticket("1")] { try desk.taken([piece], at: 10) }
        let record = try #require(try desk.record("1"))
        #expect(record.opened == DeskSample.hour(1))
        #expect(try record.contents().opened == DeskSample.hour(1))
        try desk.bench("mia", at: 20).move(record.id, to: .solved)
        #expect(try desk.bench("mia", at: 30).reopen(record.id).opened == DeskSample.hour(1))
    }

    @Test func mailThatGoesOnIsOpenAndNotNew() throws {
        func piece(_ code: String, at hour: Int64, by author: CorrespondenceMessage.Author) -> Conversation {
            var piece = Conversation(source: "mail", code: "1")
            piece.opened = code == "1" ? DeskSample.hour(hour) : nil
            piece.messages = [
                CorrespondenceMessage(code: code, at: DeskSample.hour(hour), author: author, text: "Text \(code)")
            ]
            return piece
        }
        try desk.taken([piece("1", at: 1, by: .requester)])
        #expect(try desk.record("1", of: "mail")?.state == "new")
        try desk.taken([piece("2", at: 2, by: .agent("ann"))])
        #expect(try desk.record("1", of: "mail")?.state == "waiting-on-requester")
        try desk.taken([piece("3", at: 3, by: .requester)])
        #expect(try desk.record("1", of: "mail")?.state == "open")
    }

    @Test func whatAnExportLeavesOutIsNeitherClosedNorForgotten() throws {
        try desk.taken([.ticket("1"), .ticket("2")])
        try desk.taken([.ticket("2", status: "solved", updated: 5)])
        #expect(try desk.record("1")?.state == "open")
        #expect(try desk.record("2")?.state == "solved")
    }

    @Test func anOlderExportThatComesLateSaysWhatWasAndNotWhatIs() throws {
        try desk.taken([.ticket("1", status: "solved", updated: 9)])
        try desk.taken([.ticket("1", status: "pending", updated: 4)])
        let record = try #require(try desk.record("1"))
        #expect(record.state == "solved")
        #expect(record.updated == DeskSample.hour(9))
        #expect(try record.contents().course.map(\.state) == [.waitingOnRequester, .solved])
    }

    @Test func piecesOfOneConversationAreOneCaseAndItsMessagesAreKeptOnce() throws {
        var piece = Conversation.ticket("1", updated: 3)
        piece.messages = [
            CorrespondenceMessage(code: "m1-2", at: DeskSample.hour(3), author: .agent("ben"), text: "On its way.")
        ]
        piece.requester = nil
        piece.side = nil
        let outcome = try desk.taken([.ticket("1"), piece, .ticket("2"), .ticket("1")])
        #expect(outcome.added.count == 2)
        let record = try #require(try desk.record("1"))
        #expect(try desk.store.messages(of: [record.id]).count == 2)
        #expect(try record.contents().messages.count == 2)
        #expect(try record.contents().messages.last?.message.author == .agent("ben"))
        #expect(record.party != nil)
    }

    @Test func aMessageThatGainsANumberIsTheSameMessage() throws {
        var first = Conversation.ticket("1")
        first.messages = [
            CorrespondenceMessage(
                code: CorrespondenceMessage.openingCode, at: DeskSample.hour(1), author: .requester,
                text: "Where is it?")
        ]
        try desk.taken([first])
        #expect(try desk.record("1")?.contents().stated.tellsOpeningAlone == true)
        try desk.taken([.ticket("1")])
        let record = try #require(try desk.record("1"))
        #expect(try record.contents().stated.tellsOpeningAlone == false, "the thread was told since")
        #expect(try desk.store.messages(of: [record.id]).count == 1)
        #expect(try desk.taken([first]).same.count == 1)
        #expect(try desk.store.messages(of: [record.id]).count == 1)
    }

    @Test func whoWritesFromOneAddressIsOneParty() throws {
        var other = Conversation.ticket("2")
        other.requester = Correspondent(name: "J. Doe", address: " JO1@mail.example ")
        try desk.taken([.ticket("1"), other])
        #expect(try desk.record("1")?.party == desk.record("2")?.party)
    }

    @Test func aNumberIsSomebodyElseInTheHelpDeskOfAnotherAccount() throws {
        // As an earlier program kept it: by its number alone.
        let scene = try PrivacyScene()
        try scene.keep("1", of: scene.jane, to: "north")
        let desk = DeskSample(scene.store)
        var parties: [PartyID?] = []
        for (code, account) in [("8", "north"), ("8", "south"), ("9", "south")] {
            var ticket = Conversation.ticket(code)
            ticket.requester = Correspondent(code: "77", name: "Of \(account)")
            try desk.taken([ticket], account: account)
            let key = CaseKey(source: "zendesk", account: account, code: code)
            parties.append(try desk.store.caseRecords(keyed: [key])[key]?.party)
        }
        #expect(parties[0] == scene.jane && parties[1] != scene.jane && parties[1] == parties[2])
        let access = Access(by: .flywheel, at: DeskSample.hour(99), purpose: "test")
        let names = try desk.store.texts(.identities(parties.compactMap(\.self)), fields: [.name], for: access)
        #expect(Set(names.map(\.text)) == ["Jane Roe", "Of south"])
    }

    @Test func whatADeskDidStandsAndTheDifferenceIsSaid() throws {
        let id = try desk.opened(at: 2)
        try desk.bench("mia", at: 3).claim(id)
        var newer = Conversation.ticket("7", updated: 5)
        newer.assignee = "zoe"
        let outcome = try desk.taken([newer])
        #expect(outcome.conflicts.count == 1)
        let record = try #require(try desk.record("7"))
        #expect(record.owner == "mia")
        #expect(try record.contents().conflicts.map(\.there) == ["zoe"])
        try desk.bench("mia", at: 6).take(.owner, of: id)
        #expect(try desk.record("7")?.owner == "zoe")
    }

    @Test func mailStandsWhereItsLastMessagePutsIt() throws {
        var thread = Conversation(source: "mail", code: "<a@mail.example>")
        thread.opened = DeskSample.hour(1)
        thread.requester = Correspondent(address: "jo@mail.example")
        thread.messages = [
            CorrespondenceMessage(code: "<a>", at: DeskSample.hour(1), author: .requester, text: "Hello?")
        ]
        try desk.taken([thread])
        #expect(try desk.record(thread.code, of: "mail")?.state == "new")
        thread.messages.append(
            CorrespondenceMessage(code: "<b>", at: DeskSample.hour(2), author: .agent("ben"), text: "Yes."))
        try desk.taken([thread])
        #expect(try desk.record(thread.code, of: "mail")?.state == "waiting-on-requester")
        thread.messages.append(
            CorrespondenceMessage(code: "<c>", at: DeskSample.hour(3), author: .requester, text: "Thanks?"))
        try desk.taken([thread])
        #expect(try desk.record(thread.code, of: "mail")?.state == "open")
    }

    @Test func aWordThatNoTableKnowsIsSaid() throws {
        let outcome = try desk.taken([.ticket("1", status: "with the dragon")])
        #expect(outcome.unknownWords == ["state \"with the dragon\" of zendesk, taken for open": 1])
        #expect(try desk.record("1")?.state == "open")
    }

    @Test func manyTicketsAreKeptInAFileAsInMemory() throws {
        let file = DeskSample(try SQLiteStore.inMemory())
        let tickets = (1...1_200).map { Conversation.ticket("\($0)", updated: Int64($0 % 7)) }
        #expect(try file.taken(tickets).added.count == 1_200)
        #expect(try file.taken(tickets).same.count == 1_200)
        #expect(try file.store.countCases(CaseQuery(), limit: 5_000) == 1_200)
        #expect(try file.store.journalFaults().isEmpty)
    }
}
