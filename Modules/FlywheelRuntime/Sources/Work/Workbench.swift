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

    /// Takes an open exception, and ends its snooze; taking one's own again changes nothing. Whoever answers for it goes on
    /// doing so once it is let go of; what was given to somebody else by hand is theirs no longer. A group is taken with those
    /// of its members that nobody has decided anything else about.
    @discardableResult
    public func claim(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        // Members are claimed for where their group stands.
        let rank = try stored { () throws(StoreError) in try self.rank(of: id) }
        return try act(on: id, beneath: { $0.claimedBy == nil && isUndecided($0, beneath: $1) }) {
            exception throws(WorkError) in
            try requireOpen(exception)
            guard exception.claimedBy == nil else { return nil }
            var next = exception
            next.claimedBy = actor.name
            next.claimed = now
            next.snooze = nil
            if exception.assignedBy != nil, exception.owner != actor.name {
                next.owner = nil
                next.assignedBy = nil
            }
            let isRouted = exception.owner != nil && exception.assignedBy == nil
            return Decision(next, .claimed, detail: ClaimDetail(rank: rank, isRouted: isRouted).text)
        }
    }

    /// Lets go of an exception one has claimed, and of the members that were claimed with it. Who answered for it before does
    /// so again.
    @discardableResult
    public func release(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try act(
            on: id,
            beneath: { $0.state.isOpen && $0.claimedBy == actor.name && $0.claimed == $1.claimed }
        ) { exception throws(WorkError) in
            guard let holder = exception.claimedBy else { throw .notClaimed(exception.id) }
            guard holder == actor.name else { throw .claimedBy(exception.id, holder, at: exception.claimed) }
            var next = exception
            next.claimedBy = nil
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
        try end(id, .closed, note: note) { exception throws(WorkError) in
            let cause = try checked(rootCause, newCause: newCause, closing: exception)
            return (cause, CloseDetail(cause: cause, minutes: exception.id == id ? minutes : nil).text)
        }
    }

    /// Says of an open exception that there is nothing to do, and what it is instead: noise, known, or the same as another.
    ///
    /// It ends with the next rotation, whatever the data show, and teaches detection; until then it can be undone. It stays
    /// away while its stage goes on seeing it and claims little more. A group is dismissed with those of its members that
    /// nobody else has decided anything about.
    ///
    /// - Precondition: `verdict` is one of these three.
    @discardableResult
    public func dismiss(
        _ id: ExceptionID, as verdict: Verdict, note: String? = nil
    ) throws(WorkError) -> ExceptionRecord {
        precondition([.noise, .known, .duplicate].contains(verdict), "\(verdict) is no reason to dismiss")
        return try end(id, .dismissed, note: note) { exception throws(WorkError) in
            try requireOpen(exception)
            return (ExceptionRecord.dismissalPrefix + verdict.rawValue, verdict.rawValue)
        }
    }

    /// Ends an open exception as far as a person can: a rotation judges it.
    ///
    /// - Parameter why: the cause it is kept with, and what the journal says; refuses what may not be ended so.
    private func end(
        _ id: ExceptionID, _ verb: JournalEvent.Verb, note: String?,
        why: (ExceptionRecord) throws(WorkError) -> (cause: String, detail: String)
    ) throws(WorkError) -> ExceptionRecord {
        try Self.check(note, on: id)
        try requireMembers(of: id)
        return try act(on: id, beneath: isUndecided) { exception throws(WorkError) in
            let (cause, detail) = try why(exception)
            var next = exception
            next.state = .verifying
            next.closed = now
            next.closedBy = actor.name
            next.rootCause = cause
            next.termsAtClose = try stored { () throws(StoreError) in
                try store.place(of: exception.id)?.frozenTerms(in: store)
            }
            next.snooze = nil
            // What is written about a group is kept once.
            return Decision(next, verb, detail: detail, note: exception.id == id ? note : nil)
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
    /// the snooze. With a group go those of the members that were closed or snoozed with it.
    @discardableResult
    public func reopen(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try act(
            on: id,
            beneath: { member, group in
                group.state == .verifying
                    ? member.state == .verifying && member.isClosed(with: group)
                    : member.isSnoozed(at: now) && member.isSnoozed(with: group)
            }
        ) { exception throws(WorkError) in
            if exception.isSnoozed(at: now) {
                try requireOpen(exception)
                var next = exception
                next.snooze = nil
                return Decision(next, .woken, detail: "asked")
            }
            guard exception.state == .verifying else { throw .notReopenable(exception.id, exception.state) }
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
            guard let decision = try decision(on: exception, decide) else { return exception }
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

    /// What is decided about an exception, where it is not too early to do anything about it.
    func decision(
        on exception: ExceptionRecord, _ decide: (ExceptionRecord) throws(WorkError) -> Decision?
    ) throws(WorkError) -> Decision? {
        // Work dated before the problem was seen would make its waiting time negative.
        guard now >= exception.detected else { throw .tooEarly(exception.id, exception.detected) }
        return try decide(exception)
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
