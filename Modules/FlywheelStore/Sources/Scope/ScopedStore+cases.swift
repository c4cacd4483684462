public import FlywheelKit

/// A case belongs to the account in its name; messages, decisions and texts belong to their case. A party belongs to no account
/// by itself: it is known where one of its cases is.
extension ScopedStore {
    /// See ``CaseStore/reserve(_:of:)``.
    public func reserve<Kind: CaseRecordKind>(_ count: Int, of kind: Kind.Type) throws(StoreError) -> RecordID<Kind> {
        try store.reserve(count, of: kind)
    }

    /// See ``CaseStore/identityKey()``.
    public func identityKey() throws(StoreError) -> [UInt8] { try store.identityKey() }

    // MARK: Acts

    /// See ``CaseStore/perform(_:by:at:)``.
    public func perform(_ act: CaseAct, by actor: Actor, at: Instant) throws(StoreError) {
        try ActScope(self, act).require()
        try store.perform(act, by: actor, at: at)
    }

    /// See ``CaseStore/take(_:by:at:)``. One act on something that is not here refuses all of them.
    public func take(_ acts: [CaseAct], by actor: Actor, at: Instant) throws(StoreError) -> [Int] {
        for act in acts { try ActScope(self, act).require() }
        return try store.take(acts, by: actor, at: at)
    }

    /// See ``CaseStore/lastCaseStep(by:of:)``. Where the last of all changed a case that is not here, there is none.
    public func lastCaseStep(by name: String, of id: CaseID?) throws(StoreError) -> CaseStep? {
        guard let step = try store.lastCaseStep(by: name, of: id),
            try caseRecords(step.cases).count == Set(step.cases).count
        else { return nil }
        return step
    }

    /// See ``CaseStore/undo(_:by:at:)``. A step is only what the store itself gave out as the last one.
    public func undo(_ step: CaseStep, by actor: Actor, at: Instant) throws(StoreError) -> [CaseRecord] {
        for id in step.cases { try require(id) }
        guard let first = step.cases.first, try store.lastCaseStep(by: actor.name, of: first) == step else {
            throw .casesChangedMeanwhile(step.cases)
        }
        return try store.undo(step, by: actor, at: at)
    }

    // MARK: Cases

    /// See ``CaseStore/caseRecords(_:)``.
    public func caseRecords(_ ids: [CaseID]) throws(StoreError) -> [CaseRecord] {
        try store.caseRecords(ids).filter { accounts.contains($0.key.account) }
    }

    /// See ``CaseStore/caseRecords(keyed:)``.
    public func caseRecords(keyed keys: [CaseKey]) throws(StoreError) -> [CaseKey: CaseRecord] {
        try store.caseRecords(keyed: keys.filter { accounts.contains($0.account) })
    }

    /// See ``CaseStore/caseRecords(_:limit:)``.
    public func caseRecords(_ query: CaseQuery, limit: Int) throws(StoreError) -> [CaseRecord] {
        guard let own = own(query) else { return [] }
        return try store.caseRecords(own, limit: limit)
    }

    /// See ``CaseStore/countCases(_:limit:)``.
    public func countCases(_ query: CaseQuery, limit: Int) throws(StoreError) -> Int {
        guard let own = own(query) else { return 0 }
        return try store.countCases(own, limit: limit)
    }

    /// The question about cases that exist; `nil` where it asks for none of them.
    private func own(_ query: CaseQuery) -> CaseQuery? {
        var own = query
        own.accounts = query.accounts.isEmpty ? accounts.sorted() : accounts.filtering(query.accounts)
        return own.accounts.isEmpty ? nil : own
    }

    // MARK: What belongs to them

    /// See ``CaseStore/messages(of:)``.
    public func messages(of cases: [CaseID]) throws(StoreError) -> [MessageRecord] {
        try store.messages(of: try known(cases))
    }

    /// See ``CaseStore/messages(_:)``.
    public func messages(_ ids: [MessageID]) throws(StoreError) -> [MessageRecord] {
        try own(try store.messages(ids), \.case)
    }

    /// See ``CaseStore/messages(sourced:)``.
    public func messages(sourced digests: [[UInt8]]) throws(StoreError) -> [MessageRecord] {
        try own(try store.messages(sourced: digests), \.case)
    }

    /// See ``CaseStore/messages(in:)``.
    public func messages(in state: MessageRecord.State) throws(StoreError) -> [MessageRecord] {
        try own(try store.messages(in: state), \.case)
    }

    /// See ``CaseStore/parties(_:)``.
    public func parties(_ ids: [PartyID]) throws(StoreError) -> [PartyRecord] {
        try store.parties(try known(ids))
    }

    /// See ``CaseStore/parties(identified:)``. A person who wrote to several accounts is one number, which whoever has the
    /// address finds; what is known under it is here with its cases alone.
    public func parties(identified digests: [[UInt8]]) throws(StoreError) -> [[UInt8]: PartyID] {
        try store.parties(identified: digests)
    }

    /// See ``CaseStore/decisions(of:)``.
    public func decisions(of cases: [CaseID]?) throws(StoreError) -> [DecisionRecord] {
        guard let cases else { return try own(try store.decisions(of: nil), \.case) }
        return try store.decisions(of: try known(cases))
    }

    /// See ``CaseStore/outreach(with:)``.
    public func outreach(with party: PartyID?) throws(StoreError) -> [OutreachRecord] {
        let contacts = try store.outreach(with: party)
        let parties = Set(try known(contacts.map(\.party)))
        let cases = Set(try known(contacts.compactMap(\.case)))
        return contacts.filter { parties.contains($0.party) && $0.case.map(cases.contains) != false }
    }

    // MARK: Views and models

    /// See ``CaseStore/views(of:)``. A view is a person's question, not an account's; the answer to it is.
    public func views(of list: SavedView.List) throws(StoreError) -> [SavedView] { try store.views(of: list) }

    /// See ``CaseStore/keep(_:)``.
    public func keep(_ view: SavedView) throws(StoreError) { try store.keep(view) }

    /// See ``CaseStore/removeView(_:of:owner:)``.
    public func removeView(_ name: String, of list: SavedView.List, owner: String) throws(StoreError) {
        try store.removeView(name, of: list, owner: owner)
    }

    /// See ``CaseStore/keep(_:by:)``.
    public func keep(_ model: ModelRecord, by actor: Actor) throws(StoreError) { throw concernsAll("a model") }

    /// There is none: models are learned from the cases of all accounts together.
    public func model(_ kind: String, digest: String?) throws(StoreError) -> ModelRecord? { nil }
}

extension ScopedStore {
    /// The cases that exist among these.
    func known(_ ids: [CaseID]) throws(StoreError) -> [CaseID] {
        try ids.isEmpty ? [] : caseRecords(Array(Set(ids))).map(\.id)
    }

    /// The parties that exist among these.
    func known(_ ids: [PartyID]) throws(StoreError) -> [PartyID] {
        var known: [PartyID] = []
        for id in Set(ids).sorted() where try owns(id) { known.append(id) }
        return known
    }

    /// The records whose cases exist.
    private func own<Record>(_ records: [Record], _ place: (Record) -> CaseID) throws(StoreError) -> [Record] {
        let cases = Set(try known(records.map(place)))
        return records.filter { cases.contains(place($0)) }
    }
}
