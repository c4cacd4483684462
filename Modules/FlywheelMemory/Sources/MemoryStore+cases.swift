public import FlywheelKit
public import FlywheelStore

/// The desk's cases.
extension MemoryStore {
    /// See ``FlywheelStore/CaseStore/reserve(_:of:)``.
    public func reserve<Kind: CaseRecordKind>(_ count: Int, of kind: Kind.Type) throws(StoreError) -> RecordID<Kind> {
        try withWork { work throws(StoreError) in RecordID(work.cases.reserve(count, Kind.letter)) }
    }

    /// See ``FlywheelStore/CaseStore/identityKey()``.
    public func identityKey() throws(StoreError) -> [UInt8] { currentWork.cases.key }

    /// See ``FlywheelStore/CaseStore/perform(_:by:at:)``.
    public func perform(_ act: CaseAct, by actor: Actor, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in
            let outdated = try work.cases.outdated(act)
            guard outdated.isEmpty else { throw .casesChangedMeanwhile(outdated) }
            work.cases.remember(act, by: actor, at: at)
            work.journal.append(work.cases.write(act), at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/CaseStore/take(_:by:at:)``.
    public func take(_ acts: [CaseAct], by actor: Actor, at: Instant) throws(StoreError) -> [Int] {
        try withWork { work throws(StoreError) in
            var (events, late): ([JournalEvent], [Int]) = ([], [])
            for (index, act) in acts.enumerated() {
                if try work.cases.outdated(act).isEmpty {
                    events += work.cases.write(act)
                } else {
                    late.append(index)
                }
            }
            if !events.isEmpty { work.journal.append(events, at: at, by: actor) }
            return late
        }
    }

    /// See ``FlywheelStore/CaseStore/lastCaseStep(by:of:)``.
    public func lastCaseStep(by name: String, of id: CaseID?) throws(StoreError) -> CaseStep? {
        currentWork.cases.lastStep(by: name, of: id)
    }

    /// See ``FlywheelStore/CaseStore/undo(_:by:at:)``.
    public func undo(_ step: CaseStep, by actor: Actor, at: Instant) throws(StoreError) -> [CaseRecord] {
        try withWork { work throws(StoreError) in
            let restored = try work.cases.undo(step)
            let events = restored.map {
                JournalEvent(.undone, $0.id.description, state: $0.state, detail: step.verb.rawValue)
            }
            work.journal.append(events, at: at, by: actor)
            return restored
        }
    }

    // MARK: Cases

    /// See ``FlywheelStore/CaseStore/caseRecords(_:)``.
    public func caseRecords(_ ids: [CaseID]) throws(StoreError) -> [CaseRecord] {
        let records = currentWork.cases.records
        return Set(ids).sorted().compactMap { records[$0] }
    }

    /// See ``FlywheelStore/CaseStore/caseRecords(keyed:)``.
    public func caseRecords(keyed keys: [CaseKey]) throws(StoreError) -> [CaseKey: CaseRecord] {
        let cases = currentWork.cases
        return keys.reduce(into: [:]) { $0[$1] = cases.record($1) }
    }

    /// See ``FlywheelStore/CaseStore/caseRecords(_:limit:)``.
    public func caseRecords(_ query: CaseQuery, limit: Int) throws(StoreError) -> [CaseRecord] {
        var first: [(keys: [Int64], record: CaseRecord)] = []
        func keepFirst() {
            first.sort { $0.keys.lexicographicallyPrecedes($1.keys) }
            first.removeLast(max(0, first.count - limit))
        }
        // Pages of many cases are asked for one after the other, so all of them are not put in order for each.
        for record in currentWork.cases.records.values where query.matches(record) {
            first.append((CaseCursor(of: record, in: query.order).keys, record))
            if first.count / 2 > limit { keepFirst() }
        }
        keepFirst()
        return first.map(\.record)
    }

    /// See ``FlywheelStore/CaseStore/countCases(_:limit:)``.
    public func countCases(_ query: CaseQuery, limit: Int) throws(StoreError) -> Int {
        min(currentWork.cases.records.values.count(where: query.matches), limit)
    }

    // MARK: What belongs to them

    /// See ``FlywheelStore/CaseStore/messages(of:)``.
    public func messages(of cases: [CaseID]) throws(StoreError) -> [MessageRecord] {
        let cases = Set(cases)
        return currentWork.cases.messages.values.filter { cases.contains($0.case) }
            .sorted { ($0.case, $0.at, $0.id) < ($1.case, $1.at, $1.id) }
    }

    /// See ``FlywheelStore/CaseStore/messages(_:)``.
    public func messages(_ ids: [MessageID]) throws(StoreError) -> [MessageRecord] {
        let messages = currentWork.cases.messages
        return Set(ids).sorted().compactMap { messages[$0] }
    }

    /// See ``FlywheelStore/CaseStore/messages(sourced:)``.
    public func messages(sourced digests: [[UInt8]]) throws(StoreError) -> [MessageRecord] {
        let digests = Set(digests)
        return currentWork.cases.messages.values.filter { $0.source.map(digests.contains) ?? false }
            .sorted { $0.id < $1.id }
    }

    /// See ``FlywheelStore/CaseStore/messages(in:)``.
    public func messages(in state: MessageRecord.State) throws(StoreError) -> [MessageRecord] {
        currentWork.cases.messages.values.filter { $0.state == state }.sorted { $0.id < $1.id }
    }

    /// See ``FlywheelStore/CaseStore/parties(_:)``.
    public func parties(_ ids: [PartyID]) throws(StoreError) -> [PartyRecord] {
        let parties = currentWork.cases.parties
        return Set(ids).sorted().compactMap { parties[$0] }
    }

    /// See ``FlywheelStore/CaseStore/parties(identified:)``.
    public func parties(identified digests: [[UInt8]]) throws(StoreError) -> [[UInt8]: PartyID] {
        let identities = currentWork.cases.identities
        return digests.reduce(into: [:]) { $0[$1] = identities[$1] }
    }

    /// See ``FlywheelStore/CaseStore/decisions(of:)``.
    public func decisions(of cases: [CaseID]?) throws(StoreError) -> [DecisionRecord] {
        currentWork.cases.decisions.values.filter { cases?.contains($0.case) ?? true }.sorted { $0.id < $1.id }
    }

    /// See ``FlywheelStore/CaseStore/outreach(with:)``.
    public func outreach(with party: PartyID?) throws(StoreError) -> [OutreachRecord] {
        currentWork.cases.outreach.values.filter { party == nil || $0.party == party }.sorted { $0.id < $1.id }
    }

    // MARK: Personal text

    /// See ``FlywheelStore/CaseStore/texts(_:fields:for:)``.
    public func texts(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for access: Access
    ) throws(StoreError) -> [PersonalText] {
        try withWork { work throws(StoreError) in
            let texts = work.cases.texts(scope, fields)
            work.cases.log(access, to: texts)
            return texts
        }
    }

    /// See ``FlywheelStore/CaseStore/search(_:in:limit:)``.
    public func search(
        _ words: String, in fields: Set<PersonalText.Field>, limit: Int
    ) throws(StoreError) -> [TextPlace] { Array(currentWork.cases.search(words, fields).prefix(limit)) }

    /// See ``FlywheelStore/CaseStore/accesses(to:limit:)``.
    public func accesses(to party: PartyID?, limit: Int) throws(StoreError) -> [AccessRecord] {
        let accesses = currentWork.cases.accesses.reversed()
        return Array(accesses.lazy.filter { party.map($0.parties.contains) ?? true }.prefix(limit))
    }

    /// See ``FlywheelStore/CaseStore/erase(_:by:at:)``.
    public func erase(_ erasure: Erasure, by actor: Actor, at: Instant) throws(StoreError) -> ErasureReport {
        let redaction = Redaction(erasure.strings)
        let inFacts = try withFacts { facts throws(StoreError) in facts.redact(redaction) }
        return try withWork { work throws(StoreError) in
            var report = work.cases.erase(erasure, at: at)
            report.redacted += inFacts + work.redactNotes(redaction)
            work.journal.append(erasure.events, at: at, by: actor)
            return report
        }
    }

    /// See ``FlywheelStore/CaseStore/overwriteErased()``. There is no file.
    public func overwriteErased() throws(StoreError) {}

    // MARK: Views and models

    /// See ``FlywheelStore/CaseStore/views(of:)``.
    public func views(of list: SavedView.List) throws(StoreError) -> [SavedView] {
        currentWork.cases.views.filter { $0.list == list }.sorted { ($0.name, $0.owner) < ($1.name, $1.owner) }
    }

    /// See ``FlywheelStore/CaseStore/keep(_:)``.
    public func keep(_ view: SavedView) throws(StoreError) {
        try withWork { work throws(StoreError) in
            work.cases.views.removeAll { ($0.list, $0.name, $0.owner) == (view.list, view.name, view.owner) }
            work.cases.views.append(view)
        }
    }

    /// See ``FlywheelStore/CaseStore/removeView(_:of:owner:)``.
    public func removeView(_ name: String, of list: SavedView.List, owner: String) throws(StoreError) {
        try withWork { work throws(StoreError) in
            let count = work.cases.views.count
            work.cases.views.removeAll { ($0.list, $0.name, $0.owner) == (list, name, owner) }
            if work.cases.views.count == count { throw .unknown("view \(name)") }
        }
    }

    /// See ``FlywheelStore/CaseStore/keep(_:by:)``.
    public func keep(_ model: ModelRecord, by actor: Actor) throws(StoreError) {
        try withWork { work throws(StoreError) in
            guard work.cases.keep(model) else { return }
            let event = JournalEvent(.modelKept, model.kind, detail: model.digest)
            work.journal.append([event], at: model.at, by: actor)
        }
    }

    /// See ``FlywheelStore/CaseStore/model(_:digest:)``.
    public func model(_ kind: String, digest: String?) throws(StoreError) -> ModelRecord? {
        currentWork.cases.models.last { $0.kind == kind && (digest == nil || $0.digest == digest) }
    }
}
