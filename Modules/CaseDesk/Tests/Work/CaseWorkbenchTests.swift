import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

@Suite struct CaseWorkbenchTests {
    private var desk = DeskSample()

    private func rules(_ yaml: String) throws -> DeskRules {
        DeskRules(try DeskSettings(yaml: yaml, sources: SettingsSources { _ in nil }))
    }

    // MARK: Who has it

    @Test func twoPeopleClaimOneAndTheSecondIsToldWhoWasFirst() throws {
        let id = try desk.opened()
        #expect(try desk.bench("mia").claim(id).owner == "mia")
        #expect(throws: CaseWorkError.ownedBy(id, "mia", at: DeskSample.hour(100))) {
            try desk.bench("ben", at: 101).claim(id)
        }
        #expect(try desk.bench("mia").claim(id).version == desk.record("7")?.version)
    }

    @Test func whomTheSourceNamesIsNotInTheWay() throws {
        var ticket = Conversation.ticket("7")
        ticket.assignee = "zoe"
        try desk.taken([ticket])
        let id = try #require(try desk.record("7")).id
        #expect(try desk.bench("mia").claim(id).owner == "mia")
        #expect(try desk.bench("mia").release(id).owner == nil)
    }

    @Test func aCaseIsPassedUpTheLadderToThoseWhoStandThere() throws {
        var desk = desk
        desk.rules = try rules(
            """
            cases:
              levels: [frontline, senior]
              people:
                - {name: mia}
                - {name: sue, level: senior}
            """)
        let id = try desk.opened()
        try desk.bench("mia").claim(id)
        let raised = try desk.bench("mia").escalate(id, reason: "over-limit")
        #expect(raised.owner == nil)
        #expect(try raised.contents().step == 1)
        #expect(throws: CaseWorkError.notAble(id, "mia", [.level(0, needed: 1)])) { try desk.bench("mia").claim(id) }
        #expect(try desk.bench("sue").claim(id).owner == "sue")
        #expect(throws: CaseWorkError.topOfLadder(id, "senior")) {
            try desk.bench("sue").escalate(id, reason: "over-limit")
        }
        #expect(throws: CaseWorkError.nobody("max", ["mia", "sue"])) { try desk.bench("mia").assign(id, to: "max") }
    }

    @Test func aCaseIsPassedUpToTheNextStepOnWhichSomebodyCanWorkIt() throws {
        var desk = desk
        desk.rules = try rules(
            """
            cases:
              levels: [frontline, senior, head]
              people:
                - {name: mia}
                - {name: sue, level: senior, sides: [seller]}
                - {name: hal, level: head}
            """)
        let id = try desk.opened()
        #expect(try desk.bench("mia").escalate(id, reason: "over-limit").contents().step == 2)
        #expect(throws: CaseWorkError.topOfLadder(id, "head")) { try desk.bench("hal").escalate(id, reason: "again") }
    }

    // MARK: Where it stands

    @Test func aHoldEndsByItself() throws {
        let id = try desk.opened()
        try desk.bench("mia", at: 100).hold(id, until: DeskSample.hour(110))
        #expect(try desk.record("7")?.state == "on-hold")
        #expect(try desk.bench("mia", at: 109).label(id, urgency: .high).state == "on-hold")
        #expect(try desk.bench("mia", at: 111).label(id, urgency: .low).state == "open")
    }

    @Test func whatIsOverIsOpenedAgainAndNotOtherwiseWorkedOn() throws {
        let id = try desk.opened()
        try desk.bench("mia").move(id, to: .solved)
        #expect(throws: CaseWorkError.isOver(id, .solved)) { try desk.bench("mia").draft(id, "More.") }
        #expect(throws: CaseWorkError.isOver(id, .solved)) { try desk.bench("mia").move(id, to: .open) }
        #expect(try desk.bench("mia").reopen(id).state == "open")
        #expect(throws: CaseWorkError.notOver(id, .open)) { try desk.bench("mia").reopen(id) }
    }

    // MARK: Writing

    @Test func anAnswerIsADraftUntilAPersonApprovesOfIt() throws {
        let id = try desk.opened()
        let draft = try desk.bench("mia").draft(id, "It left today.")
        #expect(try desk.record("7")?.contents().messages.count == 1)
        #expect(try desk.store.messages(in: .draft).map(\.id) == [draft])
        try desk.bench("ben").approve(draft)
        #expect(try desk.store.messages(in: .approved).map(\.id) == [draft])
        #expect(throws: CaseWorkError.noDraft(draft, .approved)) { try desk.bench("ben").approve(draft) }
        try desk.bench("ben").discard(draft)
        #expect(try desk.store.messages(in: .discarded).map(\.id) == [draft])
    }

    @Test(arguments: [("It is on its way.\nMia", "It is on  its way.\r\nMia\n"), ("- done", "'- done")])
    func anAnswerThatItsToolBringsBackIsTheSameAnswer(written: String, brought: String) throws {
        let id = try desk.opened()
        let draft = try desk.bench("mia").draft(id, written)
        try desk.bench("ben", at: 101).approve(draft)
        let file = try #require(try desk.bench("ben", at: 102).replyFiles().first)
        _ = try desk.bench("ben", at: 102).written(file, to: "/replies.csv")
        var ticket = Conversation.ticket("7", updated: 120)
        // Another answer, given in the tool, and one that the desk wrote.
        for (code, text) in [("a", "We look into it."), ("b", brought)] {
            ticket.messages.append(
                CorrespondenceMessage(code: code, at: DeskSample.hour(120), author: .agent("tool"), text: text))
        }
        try desk.taken([ticket], at: 130)
        let record = try #require(try desk.record("7"))
        let contents = try record.contents()
        #expect(contents.messages.map(\.at) == [1, 102, 120].map(DeskSample.hour))
        let messages = try desk.store.messages(of: [id])
        #expect(messages.count == 3)
        #expect(messages.first { $0.id == draft }?.author == "mia")
        #expect(messages.first { $0.id == draft }?.state == .written)
        #expect(try desk.taken([ticket], at: 131).same.count == 1)
    }

    @Test func aNoteIsForTheDeskAlone() throws {
        let id = try desk.opened()
        try desk.bench("mia").note(id, "Their second one.")
        let contents = try #require(try desk.record("7")).contents()
        #expect(contents.messages.last?.message.isInternal == true)
        #expect(contents.state == .open)
    }

    @Test(arguments: ["", "  \n"]) func aTextSaysSomething(text: String) throws {
        let id = try desk.opened()
        #expect(throws: CaseWorkError.textLength(0)) { try desk.bench("mia").note(id, text) }
    }

    // MARK: Macros and checklists

    private static let macros = """
        cases:
          macros:
            - id: where
              reply: {de: "Guten Tag, {agent} kümmert sich um {order}.", other: "Hello, {agent} looks into {order}."}
              note: Asked the carrier.
              state: waiting-on-other
              tags: [shipping]
              checklist: carrier
            - {id: thanks, reply: {de: Danke}}
          checklists:
            - {id: carrier, steps: [ask the carrier, tell the buyer]}
        """

    @Test func numbersOfCardsThatTheDeskWritesAreNotKept() throws {
        var desk = desk
        desk.rules = try rules(
            "cases:\n  macros: [{id: card, reply: \"Refunded to 4111 1111 1111 1111.\", note: \"5500 0000 0000 0004\"}]"
        )
        let id = try desk.opened()
        let bench = desk.bench("mia")
        try bench.note(id, "card 5500 0000 0000 0004 said by phone, back at 10")
        try bench.draft(id, "Hello, card 4111 1111 1111 1111")
        try bench.apply("card", to: id)
        let access = Access(by: .flywheel, at: DeskSample.hour(100), purpose: "t")
        let texts = try desk.store.texts(.cases([id]), fields: [.message], for: access).map(\.text)
        #expect(
            Set(texts.dropFirst()) == [
                "card [card ending 0004] said by phone, back at 10", "Hello, card [card ending 1111]",
                "Refunded to [card ending 1111].", "[card ending 0004]",
            ])
        #expect(CaseWorkbench.cards(in: "4111 1111 1111 1111 and 5500 0000 0000 0004, order 12") == 2)
    }

    @Test func aMacroDoesAllOfItAsOneAct() throws {
        var desk = desk
        desk.rules = try rules(Self.macros)
        var ticket = Conversation.ticket("7")
        ticket.links = [FoundLink(.order, "302-1234567-1234567", .stated)]
        var book = LinkBook()
        book.add(order: "302-1234567-1234567", of: ["OL-5"], on: "US")
        try desk.taken([ticket], book: book)
        let before = try #require(try desk.record("7"))
        #expect(before.listings == ["OL-5"])
        let done = try desk.bench("mia").apply("where", to: before.id)
        #expect(done.state == "open", "nobody was answered yet")
        #expect(done.version == before.version + 1)
        let contents = try done.contents()
        #expect(contents.tags == ["shipping"])
        #expect(contents.checklists == ["carrier"])
        let texts = try desk.store.texts(
            .cases([done.id]), fields: [.message], for: Access(by: .flywheel, at: DeskSample.hour(99), purpose: "test")
        ).map(\.text)
        #expect(texts.contains("Hello, mia looks into 302-1234567-1234567."))
        #expect(texts.contains("Asked the carrier."))
        let undone = try desk.bench("mia").undo(done.id)
        #expect(try undone.cases.first?.contents() == before.contents())
        #expect(try desk.store.messages(of: [done.id]).count == 1)
    }

    @Test func theStateOfAMacroComesOnceItsAnswerIsWritten() throws {
        var desk = desk
        desk.rules = try rules(
            """
            cases:
              macros:
                - {id: done, reply: Done., state: solved}
                - {id: ask, reply: Where?, state: waiting-on-requester}
                - {id: end, state: closed}
            """)
        let bench = desk.bench("mia")
        let (one, two) = (try desk.opened("1"), try desk.opened("2"))
        for macro in ["ask", "done"] {
            #expect(try bench.apply(macro, to: one).state == "open")
            #expect(try bench.apply(macro, to: two).state == "open")
        }
        let drafts = try [one, two].map { try desk.store.messages(of: [$0]).filter { $0.state == .draft }.map(\.id) }
        // What is discarded asks nobody, and leaves nothing behind.
        for draft in drafts[1] { try bench.discard(draft) }
        #expect(try desk.record("2")?.state == "open" && desk.record("2")?.contents().plans == nil)
        try bench.approve(drafts[0][1])
        try bench.discard(drafts[0][0])
        try bench.written(try #require(try bench.replyFiles().first), to: "/a.csv")
        #expect(try desk.record("1")?.state == "solved" && desk.record("1")?.contents().plans == nil)
        #expect(try bench.apply("end", to: two).state == "closed")
    }

    @Test func whatIsMaskedFillsNoBlankAndGoesIntoNoFile() throws {
        var desk = desk
        desk.rules = try rules(
            """
            cases:
              people: [{name: ann, groups: front}, {name: mia}]
              macros: [{id: dear, reply: {other: "Dear {name}"}}]
              masking: {front: [name, message]}
            """)
        let id = try desk.opened()
        #expect(throws: CaseWorkError.macroGap(id, macro: "dear", what: "name")) {
            try desk.bench("ann").apply("dear", to: id)
        }
        #expect(throws: CaseWorkError.self) { try desk.bench("ann").preview("dear", of: id) }
        #expect(try desk.bench("mia").preview("dear", of: id).answer == "Dear Jo Doe")
        let draft = try desk.bench("mia").draft(id, "It left today.")
        try desk.bench("mia").approve(draft)
        #expect(throws: CaseWorkError.textsHidden) { try desk.bench("ann").replyFiles() }
        #expect(try desk.bench("mia").replyFiles().count == 1)
        #expect(try desk.store.accesses(to: nil, limit: 99).allSatisfy { $0.access.by.name == "mia" })
    }

    @Test func twoAccountsEachHaveATicketOfOneNumberAndAFileOfTheirOwn() throws {
        let bench = desk.bench("mia")
        for account in ["north", "south"] {
            try desk.taken([.ticket("7")], account: account)
            let key = CaseKey(source: "zendesk", account: account, code: "7")
            let id = try #require(try desk.store.caseRecords(keyed: [key])[key]).id
            try bench.approve(try bench.draft(id, "Dear \(account)"))
        }
        let files = try bench.replyFiles()
        #expect(files.map(\.account) == ["north", "south"] && Set(files.map(\.name)).count == 2)
        for file in files { #expect(String(decoding: file.bytes, as: UTF8.self).contains("7,Dear \(file.account),")) }
    }

    @Test func theAnswersOfAFileAreMarkedAllOrNone() throws {
        let (one, two) = (try desk.opened("1"), try desk.opened("2"))
        let bench = desk.bench("mia")
        let drafts = try [one, one, two].map { try bench.draft($0, "It left today.") }
        for draft in drafts { try bench.approve(draft) }
        let file = try #require(try bench.replyFiles().first)
        try bench.discard(drafts[2])
        let before = try desk.store.caseRecords([one, two])
        #expect(throws: CaseWorkError.noDraft(drafts[2], .discarded)) { try bench.written(file, to: "/a.csv") }
        #expect(try desk.store.caseRecords([one, two]) == before && bench.writtenFiles().isEmpty)
        let rest = try #require(try bench.replyFiles().first)
        #expect(try bench.written(rest, to: "/b.csv").map(\.state) == ["waiting-on-requester"])
        #expect(try bench.writtenFiles().map(\.path) == ["/b.csv", "/b.csv"])
        #expect(try desk.record("1")?.contents().messages.count == 3)
        #expect(throws: CaseWorkError.noDraft(drafts[0], .written)) { try bench.written(rest, to: "/c.csv") }
        #expect(try desk.store.journalFaults().isEmpty)
    }

    @Test func aMacroOfWhichOneBlankCannotBeFilledDoesNothing() throws {
        var desk = desk
        desk.rules = try rules(Self.macros)
        let id = try desk.opened()
        let before = try desk.record("7")
        #expect(throws: CaseWorkError.macroGap(id, macro: "where", what: "order")) {
            try desk.bench("mia").apply("where", to: id)
        }
        #expect(throws: CaseWorkError.macroGap(id, macro: "thanks", what: "answer in en")) {
            try desk.bench("mia").apply("thanks", to: id)
        }
        #expect(throws: CaseWorkError.unknownMacro("wher", ["where", "thanks"])) {
            try desk.bench("mia").apply("wher", to: id)
        }
        #expect(try desk.record("7") == before)
        #expect(try desk.store.messages(of: [id]).count == 1)
    }

    @Test func theStepsOfAChecklistAreMarkedOnce() throws {
        var desk = desk
        desk.rules = try rules(Self.macros)
        let id = try desk.opened()
        try desk.bench("mia").start(checklist: "carrier", on: id)
        let marked = try desk.bench("mia").mark(2, of: "carrier", on: id)
        #expect(try marked.contents().stepsDone(of: "carrier") == [2])
        #expect(try desk.bench("mia").mark(2, of: "carrier", on: id).version == marked.version)
        #expect(throws: CaseWorkError.noStep(id, checklist: "carrier", 3, of: 2)) {
            try desk.bench("mia").mark(3, of: "carrier", on: id)
        }
    }

    // MARK: Undoing

    @Test func onesOwnLastActIsTakenBackButNotFromUnderAnother() throws {
        let id = try desk.opened()
        try desk.bench("mia").claim(id)
        let undone = try desk.bench("mia").undo(nil)
        #expect(undone.undone == .claimed)
        #expect(undone.cases.first?.owner == nil)
        try desk.bench("mia").label(id, urgency: .high)
        try desk.bench("ben", at: 101).label(id, urgency: .low)
        #expect(throws: CaseWorkError.builtOn(id, by: "ben", .labelled, at: DeskSample.hour(101))) {
            try desk.bench("mia", at: 102).undo(id)
        }
        #expect(throws: CaseWorkError.nothingToUndo(id, "zoe")) { try desk.bench("zoe").undo(id) }
    }

    @Test func theJournalAgreesAndHoldsNoPersonalText() throws {
        let id = try desk.opened()
        try desk.bench("mia").note(id, "Jo Doe is angry.")
        try desk.bench("mia").draft(id, "Dear Jo Doe")
        #expect(try desk.store.journalFaults().isEmpty)
        let told = try desk.store.events().map { "\($0)" }.joined()
        #expect(!told.contains("Doe"))
    }
}
