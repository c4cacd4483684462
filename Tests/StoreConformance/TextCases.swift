import FlywheelKit
import FlywheelStore
import Testing

/// What people wrote at the desk and who they are: where it stands, who sees it, and how it ends.
extension Bench {
    func textsStandApartFromTheJournal() throws {
        let (id, party, message) = try take("1", saying: "My name is Jane Roe")
        #expect(try texts(.cases([id])) == ["My name is Jane Roe", "Parcel 1"])
        #expect(try texts(.identities([party])) == ["Jane Roe"])
        #expect(try texts(.party(party)) == ["Jane Roe", "My name is Jane Roe", "Parcel 1"])
        #expect(try texts(.cases([id]), .subject) == ["Parcel 1"])
        #expect(try texts(.cases([CaseID(99)])).isEmpty)
        #expect(try store.events().allSatisfy { !"\($0.event)".contains("Jane") })
        var act = CaseAct()
        act.texts = [PersonalText(.message, message.number, case: id, party: party, at: noon, "said otherwise")]
        try store.perform(act, by: person, at: noon)
        #expect(try texts(.cases([id]), .message) == ["said otherwise"], "a text has one place")
    }

    func messagesHaveTheirStates() throws {
        let (id, _, received) = try take("1")
        let first = try store.reserve(2, of: MessageRecord.self)
        var draft = MessageRecord(id: first, case: id, at: noon, state: .draft)
        draft.author = "ada"
        draft.source = [1, 2]
        draft.contents = [3]
        let earlier = MessageRecord(
            id: MessageID(first.number + 1), case: id, at: noon.advanced(byDays: -1), state: .note)
        var act = CaseAct()
        act.messages = [draft, earlier]
        act.events = [JournalEvent(.drafted, "\(id)", detail: "\(first)")]
        try store.perform(act, by: person, at: noon)
        #expect(try store.messages(of: [id]).map(\.id) == [earlier.id, received, first])
        #expect(try store.messages(in: .draft) == [draft])
        draft.state = .written
        draft.file = ChangeRecord.File(path: "/a b/ü.json", digest: "00ff", at: noon, by: "ada")
        act.messages = [draft]
        try store.perform(act, by: person, at: noon)
        try reopen()
        #expect(try store.messages([first]) == [draft])
        #expect(try store.messages(sourced: [[1, 2], [9]]) == [draft])
        #expect(try store.messages(sourced: []).isEmpty)
        #expect(try store.messages(in: .draft).isEmpty)
        #expect(try store.messages(in: .received).map(\.id) == [received])
    }

    func decisionsAreKeptAndSealed() throws {
        let (id, _, _) = try take("1")
        let first = try store.reserve(2, of: DecisionRecord.self)
        let euro = try #require(Currency("EUR"))
        let decisions = [
            DecisionRecord(
                id: first, case: id, at: noon, by: "ada", role: "lead", kind: "refund",
                amount: Money(minorUnits: 1_999, euro)),
            DecisionRecord(
                id: DecisionID(first.number + 1), case: id, at: noon, by: "ben", role: "head", kind: "reversal",
                replaces: first, body: "{\"rule\":\"r1\"}"),
        ]
        var act = CaseAct([try caseRecord(id)], expecting: 1, .decided)
        act.decisions = decisions
        act.texts = [
            PersonalText(.rationale, first.number, case: id, party: nil, at: noon, "Carrier lost Jane's parcel")
        ]
        try store.perform(act, by: person, at: noon)
        try reopen()
        #expect(try store.decisions(of: nil) == decisions)
        #expect(try store.decisions(of: [id]) == decisions)
        #expect(try store.decisions(of: [CaseID(99)]).isEmpty)
        let sealed = try store.history(of: "\(id)").map(\.event).filter { $0.verb == .noted }
        #expect(sealed.count == 1 && sealed[0].detail.hasPrefix("\(first) "))
        #expect(try store.journalFaults().isEmpty)
    }

    func wordsAreFoundWhereTheyStand() throws {
        let (first, _, message) = try take("1", saying: "Das Päckchen ist BESCHÄDIGT, order 302")
        let (second, _, _) = try take("2", saying: "parcel late", at: noon.advanced(byDays: 1))
        func found(_ words: String, _ fields: Set<PersonalText.Field> = [.subject, .message]) throws -> [TextPlace] {
            try store.search(words, in: fields, limit: 9)
        }
        #expect(try found("beschädigt 30") == [TextPlace(.message, message.number, case: first)])
        #expect(try found("Päckchen\u{2013}BESCHÄDIGT").map(\.case) == [first], "what is no letter tells words apart")
        #expect(try found("5\u{BC}\u{A6}\u{CC}").isEmpty)
        #expect(try found("30 beschädigt").isEmpty, "only the last may be the beginning of a word")
        #expect(try found("PARCEL", [.subject]).map(\.case) == [second, first])
        #expect(try found("parcel", [.message]).map(\.case) == [second])
        #expect(try found("parcel", [.rationale]).isEmpty)
        #expect(try store.search("parcel", in: [.subject, .message], limit: 1).map(\.case) == [second])
        #expect(try found("Roe", Set(PersonalText.Field.allCases)).isEmpty, "who people are is not searched")
        for words in ["", " ", "\"", "NOT", "a AND (", "*", "text: x"] { #expect(try found(words).isEmpty, "\(words)") }
    }

    func accessOfPeopleIsLogged() throws {
        let (one, ada, _) = try take("1")
        let (two, ben, _) = try take("2")
        let fields: Set<PersonalText.Field> = [.subject, .message, .address]
        _ = try store.texts(.cases([one, two]), fields: fields, for: look)
        _ = try store.texts(.identities([ben]), fields: [.name], for: look)
        _ = try store.texts(.identities([ben]), fields: [.address], for: look)
        _ = try store.texts(.party(ada), fields: fields, for: Access(by: .flywheel, at: noon, purpose: "triage"))
        try reopen()
        let log = try store.accesses(to: nil, limit: 9)
        #expect(log.map(\.parties) == [[ben], [ada, ben]], "newest first; nothing seen, nothing logged")
        #expect(log.map(\.cases) == [[], [one, two]])
        #expect(log.map(\.fields) == [[.name], [.subject, .message]])
        #expect(log.allSatisfy { $0.access == look })
        #expect(try store.accesses(to: ada, limit: 9) == [log[1]])
        #expect(try store.accesses(to: nil, limit: 1) == [log[0]])
    }

    func erasedTextsStayErased() throws {
        let (id, party, message) = try take("1")
        let (other, stranger, _) = try take("2", from: "Ben Low", saying: "I know JANE\n> ROE and Jane Roemer")
        var decided = CaseAct([try caseRecord(id)], expecting: 1, .decided)
        let decision = try store.reserve(1, of: DecisionRecord.self)
        let amount = Money(minorUnits: 500, try #require(Currency("USD")))
        decided.decisions = [
            DecisionRecord(id: decision, case: id, at: noon, by: "ada", role: "lead", kind: "refund", amount: amount)
        ]
        decided.texts = [PersonalText(.rationale, decision.number, case: id, party: nil, at: noon, "she was right")]
        try store.perform(decided, by: person, at: noon)
        var erasure = Erasure()
        erasure.parties = [party]
        erasure.strings = ["Jane Roe", ""]
        erasure.events = [JournalEvent(.erased, "\(party)", detail: "digest")]
        let later = noon.advanced(byDays: 1)
        #expect(try store.erase(erasure, by: person, at: later) == ErasureReport(texts: 4, redacted: 1))
        #expect(try texts(.party(party)).isEmpty)
        #expect(try texts(.cases([id])).isEmpty)
        #expect(try texts(.cases([other]), .message) == ["I know [erased] and Jane Roemer"])
        #expect(try texts(.identities([stranger])) == ["Ben Low"])
        #expect(try store.search("parcel", in: [.subject, .message], limit: 9).map(\.case) == [other])
        #expect(try store.search("jane", in: [.message], limit: 9).count == 1)
        #expect(try store.decisions(of: [id]).map(\.amount) == [amount], "sums stay")
        #expect(try store.messages(of: [id]).map(\.id) == [message])
        #expect(try caseRecord(id).erased == later)
        #expect(try store.parties([party]).map(\.erased) == [later])
        #expect(try store.history(of: "\(party)").map(\.event.verb) == [.erased])

        var again = CaseAct([try caseRecord(id)], expecting: 2)
        again.parties = [PartyRecord(id: party, side: "buyer", since: noon)]
        again.texts = [
            PersonalText(.name, party.number, case: nil, party: party, at: later, "Jane Roe"),
            PersonalText(.message, message.number, case: id, party: party, at: noon, "Where is my parcel?"),
        ]
        try store.perform(again, by: person, at: later.advanced(byDays: 1))
        #expect(try texts(.party(party)).isEmpty, "an old file brings nothing back")
        let since = later.advanced(bySeconds: 1)
        again.cases[0].expecting = 3
        again.texts = [PersonalText(.name, party.number, case: nil, party: party, at: since, "Jane Roe")]
        try store.perform(again, by: person, at: since)
        #expect(try texts(.party(party)) == ["Jane Roe"], "what is new is kept")
        #expect(try store.parties([party]).map(\.erased) == [later])
        #expect(try caseRecord(id).erased == later)
        #expect(try store.erase(erasure, by: person, at: since).texts == 1)
        #expect(try store.erase(erasure, by: person, at: since) == ErasureReport())
        try store.overwriteErased()
        try store.overwriteErased()
        #expect(try store.journalFaults().isEmpty)
    }

    func textsOfOneCaseAreErasedAlone() throws {
        let (id, party, _) = try take("1")
        var second = CaseAct([try newCase("2")])
        second.cases[0].record.party = party
        second.texts = [
            PersonalText(
                .subject, second.cases[0].record.id.number, case: second.cases[0].record.id, party: party, at: noon, "2"
            )
        ]
        try store.perform(second, by: person, at: noon)
        var erasure = Erasure()
        erasure.cases = [id]
        #expect(try store.erase(erasure, by: person, at: noon).texts == 2)
        #expect(try texts(.party(party)) == ["Jane Roe", "2"])
        #expect(try store.parties([party]).map(\.erased) == [nil])
        #expect(try caseRecord(second.cases[0].record.id).erased == nil)
    }

    func erasureReachesNotesAndRejects() throws {
        let exception = try open("K1")[0]
        let record = try #require(try store.exception(exception))
        try store.change(
            record, expecting: 1, event: nil, note: "called jane@example.com, will wait", by: person, at: noon)
        var file = draft("a")
        file.fileName = "jane@example.com.csv"
        let id = try store.beginImport(file, by: person)
        try store.stage(
            [Reject(line: 1, column: 2, heading: "day", code: "day-format", reason: "r", excerpt: "Jane@Example.com")],
            for: id)
        try store.finishImport(id, as: .kept, ImportSummary())
        #expect(try store.imports().map(\.draft.fileName) == ["jane@example.com.csv"])
        var erasure = Erasure()
        erasure.strings = ["jane@example.com"]
        erasure.events = [JournalEvent(.erased, "P1")]
        #expect(try store.erase(erasure, by: person, at: noon) == ErasureReport(texts: 0, redacted: 3))
        #expect(try store.notes(on: exception).map(\.text) == ["called [erased], will wait"])
        #expect(try store.rejects(of: id, offset: 0, limit: 9).map(\.excerpt) == ["[erased]"])
        #expect(try store.imports().map(\.draft.fileName) == ["[erased].csv"])
        #expect(try store.journalFaults().isEmpty)
    }

    func erasureReachesWordsOfSourcesAndViews() throws {
        let (id, party, _) = try take("1")
        var record = try caseRecord(id)
        record.body = #"{"tags":["JANE ROE"]}"#
        var act = CaseAct([record], expecting: 1, .labelled)
        act.isUndoable = true
        let (decision, contact) = (
            try store.reserve(1, of: DecisionRecord.self), try store.reserve(1, of: OutreachRecord.self)
        )
        act.decisions = [
            DecisionRecord(id: decision, case: id, at: noon, by: "a", role: "r", kind: "k", body: #"{"to":"Jane Roe"}"#)
        ]
        act.outreach = [
            OutreachRecord(
                id: contact, template: "t", party: party, case: id, at: noon, state: "s", body: #"{"to":"Jane Roe"}"#)
        ]
        try store.perform(act, by: person, at: noon)
        record.body = "{}"
        var second = CaseAct([record], expecting: 2, .labelled)
        second.isUndoable = true
        try store.perform(second, by: person, at: noon)
        record.body = #"{"tags":["jane roe"]}"#
        try store.perform(CaseAct([record], expecting: 3, .labelled), by: person, at: noon)
        try store.keep(SavedView(of: .cases, name: "v", owner: "", query: "jane roe"))
        var erasure = Erasure()
        erasure.strings = ["Jane Roe"]
        let report = try store.erase(erasure, by: person, at: noon)
        #expect(report == ErasureReport(texts: 0, redacted: 6), "the name, two bodies, two of others, and a view")
        #expect(try caseRecord(id).body == #"{"tags":["[erased]"]}"#)
        #expect(try caseRecord(id).version == 5, "what somebody read before is not written back")
        #expect(try store.decisions(of: [id]).map(\.body) == [#"{"to":"[erased]"}"#])
        #expect(try store.outreach(with: party).map(\.body) == [#"{"to":"[erased]"}"#])
        #expect(try store.views(of: .cases).map(\.query) == ["[erased]"])
        #expect(try store.journalFaults().isEmpty)
    }

    func viewsAndModelsAreKept() throws {
        try store.keep(SavedView(of: .cases, name: "late", owner: "", query: "1"))
        try store.keep(SavedView(of: .cases, name: "late", owner: "ada", query: "2"))
        try store.keep(SavedView(of: .cases, name: "late", owner: "", query: "3"))
        #expect(try store.views(of: .cases).map(\.query) == ["3", "2"])
        try store.keep(SavedView(of: .queue, name: "late", owner: "ada", query: "4"))
        #expect(try store.views(of: .queue).map(\.query) == ["4"], "a view of another list is another")
        try store.removeView("late", of: .cases, owner: "ada")
        #expect(throws: StoreError.unknown("view late")) { try self.store.removeView("late", of: .cases, owner: "ada") }
        let models = (1...2).map { ModelRecord(kind: "triage", at: noon, by: "ada", bytes: [UInt8($0)]) }
        for model in models + models { try store.keep(model, by: person) }
        try reopen()
        #expect(try store.views(of: .cases).count == 1)
        #expect(try store.model("triage", digest: nil) == models[1])
        #expect(try store.model("triage", digest: models[0].digest) == models[0])
        #expect(try store.model("audit", digest: nil) == nil)
        #expect(try store.history(of: "triage").map(\.event.detail) == models.map(\.digest))
        #expect(try store.journalFaults().isEmpty)
    }

    func contactsHaveTheirStates() throws {
        let (id, party, _) = try take("1")
        var contact = OutreachRecord(
            id: try store.reserve(1, of: OutreachRecord.self), template: "late-order", party: party, case: id, at: noon,
            state: "proposed")
        var act = CaseAct()
        act.outreach = [contact]
        act.events = [JournalEvent(.contacted, "\(contact.id)", detail: "late-order")]
        try store.perform(act, by: person, at: noon)
        contact.state = "approved"
        contact.body = "{\"by\":\"ada\"}"
        act.outreach = [contact]
        try store.perform(act, by: person, at: noon)
        try reopen()
        #expect(try store.outreach(with: party) == [contact])
        #expect(try store.outreach(with: nil) == [contact])
        #expect(try store.outreach(with: PartyID(99)).isEmpty)
    }
}
