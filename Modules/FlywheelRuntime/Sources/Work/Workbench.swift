public import FlywheelKit
public import FlywheelStore

/// What people do to exceptions. The rules stand here, not in a screen: every door leads through them.
public struct Workbench: Sendable {
    let store: any Store
    let plan: Plan
    let actor: Actor
    let now: Instant

    /// The work of one person at one moment.
    public init(_ store: any Store, plan: Plan, actor: Actor, now: Instant) {
        self.store = store
        self.plan = plan
        self.actor = actor
        self.now = now
    }

    /// Takes an open exception, and ends its snooze; taking one's own again changes nothing. What was assigned to somebody else
    /// is so no longer: who takes it answers for it. A group is taken with those of its members that nobody has decided
    /// anything about.
    @discardableResult
    public func claim(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        let members = try undecidedMembers(of: id).filter { $0.claimedBy == nil }
        // Members are claimed for where their group stands.
        let rank = try stored { () throws(StoreError) in try self.rank(of: id) }
        try each(members) { member throws(WorkError) in try claimOne(member, rank) }
        return try claimOne(id, rank)
    }

    private func claimOne(_ id: ExceptionID, _ rank: QueueRank?) throws(WorkError) -> ExceptionRecord {
        try change(id) { exception throws(WorkError) in
            try requireOpen(exception)
            guard exception.claimedBy == nil else { return nil }
            var next = exception
            next.claimedBy = actor.name
            next.owner = actor.name
            if exception.owner != actor.name { next.assignedBy = nil }
            next.claimed = now
            next.snooze = nil
            let isRouted = exception.owner != nil && exception.assignedBy == nil
            return Decision(next, .claimed, detail: ClaimDetail(rank: rank, isRouted: isRouted).text)
        }
    }

    /// Lets go of an exception one has claimed, and of the members that were claimed with it. What one was assigned stays
    /// one's own to answer for.
    @discardableResult
    public func release(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        let group = try exception(id)
        let members = try members(of: group).filter {
            $0.state.isOpen && $0.claimedBy == actor.name && $0.claimed == group.claimed
        }
        try each(members) { member throws(WorkError) in try releaseOne(member) }
        return try releaseOne(id)
    }

    private func releaseOne(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id) { exception throws(WorkError) in
            guard let holder = exception.claimedBy else { throw .notClaimed(id) }
            guard holder == actor.name else { throw .claimedBy(id, holder, at: exception.claimed) }
            var next = exception
            next.claimedBy = nil
            if exception.assignedBy == nil { next.owner = nil }
            return Decision(next, .released)
        }
    }

    /// Closes an open exception. It counts when the data show the recovery; until then it is being verified.
    ///
    /// A group is closed with those of its members that nobody else has decided anything about, for the same cause; the data
    /// judge each of them by itself.
    ///
    /// - Parameters:
    ///   - rootCause: why it happened: an id of the workflow's taxonomy.
    ///   - newCause: whether a cause outside the taxonomy is meant, and not mistyped; a word of letters, digits and hyphens.
    ///   - minutes: how long people worked on it, where the journal's own times do not say.
    @discardableResult
    public func close(
        _ id: ExceptionID, rootCause: String?, newCause: Bool = false, note: String? = nil, minutes: Int? = nil
    ) throws(WorkError) -> ExceptionRecord {
        let group = try exception(id)
        let members = try undecidedMembers(of: id)
        if group.isGroup, group.state.isOpen, members.isEmpty,
            let other = try self.members(of: group).first(where: { $0.state.isOpen && $0.claimedBy != nil })
        {
            throw .claimedBy(other.id, other.claimedBy ?? "", at: other.claimed)
        }
        // Before the members, so that a refusal leaves them as they are.
        try Self.check(note, on: id)
        if group.isGroup { _ = try checked(rootCause, newCause: newCause, closing: group) }
        try each(members) { member throws(WorkError) in
            try closeOne(member, rootCause: rootCause, newCause: newCause, note: nil, minutes: nil)
        }
        return try closeOne(id, rootCause: rootCause, newCause: newCause, note: note, minutes: minutes)
    }

    private func closeOne(
        _ id: ExceptionID, rootCause: String?, newCause: Bool, note: String?, minutes: Int?
    ) throws(WorkError) -> ExceptionRecord {
        let terms = try stored { () throws(StoreError) in try store.place(of: id)?.frozenTerms(in: store) }
        return try change(id) { exception throws(WorkError) in
            let cause = try checked(rootCause, newCause: newCause, closing: exception)
            var next = exception
            next.state = .verifying
            next.closed = now
            next.closedBy = actor.name
            next.rootCause = cause
            next.termsAtClose = terms
            next.snooze = nil
            return Decision(
                next, .closed, detail: CloseDetail(cause: cause, minutes: minutes).text, note: note)
        }
    }

    /// Says of an open exception that there is nothing to do, and what it is instead: noise, known, or the same as another.
    ///
    /// It ends with the next rotation, whatever the data show, and teaches detection; until then it can be undone. It stays
    /// away while its stage goes on seeing it and claims little more. Of a group, those members are dismissed that
    /// nobody else has decided anything about.
    ///
    /// - Precondition: `verdict` is one of these three.
    @discardableResult
    public func dismiss(
        _ id: ExceptionID, as verdict: Verdict, note: String? = nil
    ) throws(WorkError) -> ExceptionRecord {
        precondition([.noise, .known, .duplicate].contains(verdict), "\(verdict) is no reason to dismiss")
        let group = try exception(id)
        try requireOpen(group)
        try Self.check(note, on: id)
        guard group.isGroup else { return try dismissOne(id, as: verdict, note: note) }
        try each(try undecidedMembers(of: id)) { member throws(WorkError) in
            try dismissOne(member, as: verdict, note: nil)
        }
        return group
    }

    private func dismissOne(
        _ id: ExceptionID, as verdict: Verdict, note: String?
    ) throws(WorkError) -> ExceptionRecord {
        let terms = try stored { () throws(StoreError) in try store.place(of: id)?.frozenTerms(in: store) }
        return try change(id) { exception throws(WorkError) in
            try requireOpen(exception)
            var next = exception
            next.state = .verifying
            next.closed = now
            next.closedBy = actor.name
            next.rootCause = ExceptionRecord.dismissalPrefix + verdict.rawValue
            next.termsAtClose = terms
            next.snooze = nil
            return Decision(next, .dismissed, detail: verdict.rawValue, note: note)
        }
    }

    /// The cause that an exception may be closed for.
    private func checked(
        _ rootCause: String?, newCause: Bool, closing exception: ExceptionRecord
    ) throws(WorkError) -> String {
        let (id, cause, taxonomy) = (exception.id, rootCause?.lowercased() ?? "", causes(of: exception))
        try requireOpen(exception)
        if taxonomy.contains(where: { $0.id == cause }) { return cause }
        // What somebody closed with before is a cause from then on.
        let used = try stored { () throws(StoreError) in try store.usedCauses() }
            .filter { $0.workflow == exception.fingerprint.workflow }.map { RootCause($0.cause, "") }
        let known = taxonomy + used.filter { cause in !taxonomy.contains { $0.id == cause.id } }
        guard !cause.isEmpty else { throw .causeMissing(id, known) }
        if !used.contains(where: { $0.id == cause }) {
            guard newCause else { throw .causeUnknown(id, cause, known) }
            guard Self.isWord(cause) else { throw .causeNoWord(id, cause) }
        }
        return cause
    }

    /// Takes back a close that the data have not judged yet; what was only predicted is so again. Of what is snoozed it ends
    /// the snooze. With a group's close go those of the members that were closed with it.
    @discardableResult
    public func reopen(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        let group = try exception(id)
        if group.state == .verifying {
            let members = try members(of: group).filter { $0.state == .verifying && $0.isClosed(with: group) }
            try each(members) { member throws(WorkError) in try reopenOne(member) }
        }
        return try reopenOne(id)
    }

    private func reopenOne(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id) { exception throws(WorkError) in
            if exception.isSnoozed(at: now) {
                try requireOpen(exception)
                var next = exception
                next.snooze = nil
                return Decision(next, .woken, detail: "asked")
            }
            guard exception.state == .verifying else { throw .notReopenable(id, exception.state) }
            var next = exception
            next.state = exception.exposure.isActive(at: now) ? .active : .predicted
            next.closed = nil
            next.closedBy = nil
            next.rootCause = nil
            next.termsAtClose = nil
            return Decision(next, .reopened)
        }
    }

    /// The causes that the workflow's module names for closing an exception.
    public func causes(of exception: ExceptionRecord) -> [RootCause] {
        plan.stages.first { $0.manifest.id == exception.fingerprint.workflow }?.manifest.rootCauses ?? []
    }

    /// What becomes of an exception: nothing where there is no decision.
    struct Decision {
        let exception: ExceptionRecord
        let verb: JournalEvent.Verb?
        let detail: String
        let note: String?

        init(_ exception: ExceptionRecord, _ verb: JournalEvent.Verb?, detail: String = "", note: String? = nil) {
            self.exception = exception
            self.verb = verb
            self.detail = detail
            self.note = note
        }
    }

    func change(
        _ id: ExceptionID, _ decide: (ExceptionRecord) throws(WorkError) -> Decision?
    ) throws(WorkError) -> ExceptionRecord {
        // A rotation may publish between reading and writing: what it changed is read and decided on again.
        while true {
            let exception = try exception(id)
            // Work dated before the problem was seen would make its waiting time negative.
            guard now >= exception.detected else { throw .tooEarly(id, exception.detected) }
            guard let decision = try decide(exception) else { return exception }
            var next = decision.exception
            next.version += 1
            let event = decision.verb.map {
                JournalEvent($0, id.description, state: next.state.rawValue, detail: decision.detail)
            }
            do {
                try store.change(
                    next, expecting: exception.version, event: event, note: decision.note, by: actor, at: now)
                return next
            } catch {
                guard case .changedMeanwhile = error else { throw .store(error) }
            }
        }
    }

    func exception(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        guard let exception = try stored({ () throws(StoreError) in try store.exception(id) }) else {
            throw .unknown(id)
        }
        return exception
    }

    /// Refuses what does not wait for work, or waits in the hands of somebody else.
    func requireOpen(_ exception: ExceptionRecord) throws(WorkError) {
        guard exception.state.isOpen else { throw .notOpen(exception.id, exception.state) }
        if let holder = exception.claimedBy, holder != actor.name {
            throw .claimedBy(exception.id, holder, at: exception.claimed)
        }
    }

    /// Characters of the longest note.
    public static let longestText = 4_000

    static func check(_ note: String?, on id: ExceptionID?) throws(WorkError) {
        guard let note else { return }
        let says = note.contains { !$0.isWhitespace }
        guard says, note.count <= longestText else { throw .textLength(id, says ? note.count : 0) }
    }

    /// Whether a text is a word of a-z, 0-9 and -, of at most 40 letters. Causes and reasons are journalled, so they are words and
    /// never sentences about people.
    public static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    func stored<Value>(_ read: () throws(StoreError) -> Value) throws(WorkError) -> Value {
        do { return try read() } catch { throw .store(error) }
    }
}
