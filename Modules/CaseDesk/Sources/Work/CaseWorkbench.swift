public import Cases
public import FlywheelKit
public import FlywheelStore

/// What a person does to cases. The rules stand here, not in a screen: every door leads through them.
///
/// Each act is one transaction with what the journal keeps of it. Where two people act on one case at once, one is first and
/// the other decides anew on what the first left: they are told who was first, or their act follows.
public struct CaseWorkbench: Sendable {
    /// Days of the longest hold: what nobody is to look at for longer is to be solved.
    public static let longestHoldDays = 366.0
    /// Characters of the longest text.
    public static let longestText = 20_000

    let store: any Store
    let rules: DeskRules
    let actor: Actor
    let now: Instant
    let seen: [CaseID: Int]

    /// The work of one person at one moment.
    ///
    /// - Parameter seen: the versions of cases as who acts saw them: one that was changed since is not changed on what they
    ///   did not see. A case that is not among them is changed as it is.
    public init(_ store: any Store, rules: DeskRules, actor: Actor, now: Instant, seen: [CaseID: Int] = [:]) {
        self.store = store
        self.rules = rules
        self.actor = actor
        self.now = now
        self.seen = seen
    }

    /// What people wrote, as far as who acts may see it.
    var texts: PersonalTexts { PersonalTexts(store, rules: rules, actor: actor, now: now) }

    // MARK: Who has it

    /// Takes a case; taking one's own again changes nothing. Whom its source names may be relieved, whom the desk named not.
    @discardableResult
    public func claim(_ id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            try requireMine(draft)
            // What a rule gave them is theirs once they take it.
            let isTheirs = draft.contents.ownerWord.here?.value == actor.name
            guard !(isTheirs && draft.contents.isClaimed) else { return false }
            try requireAble(actor.name, for: draft)
            draft.say(.owner(actor.name), .claimed)
            return true
        }
    }

    /// Lets go of a case one has.
    @discardableResult
    public func release(_ id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            guard draft.contents.owner == actor.name else { throw .notOwned(id, draft.contents.owner) }
            draft.say(.owner(nil), .released)
            return true
        }
    }

    /// Gives a case to somebody, whoever has it now.
    @discardableResult
    public func assign(_ id: CaseID, to name: String) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            guard draft.contents.ownerWord.here?.value != name else { return false }
            try requireAble(name, for: draft)
            draft.say(.owner(name), .assigned, detail: name)
            return true
        }
    }

    /// Gives a case to a group; who has it keeps it where they belong to the group.
    @discardableResult
    public func assign(_ id: CaseID, group: String) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            guard draft.contents.groupWord.here?.value != group else { return false }
            draft.say(.group(group), .assigned, detail: "group \(group)")
            if let owner = draft.contents.owner, rules.person(owner).map({ !$0.groups.contains(group) }) ?? false {
                draft.say(.owner(nil), .released)
            }
            return true
        }
    }

    /// Passes a case up, with a reason's code, to the next step of the ladder on which somebody stands who can work it; nobody
    /// has it then, so that they take it. Where nobody said who stands where, that is the step above.
    @discardableResult
    public func escalate(_ id: CaseID, reason: String) throws(CaseWorkError) -> CaseRecord {
        try Self.check(word: reason)
        return try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            try requireMine(draft)
            let step = try stepAbove(draft)
            draft.say(.escalated(step: step, reason: reason), .escalated, detail: "\(step) \(reason)")
            if draft.contents.owner != nil { draft.say(.owner(nil), .released) }
            return true
        }
    }

    private func stepAbove(_ draft: CaseDraft) throws(CaseWorkError) -> Int {
        guard !rules.people.isEmpty else {
            let step = draft.contents.step + 1
            guard step < rules.levels.count else { throw .topOfLadder(draft.record.id, rules.levels.last ?? "") }
            return step
        }
        let router = try stored(rules.router)
        do throws(RoutingRefusal) {
            return try router.stepAbove(draft.contents, at: now)
        } catch {
            let step = if case .top(let step) = error { step } else { draft.contents.step }
            throw .topOfLadder(draft.record.id, rules.levels.indices.contains(step) ? rules.levels[step] : "\(step)")
        }
    }

    // MARK: Where it stands

    /// Puts a case off until a moment, or until somebody takes it up.
    @discardableResult
    public func hold(_ id: CaseID, until: Instant?) throws(CaseWorkError) -> CaseRecord {
        if let until, until <= now || until > now.advanced(byDays: Self.longestHoldDays) { throw .holdEnds(id, until) }
        return try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            try requireMine(draft)
            draft.contents.add(CaseEvent(at: now, .held(until: until), by: .person(actor.name)))
            draft.say(.state(.onHold), .held, detail: until.map { "\($0)" } ?? "")
            return true
        }
    }

    /// Moves a case to another state; staying where it is changes nothing. What is over is only opened again, which
    /// ``reopen(_:)`` does.
    /// - Parameter cause: why it came about, the code of a root cause, where who ends it says so.
    @discardableResult
    public func move(_ id: CaseID, to state: CaseState, cause: String? = nil) throws(CaseWorkError) -> CaseRecord {
        if let cause { try Self.check(word: cause) }
        return try change(id) { draft throws(CaseWorkError) in
            let isMoved = try move(&draft, to: state)
            guard let cause, draft.contents.cause != cause else { return isMoved }
            draft.say(cause: cause)
            return true
        }
    }

    /// Opens a case again that was over, or takes up one that is on hold.
    @discardableResult
    public func reopen(_ id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            let state = draft.contents.state
            guard state.isDone || state == .onHold else { throw .notOver(id, state) }
            draft.say(.state(.open), .moved)
            return true
        }
    }

    func move(_ draft: inout CaseDraft, to state: CaseState) throws(CaseWorkError) -> Bool {
        try requireUnmerged(draft)
        guard draft.contents.state != state else { return false }
        // What is solved may still be closed.
        if !(draft.contents.state == .solved && state == .closed) { try requireOpen(draft) }
        try requireMine(draft)
        draft.say(.state(state), .moved)
        return true
    }

    /// Takes what the source says of something, in place of what was said here.
    @discardableResult
    public func take(_ field: CaseField, of id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            guard draft.contents.conflicts.contains(where: { $0.field == field }) else {
                throw .noConflict(id, field)
            }
            draft.say(.took(field), .moved, detail: "took \(field.rawValue)")
            return true
        }
    }

    // MARK: What it is about

    /// Says how urgent a case is; what a program or its source said gives way.
    @discardableResult
    public func label(_ id: CaseID, urgency: Urgency) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            guard draft.contents.urgencyWord.here?.value != urgency else { return false }
            draft.say(.urgency(urgency), .labelled, detail: "urgency \(urgency)")
            return true
        }
    }

    /// Says what a case is about, by the codes of intents.
    @discardableResult
    public func label(_ id: CaseID, intents: [String]) throws(CaseWorkError) -> CaseRecord {
        for intent in intents { try Self.check(label: intent) }
        return try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            guard draft.contents.intentsWord.here?.value != intents else { return false }
            draft.say(.intents(intents), .labelled, detail: intents.joined(separator: " "))
            return true
        }
    }

    // MARK: Merging

    /// Puts a case into another one, where both are read and worked on as one; its own log stays whole, so that
    /// ``unmerge(_:)`` restores it exactly. One that waits does not go into one that is over.
    @discardableResult
    public func merge(_ id: CaseID, into target: CaseID) throws(CaseWorkError) -> CaseRecord {
        guard id != target else { throw .mergeRefused(id, into: target, why: "they are one case") }
        return try change(id) { draft throws(CaseWorkError) in
            guard draft.record.mergedInto != target else { return false }
            try requireUnmerged(draft)
            let other = try record(target)
            if let why = obstacle(to: draft, into: other) { throw .mergeRefused(id, into: target, why: why) }
            let contents = try contents(of: other)
            // Nobody looks for open work in what is over.
            if contents.state.isDone, !draft.contents.state.isDone { throw .isOver(target, contents.state) }
            try draft.change(other, contents, .joined(id.description))
            draft.say(.merged(into: target.description), .merged, detail: target.description)
            return true
        }
    }

    private func obstacle(to draft: CaseDraft, into other: CaseRecord) -> String? {
        if let further = other.mergedInto { return "\(other.id) itself went into \(further)" }
        if let member = draft.contents.members.first {
            return "\(member) went into \(draft.record.id): take it out first"
        }
        return draft.record.key.account == other.key.account ? nil : "they belong to two accounts"
    }

    /// Takes a case out of the one it went into: it is what it was, with what its source said meanwhile.
    @discardableResult
    public func unmerge(_ id: CaseID) throws(CaseWorkError) -> CaseRecord {
        try change(id) { draft throws(CaseWorkError) in
            guard let target = draft.record.mergedInto else { throw .notMerged(id) }
            let other = try record(target)
            try draft.change(other, contents(of: other), .parted(id.description))
            draft.say(.unmerged(from: target.description), .unmerged, detail: target.description)
            return true
        }
    }
}
