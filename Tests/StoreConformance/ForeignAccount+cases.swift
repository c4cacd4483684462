import FlywheelKit
import FlywheelStore
import Testing

extension ForeignAccount {
    /// Tries what a store does with cases on one of `west`.
    func expectNoCases(_ requirement: StoreRequirement) throws {
        switch requirement {
        case .reserveCases: #expect(try reader.reserve(1, of: CaseRecord.self) > mail.id)
        case .identityKey: #expect(try reader.identityKey() == store.identityKey())
        case .perform:
            for act in try forbiddenActs() { expectUnknown { try reader.perform(act, by: person, at: noon) } }
        case .take:
            for act in try forbiddenActs() { expectUnknown { _ = try reader.take([act], by: person, at: noon) } }
        case .lastCaseStep:
            for id in [nil, mail.id] { #expect(try reader.lastCaseStep(by: person.name, of: id) == nil) }
        case .undoCases:
            expectUnknown { _ = try reader.undo(caseStep, by: person, at: noon) }
            let disguised = CaseStep(id: caseStep.id, verb: caseStep.verb, at: noon, cases: [])
            #expect(throws: StoreError.self) { _ = try reader.undo(disguised, by: person, at: noon) }
        case .casesByID: #expect(try reader.caseRecords([mail.id]).isEmpty)
        case .casesByKey: #expect(try reader.caseRecords(keyed: [mail.key]).isEmpty)
        case .casesAsked: for query in queries { #expect(try reader.caseRecords(query, limit: 9).isEmpty) }
        case .countCases: for query in queries { #expect(try reader.countCases(query, limit: 9) == 0) }
        case .messagesOfCases: #expect(try reader.messages(of: [mail.id]).isEmpty)
        case .messagesByID: #expect(try reader.messages([message]).isEmpty)
        case .messagesBySource: #expect(try reader.messages(sourced: [Self.digest]).isEmpty)
        case .messagesByState:
            for state in MessageRecord.State.allCases { #expect(try reader.messages(in: state).isEmpty) }
        case .partiesByID: #expect(try reader.parties([party]).isEmpty)
        // One person is one number, so that a second account's mail is filed under it; nothing is known of it but that.
        case .partiesIdentified: #expect(try reader.parties(identified: [Self.digest]) == [Self.digest: party])
        case .decisions: for cases in [nil, [mail.id]] { #expect(try reader.decisions(of: cases).isEmpty) }
        case .outreach: for party in [nil, party] { #expect(try reader.outreach(with: party).isEmpty) }
        case .keepModel:
            expectRefused { try reader.keep(ModelRecord(kind: "triage", at: noon, by: "ada", bytes: [2]), by: person) }
        case .model: #expect(try reader.model("triage", digest: nil) == nil)
        default: try expectNoTexts(requirement)
        }
    }

    private func expectNoTexts(_ requirement: StoreRequirement) throws {
        switch requirement {
        case .texts:
            for scope in [TextScope.cases([mail.id]), .identities([party]), .party(party)] {
                let fields = Set(PersonalText.Field.allCases)
                #expect(try reader.texts(scope, fields: fields, for: Self.look).isEmpty)
            }
            #expect(try store.accesses(to: nil, limit: 9).count == 1, "what was not shown is not logged")
        case .search: #expect(try reader.search("zebra", in: [.message, .rationale], limit: 1).isEmpty)
        case .accesses: for party in [nil, party] { #expect(try reader.accesses(to: party, limit: 1).isEmpty) }
        case .erase:
            var erasure = Erasure()
            erasure.cases = [mail.id]
            expectRefused { _ = try reader.erase(erasure, by: person, at: noon) }
        case .overwriteErased: expectRefused { try reader.overwriteErased() }
        // Views are people's, not accounts'; what they find is the account's.
        case .views: #expect(try reader.views(of: .cases) == store.views(of: .cases))
        case .keepView, .removeView:
            try reader.keep(SavedView(of: .cases, name: "mine", owner: "ada", query: "{}"))
            #expect(try reader.views(of: .cases).map(\.name) == ["mine"])
            try reader.removeView("mine", of: .cases, owner: "ada")
            #expect(try store.views(of: .cases).isEmpty)
        default: Issue.record("\(requirement) is not tried")
        }
    }

    private var queries: [CaseQuery] {
        var (west, theirs, listed) = (CaseQuery(), CaseQuery(), CaseQuery())
        west.accounts = ["west"]
        theirs.party = party
        listed.accounts = ["north", "west"]
        return [CaseQuery(), west, theirs, listed]
    }

    /// An act on each thing of `west`, disguised among what belongs to `north` where that can be.
    private func forbiddenActs() throws -> [CaseAct] {
        func act(_ body: (inout CaseAct) throws -> Void) rethrows -> CaseAct {
            var act = CaseAct()
            try body(&act)
            return act
        }
        let fresh = try store.reserve(1, of: CaseRecord.self)
        let north = CaseRecord(
            id: fresh, key: CaseKey(source: "zendesk", account: "north", code: "9"), state: "open", body: "{}")
        var merged = north
        merged.mergedInto = mail.id
        let disguised = CaseRecord(id: mail.id, key: north.key, state: "open", body: "{}")
        var stolen = MessageRecord(id: message, case: fresh, at: noon, state: .discarded)
        stolen.author = "ada"
        let own = MessageID(900)
        return [
            CaseAct([mail], expecting: mail.version), CaseAct([disguised], expecting: mail.version),
            CaseAct([merged]),
            act { $0.parties = [PartyRecord(id: party, side: "seller", since: noon)] },
            act { $0.identities = [PartyIdentity([1], of: party)] },
            act { $0.messages = [MessageRecord(id: own, case: mail.id, at: noon, state: .draft)] },
            act {
                $0 = CaseAct([north])
                $0.messages = [stolen]
            },
            act {
                $0.decisions = [
                    DecisionRecord(
                        id: DecisionID(900), case: mail.id, at: noon, by: "ada", role: "lead", kind: "refund")
                ]
            },
            act {
                $0.outreach = [
                    OutreachRecord(
                        id: contact, template: "delay", party: party, case: nil, at: noon, state: "approved")
                ]
            },
            act {
                $0.texts = [PersonalText(.name, party.number, case: nil, party: nil, at: noon, "John Doe")]
            },
            act {
                $0 = CaseAct([north])
                $0.texts = [PersonalText(.message, message.number, case: fresh, party: nil, at: noon, "x")]
            },
            act {
                $0 = CaseAct([north])
                $0.texts = [PersonalText(.rationale, decision.number, case: fresh, party: nil, at: noon, "x")]
            },
            act {
                $0 = CaseAct([north])
                $0.events = [JournalEvent(.moved, mail.id.description)]
            },
        ]
    }
}
