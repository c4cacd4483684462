import FlywheelKit

/// Whether all that an act touches belongs to a scope's accounts.
struct ActScope {
    private let scope: ScopedStore
    private let act: CaseAct
    private let cases: Set<CaseID>
    private let messages: Set<MessageID>
    private let decisions: Set<DecisionID>
    /// The parties that cases of the act name: with the act they belong to an account that exists.
    private let parties: Set<PartyID>

    init(_ scope: ScopedStore, _ act: CaseAct) {
        self.scope = scope
        self.act = act
        cases = Set(act.cases.map(\.record.id))
        messages = Set(act.messages.map(\.id))
        decisions = Set(act.decisions.map(\.id))
        parties = Set(act.cases.compactMap(\.record.party))
    }

    /// Refuses the act where something in it is not there.
    func require() throws(StoreError) {
        try requireCases()
        for party in act.parties.map(\.id) + act.identities.map(\.party) { try require(party) }
        for message in try scope.store.messages(Array(messages)) {
            guard try scope.owns(message.case) else { throw .unknown("message \(message.id)") }
        }
        for place in act.messages.map(\.case) + act.decisions.map(\.case) { try require(place) }
        try requireOutreach()
        for text in act.texts { try require(text) }
        for event in act.events { try scope.require(event, besides: named) }
    }

    private func requireCases() throws(StoreError) {
        for (record, _) in act.cases { try scope.require(account: record.key.account) }
        for kept in try scope.store.caseRecords(Array(cases)) where !scope.accounts.contains(kept.key.account) {
            throw .unknown("case \(kept.id)")
        }
        for target in act.cases.compactMap(\.record.mergedInto) { try require(target) }
    }

    private func requireOutreach() throws(StoreError) {
        guard !act.outreach.isEmpty else { return }
        let ids = Set(act.outreach.map(\.id))
        let own = Set(try scope.outreach(with: nil).map(\.id))
        for kept in try scope.store.outreach(with: nil) where ids.contains(kept.id) && !own.contains(kept.id) {
            throw .unknown("contact \(kept.id)")
        }
        for contact in act.outreach {
            try require(contact.party)
            if let place = contact.case { try require(place) }
        }
    }

    private func require(_ text: PersonalText) throws(StoreError) {
        if let place = text.case { try require(place) }
        if let party = text.party { try require(party) }
        switch text.field {
        case .name, .address, .contact: try require(PartyID(text.number))
        case .subject: try require(CaseID(text.number))
        case .message, .attachments, .reference:
            let id = MessageID(text.number)
            if messages.contains(id) { return }
            guard try !scope.messages([id]).isEmpty else { throw .unknown("message \(id)") }
        case .rationale:
            let id = DecisionID(text.number)
            guard decisions.contains(id) else { throw .unknown("decision \(id)") }
        }
    }

    private func require(_ id: CaseID) throws(StoreError) {
        if !cases.contains(id) { try scope.require(id) }
    }

    private func require(_ id: PartyID) throws(StoreError) {
        if !parties.contains(id) { try scope.require(id) }
    }

    /// What the act itself brings, as the journal names it.
    private var named: Set<String> {
        Set(cases.map(\.description) + messages.map(\.description) + parties.map(\.description))
            .union(act.outreach.map(\.id.description))
    }
}
