import FlywheelKit
import FlywheelStore
import Testing

/// Cases of the desk, and what is done to them.
extension Bench {
    func casesReturnAsTheyWere() throws {
        let (other, party, _) = try take("1")
        var full = try newCase("ü 2", state: "waiting")
        full.marketplace = "ATVPDKIKX0DER"
        full.side = "seller"
        full.owner = "ben"
        full.group = "disputes"
        full.language = "de"
        full.urgency = 3
        full.due = noon
        full.opened = noon.advanced(byDays: -1)
        full.updated = noon
        full.ended = noon
        full.isDone = true
        full.party = party
        full.listings = ["SKU 1", "SKU-2"]
        full.dispute = .open
        full.mergedInto = other
        try store.perform(CaseAct([full]), by: person, at: noon)
        try reopen()
        #expect(try caseRecord(full.id) == full)
        #expect(
            try store.caseRecords(keyed: [full.key, CaseKey(source: "", account: "", code: "")]) == [full.key: full])
        #expect(try store.caseRecords([full.id, CaseID(99), other]).map(\.id) == [other, full.id])
        #expect(try store.history(of: "\(full.id)").map(\.event.state) == ["waiting"])
        #expect(try store.reserve(1, of: CaseRecord.self) > full.id)
        #expect(try store.journalFaults().isEmpty)
    }

    func caseChangesNeedTheirVersion() throws {
        let (id, party, _) = try take("1")
        var record = try caseRecord(id)
        record.owner = "ada"
        try store.perform(CaseAct([record], expecting: 1, .claimed), by: person, at: noon)
        var late = CaseAct([record, try newCase("2")], expecting: 1)
        late.cases[1].expecting = 0
        late.texts = [PersonalText(.name, party.number, case: nil, party: party, at: noon, "Somebody else")]
        #expect(throws: StoreError.casesChangedMeanwhile([id])) { try self.store.perform(late, by: person, at: noon) }
        #expect(try caseRecord(id).version == 2)
        #expect(try store.caseRecords(CaseQuery(), limit: 9).map(\.key.code) == ["1"], "all of an act or nothing")
        #expect(try texts(.identities([party])) == ["Jane Roe"])
        let unknown = CaseRecord(id: CaseID(99), key: record.key, state: "open", body: "{}")
        #expect(throws: StoreError.unknown("case C99")) {
            try self.store.perform(CaseAct([unknown], expecting: 4), by: person, at: noon)
        }
        #expect(try store.journalFaults().isEmpty)
    }

    func manyActsAreEachWholeOrLate() throws {
        let known = try take("7").case
        let acts = try (1...40).map { CaseAct([try newCase("\($0)")]) }
        #expect(try store.take(acts, by: person, at: noon) == [6], "the one that is known under another id")
        #expect(try store.countCases(CaseQuery(), limit: 1_000) == 40)
        #expect(try store.countCases(CaseQuery(), limit: 10) == 10)
        #expect(try caseRecord(known).version == 1)
        #expect(try store.take(acts, by: person, at: noon) == Array(acts.indices), "and all of them twice")
        #expect(try store.take([], by: person, at: noon).isEmpty)
        #expect(try store.journalFaults().isEmpty)
    }

    func identitiesBelongToOneParty() throws {
        let key = try store.identityKey()
        try reopen()
        #expect(try store.identityKey() == key)
        let digest = IdentityDigest.of(address: " Jane@Example.com\n", key: key)
        #expect(digest == IdentityDigest.of(address: "jane@example.com", key: key))
        #expect(digest != IdentityDigest.of("jane@example.com", kind: "zendesk", key: key))
        func act(_ code: String) throws -> CaseAct {
            let party = try store.reserve(1, of: PartyRecord.self)
            var act = CaseAct([try newCase(code)])
            act.parties = [PartyRecord(id: party, side: nil, since: noon)]
            act.identities = [PartyIdentity(digest, of: party)]
            return act
        }
        let (first, second) = (try act("1"), try act("2"))
        #expect(try store.take([first, second, first], by: person, at: noon) == [1, 2])
        #expect(try store.parties(identified: [digest, [1]]) == [digest: first.parties[0].id])
        #expect(try store.parties([first.parties[0].id, second.parties[0].id]) == first.parties)
    }

    func casesAreSortedFilteredAndPaged() throws {
        let seed: UInt64 = 2_026
        var dice = SplitMix(seed: seed)
        var records = try (0..<120).map {
            try newCase("\($0)", state: dice.pick(["new", "open", "waiting", "solved"]))
        }
        for index in records.indices {
            records[index].isDone = records[index].state == "solved"
            records[index].side = dice.pick(["buyer", "seller", nil])
            records[index].owner = dice.pick(["ada", "ben", nil])
            records[index].group = dice.pick(["a", nil])
            records[index].language = dice.pick(["de", "en", nil])
            records[index].marketplace = dice.pick(["US", "DE", ""])
            records[index].urgency = dice.pick([0, 1, 2, 3, nil])
            records[index].due = dice.pick([noon, noon.advanced(byDays: 1), noon.advanced(byDays: -1), nil])
            records[index].updated = dice.pick([noon, noon.advanced(byDays: -3), nil])
            records[index].ended = records[index].isDone ? noon.advanced(byDays: -Double(index % 5)) : nil
            records[index].listings = dice.pick([["K1"], ["K1", "K2"], []])
            records[index].dispute = dice.pick([.open, .decided, nil])
            if index > 0, index % 9 == 0 { records[index].mergedInto = records[0].id }
        }
        #expect(try store.take(records.map { CaseAct([$0]) }, by: person, at: noon).isEmpty)
        for order in CaseQuery.Order.allCases {
            for number in 0..<12 {
                var query = CaseQuery()
                query.order = order
                query.isDone = dice.pick([true, false, nil])
                query.includesMerged = dice.pick([true, false])
                query.states = dice.pick([[], ["open", "solved"]])
                query.sides = dice.pick([[], ["buyer"]])
                query.owners = dice.pick([[], [], ["ada", "ben"]])
                query.isOwned = dice.pick([nil, nil, true, false])
                query.groups = dice.pick([[], [], ["a"]])
                query.languages = dice.pick([[], [], ["de"]])
                query.marketplaces = dice.pick([[], [], ["DE", ""]])
                query.sources = dice.pick([[], ["zendesk"]])
                query.accounts = dice.pick([[], ["north"]])
                query.disputes = dice.pick([[], [], [.open]])
                query.listing = dice.pick([nil, nil, "K2"])
                query.dueBefore = dice.pick([nil, nil, noon.advanced(bySeconds: 1)])
                query.updatedSince = dice.pick([nil, nil, noon])
                query.endedBefore = dice.pick([nil, nil, noon])
                query.endedSince = dice.pick([nil, nil, noon.advanced(byDays: -2)])
                let expected = records.filter(query.wants).sorted {
                    CaseCursor(of: $0, in: order).keys.lexicographicallyPrecedes(CaseCursor(of: $1, in: order).keys)
                }
                var pages: [CaseRecord] = []
                while true {
                    let page = try store.caseRecords(query, limit: 7)
                    pages += page
                    guard page.count == 7, let last = page.last else { break }
                    query.after = CaseCursor(of: last, in: order)
                }
                #expect(pages == expected, "\(order), question \(number), seed \(seed)")
            }
        }
    }

    func actsAreTakenBackOneByOne() throws {
        let (id, _, _) = try take("1")
        let (other, _, _) = try take("2")
        let fresh = try caseRecord(id)
        for state in ["claimed", "solved"] {
            var (one, two) = (try caseRecord(id), try caseRecord(other))
            one.state = state
            two.mergedInto = id
            let message = try store.reserve(1, of: MessageRecord.self)
            let decision = try store.reserve(1, of: DecisionRecord.self)
            var act = CaseAct([one, two], expecting: one.version, .moved)
            act.isUndoable = true
            act.messages = [MessageRecord(id: message, case: id, at: noon, state: .note)]
            act.decisions = [DecisionRecord(id: decision, case: id, at: noon, by: "ada", role: "lead", kind: "refund")]
            act.texts = [
                PersonalText(.message, message.number, case: id, party: nil, at: noon, "note \(state)"),
                PersonalText(.rationale, decision.number, case: id, party: nil, at: noon, "because \(state)"),
            ]
            try store.perform(act, by: person, at: noon)
        }
        let last = try #require(try store.lastCaseStep(by: person.name, of: id))
        #expect(last.verb == .moved && last.cases == [id, other])
        #expect(try store.lastCaseStep(by: "somebody", of: nil) == nil)
        #expect(try store.undo(last, by: person, at: noon).map(\.state) == ["claimed", "open"])
        #expect(
            try texts(.cases([id]), .message, .rationale) == ["Where is my parcel?", "note claimed", "because claimed"])
        let first = try #require(try store.lastCaseStep(by: person.name, of: nil))
        let restored = try store.undo(first, by: person, at: noon)
        #expect(throws: StoreError.casesChangedMeanwhile([id, other])) {
            try self.store.undo(first, by: person, at: noon)
        }
        var expected = fresh
        expected.version = 5
        #expect(restored.first == expected)
        #expect(try caseRecord(id) == expected)
        #expect(try caseRecord(other).mergedInto == nil)
        #expect(try store.messages(of: [id]).count == 1)
        #expect(try store.decisions(of: [id]).isEmpty)
        #expect(try store.lastCaseStep(by: person.name, of: nil) == nil)
        #expect(try store.history(of: "\(id)").map(\.event.verb).filter { $0 == .undone }.count == 2)
        #expect(try store.journalFaults().isEmpty)
    }

    func whatWasBuiltOnIsNotTakenBack() throws {
        let (id, _, _) = try take("1")
        var act = CaseAct([try caseRecord(id)], expecting: 1, .claimed)
        act.isUndoable = true
        try store.perform(act, by: person, at: noon)
        let step = try #require(try store.lastCaseStep(by: person.name, of: id))
        try store.perform(CaseAct([try caseRecord(id)], expecting: 2), by: .flywheel, at: noon)
        #expect(throws: StoreError.casesChangedMeanwhile([id])) { try self.store.undo(step, by: person, at: noon) }
        #expect(try caseRecord(id).version == 3)
    }
}

extension CaseQuery {
    /// The same question asked without a store.
    fileprivate func wants(_ record: CaseRecord) -> Bool {
        if let isDone, record.isDone != isDone { return false }
        if !includesMerged, record.mergedInto != nil { return false }
        if let isOwned, (record.owner != nil) != isOwned { return false }
        if let listing, !record.listings.contains(listing) { return false }
        if let dueBefore, record.due.map({ $0 < dueBefore }) != true { return false }
        if let updatedSince, record.updated.map({ $0 >= updatedSince }) != true { return false }
        if let endedSince, record.ended.map({ $0 >= endedSince }) != true { return false }
        if let endedBefore, record.ended.map({ $0 < endedBefore }) != true { return false }
        if !disputes.isEmpty, record.dispute.map(disputes.contains) != true { return false }
        let words: [([String], String?)] = [
            (states, record.state), (sides, record.side), (owners, record.owner), (groups, record.group),
            (languages, record.language), (marketplaces, record.marketplace), (sources, record.key.source),
            (accounts, record.key.account),
        ]
        return words.allSatisfy { wanted, word in wanted.isEmpty || word.map(wanted.contains) == true }
    }
}

extension SplitMix {
    /// One of some choices.
    fileprivate mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &self)]
    }
}
