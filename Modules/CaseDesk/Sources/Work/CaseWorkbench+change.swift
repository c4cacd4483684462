import Cases
import Conversations
import FlywheelKit
public import FlywheelStore

/// A case while somebody works on it.
struct CaseDraft {
    /// As it is kept.
    let record: CaseRecord
    /// As it will be.
    var contents: Case
    /// What else the act changes.
    var act = CaseAct()
    let by: Actor
    let at: Instant

    /// Whose word its events are.
    var hand: Hand { by.kind == .person ? .person(by.name) : .rule(by.name) }

    /// Adds an event by who acts, and tells the journal.
    mutating func say(_ what: CaseEvent.What, _ verb: JournalEvent.Verb, detail: String = "") {
        contents.add(CaseEvent(at: at, what, by: hand))
        tell(verb, detail: detail)
    }

    /// Lets the same act happen to another case.
    mutating func change(_ other: CaseRecord, _ contents: Case, _ what: CaseEvent.What) throws(CaseWorkError) {
        var (next, contents) = (other, contents)
        contents.add(CaseEvent(at: at, what, by: hand))
        do { try next.hold(contents) } catch { throw .unreadable(.unreadable(other.id, why: "\(error)")) }
        act.cases.append((next, other.version))
    }

    /// Tells the journal what happened to the case.
    mutating func tell(_ verb: JournalEvent.Verb, detail: String = "") {
        act.events.append(
            JournalEvent(verb, record.id.description, state: contents.state.rawValue, detail: detail))
    }
}

extension CaseWorkbench {
    /// Does what `decide` makes of a case as it is now; nothing where that says so.
    @discardableResult
    func change(
        _ id: CaseID, isUndoable: Bool = true, _ decide: (inout CaseDraft) throws(CaseWorkError) -> Bool
    ) throws(CaseWorkError) -> CaseRecord {
        // Another hand may act between reading and writing: what it changed is read and decided on again.
        while true {
            var draft = try draft(of: id)
            guard try decide(&draft) else { return draft.record }
            var act = try act(of: draft)
            act.isUndoable = isUndoable
            guard try perform(act) else { continue }
            return try self.record(id)
        }
    }

    /// A case as it is now, for who acts to change.
    func draft(of id: CaseID) throws(CaseWorkError) -> CaseDraft {
        let record = try record(id)
        if let version = seen[id], version != record.version { throw try changedMeanwhile(id) }
        let contents = try contents(of: record).woken(at: now)
        if let opened = contents.opened, now < opened { throw .tooEarly(id, opened) }
        return CaseDraft(record: record, contents: contents, by: actor, at: now)
    }

    /// What is to be kept of a case that was changed.
    func act(of draft: CaseDraft) throws(CaseWorkError) -> CaseAct {
        var (next, contents, act) = (draft.record, draft.contents, draft.act)
        rules.promise(to: &contents, at: now)
        do { try next.hold(contents) } catch { throw .unreadable(.unreadable(next.id, why: "\(error)")) }
        next.due = rules.due(of: contents, at: now)
        act.cases.insert((next, draft.record.version), at: 0)
        return act
    }

    /// - Returns: whether it was done; not where another hand changed one of its cases meanwhile.
    func perform(_ act: CaseAct) throws(CaseWorkError) -> Bool {
        do { try store.perform(act, by: actor, at: now) } catch {
            guard case .casesChangedMeanwhile = error else { throw .store(error) }
            return false
        }
        return true
    }

    /// Who changed a case last, where who acts saw it as it was before.
    private func changedMeanwhile(_ id: CaseID) throws(CaseWorkError) -> CaseWorkError {
        let history = try stored { () throws(StoreError) in try store.history(of: id.description) }
        guard let last = history.last else { return .store(.casesChangedMeanwhile([id])) }
        return .changedMeanwhile(id, by: last.actor.name, at: last.at)
    }

    /// A case as it is kept now.
    public func record(_ id: CaseID) throws(CaseWorkError) -> CaseRecord {
        guard let record = try stored({ () throws(StoreError) in try store.caseRecords([id]).first }) else {
            throw .unknown(id)
        }
        return record
    }

    func contents(of record: CaseRecord) throws(CaseWorkError) -> Case {
        do { return try record.contents() } catch {
            throw .unreadable(error)
        }
    }

    func stored<Value>(_ read: () throws(StoreError) -> Value) throws(CaseWorkError) -> Value {
        do { return try read() } catch { throw .store(error) }
    }

    // MARK: Conditions

    /// Refuses what is over, and what is worked on elsewhere.
    func requireOpen(_ draft: CaseDraft) throws(CaseWorkError) {
        try requireUnmerged(draft)
        guard !draft.contents.state.isDone else { throw .isOver(draft.record.id, draft.contents.state) }
    }

    func requireUnmerged(_ draft: CaseDraft) throws(CaseWorkError) {
        if let target = draft.record.mergedInto { throw .merged(draft.record.id, into: target) }
    }

    /// Refuses what somebody else of the desk has. Whom the source names is not in the way: the desk's word goes first.
    func requireMine(_ draft: CaseDraft) throws(CaseWorkError) {
        guard let said = draft.contents.ownerWord.here, let owner = said.value, owner != actor.name else { return }
        throw .ownedBy(draft.record.id, owner, at: said.at)
    }

    /// Refuses who would never see a case, who is not known to the desk, who is not able to work a case, and who has as many as they may.
    func requireAble(_ name: String, for draft: CaseDraft) throws(CaseWorkError) {
        let roster = try stored(rules.roster)
        guard !rules.people.isEmpty else {
            if let bar = roster.bar(name, draft.contents.account) { throw .notAble(draft.record.id, name, [bar]) }
            return
        }
        var theirs = CaseQuery()
        (theirs.owners, theirs.isDone) = ([name], false)
        let load = try stored { () throws(StoreError) in try store.countCases(theirs, limit: 1_000) }
        let isTheirs = draft.contents.owner == name
        do {
            _ = try rules.settings.router(roster).assign(
                draft.contents, to: name, by: .person(actor.name), load: isTheirs ? load - 1 : load, at: now)
        } catch {
            switch error {
            case .unknown, .top: throw .nobody(name, rules.people.map(\.name))
            case .notAble(_, let obstacles): throw .notAble(draft.record.id, name, obstacles)
            }
        }
    }

    /// What somebody at the desk writes, as it may be kept: without numbers of cards, which no desk may keep whoever wrote them
    /// down.
    static func kept(_ text: String) throws(CaseWorkError) -> String {
        let says = text.contains { !$0.isWhitespace }
        guard says, text.count <= longestText else { throw .textLength(says ? text.count : 0) }
        return Redaction().redact(text).text
    }

    /// How many numbers of cards are taken out of what somebody writes, before it is kept.
    public static func cards(in text: String) -> Int { Redaction().redact(text).counts[.card] ?? 0 }

    /// Reasons are journalled, so they are words and never sentences about people.
    static func check(word: String) throws(CaseWorkError) {
        guard isWord(word, also: "-") else { throw .noWord(word) }
    }

    /// Intents are codes as models and sources write them, which may have underscores, points and slashes.
    static func check(label: String) throws(CaseWorkError) {
        guard isWord(label, also: "-_./") else { throw .noWord(label) }
    }

    private static func isWord(_ text: String, also marks: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.allSatisfy { ($0.isASCII && ($0.isLetter && $0.isLowercase || $0.isNumber)) || marks.contains($0) }
    }
}
