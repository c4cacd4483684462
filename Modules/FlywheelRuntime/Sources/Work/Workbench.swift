public import FlywheelKit
public import FlywheelStore

/// What people do to exceptions. The rules stand here, not in a screen: every door leads through them.
public struct Workbench: Sendable {
    private let store: any Store
    private let stages: [StageManifest]
    private let actor: Actor
    private let now: Instant

    /// The work of one person at one moment.
    public init(_ store: any Store, stages: [StageManifest], actor: Actor, now: Instant) {
        self.store = store
        self.stages = stages
        self.actor = actor
        self.now = now
    }

    /// Takes an open exception; taking one's own again changes nothing.
    @discardableResult
    public func claim(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id, .claimed) { exception throws(WorkError) in
            guard exception.state.isOpen else { throw .notOpen(id, exception.state) }
            if let other = exception.claimedBy {
                guard other != actor.name else { return nil }
                throw .claimedBy(id, other, at: exception.claimed)
            }
            var next = exception
            next.claimedBy = actor.name
            next.owner = actor.name
            next.claimed = now
            return (next, "")
        }
    }

    /// Lets go of an exception one has claimed.
    @discardableResult
    public func release(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id, .released) { exception throws(WorkError) in
            guard let holder = exception.claimedBy else { throw .notClaimed(id) }
            guard holder == actor.name else { throw .claimedBy(id, holder, at: exception.claimed) }
            var next = exception
            next.claimedBy = nil
            next.owner = nil
            return (next, "")
        }
    }

    /// Closes an open exception. It counts when the data show the recovery; until then it is being verified.
    ///
    /// - Parameters:
    ///   - rootCause: why it happened: an id of the workflow's taxonomy.
    ///   - newCause: whether a cause outside the taxonomy is meant, and not mistyped; a word of letters, digits and hyphens.
    @discardableResult
    public func close(
        _ id: ExceptionID, rootCause: String?, newCause: Bool = false, note: String? = nil
    ) throws(WorkError) -> ExceptionRecord {
        let cause = rootCause?.lowercased() ?? ""
        let terms = try stored { () throws(StoreError) in try store.place(of: id)?.terms }
        return try change(id, .closed) { exception throws(WorkError) in
            let taxonomy = causes(of: exception)
            guard exception.state.isOpen else { throw .notOpen(id, exception.state) }
            if let holder = exception.claimedBy, holder != actor.name {
                throw .claimedBy(id, holder, at: exception.claimed)
            }
            guard !cause.isEmpty else { throw .causeMissing(id, taxonomy) }
            if !taxonomy.contains(where: { $0.id == cause }) {
                guard newCause else { throw .causeUnknown(id, cause, taxonomy) }
                guard Self.isWord(cause) else { throw .causeNoWord(id, cause) }
            }
            var next = exception
            next.state = .verifying
            next.closed = now
            next.closedBy = actor.name
            next.rootCause = cause
            next.note = note
            next.termsAtClose = terms
            return (next, cause)
        }
    }

    /// Takes back a close that the data have not judged yet; what was only predicted is so again.
    @discardableResult
    public func reopen(_ id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id, .reopened) { exception throws(WorkError) in
            guard exception.state == .verifying else { throw .notReopenable(id, exception.state) }
            var next = exception
            next.state = exception.exposure.isActive(at: now) ? .active : .predicted
            next.closed = nil
            next.closedBy = nil
            next.rootCause = nil
            next.note = nil
            next.termsAtClose = nil
            return (next, "")
        }
    }

    /// The causes to choose from when closing an exception.
    public func causes(of exception: ExceptionRecord) -> [RootCause] {
        stages.first { $0.id == exception.fingerprint.workflow }?.rootCauses ?? []
    }

    private func change(
        _ id: ExceptionID, _ verb: JournalEvent.Verb,
        _ decide: (ExceptionRecord) throws(WorkError) -> (ExceptionRecord, detail: String)?
    ) throws(WorkError) -> ExceptionRecord {
        // A rotation may publish between reading and writing: what it changed is read and decided on again.
        while true {
            guard let exception = try stored({ () throws(StoreError) in try store.exception(id) }) else {
                throw .unknown(id)
            }
            // Work dated before the problem was seen would make its waiting time negative.
            guard now >= exception.detected else { throw .tooEarly(id, exception.detected) }
            guard let decision = try decide(exception) else { return exception }
            var next = decision.0
            next.version += 1
            let event = JournalEvent(verb, id.description, state: next.state.rawValue, detail: decision.detail)
            do {
                try store.change(next, expecting: exception.version, event: event, by: actor, at: now)
                return next
            } catch {
                guard case .changedMeanwhile = error else { throw .store(error) }
            }
        }
    }

    /// Causes are journalled, so they are words and never sentences about people.
    private static func isWord(_ cause: String) -> Bool {
        cause.utf8.count <= 40
            && cause.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    private func stored<Value>(_ read: () throws(StoreError) -> Value) throws(WorkError) -> Value {
        do { return try read() } catch { throw .store(error) }
    }
}

/// Why work on an exception was refused.
public enum WorkError: Error, Hashable, Sendable {
    /// There is no such exception.
    case unknown(ExceptionID)
    /// The moment of the work lies before the exception was first seen.
    case tooEarly(ExceptionID, Instant)
    /// It does not wait for work.
    case notOpen(ExceptionID, ExceptionRecord.State)
    /// Somebody else has it.
    case claimedBy(ExceptionID, String, at: Instant?)
    /// Nobody has it.
    case notClaimed(ExceptionID)
    /// A close needs a root cause.
    case causeMissing(ExceptionID, [RootCause])
    /// That cause is not in the workflow's taxonomy.
    case causeUnknown(ExceptionID, String, [RootCause])
    /// A new cause is a word of a-z, 0-9 and -, of at most 40 letters.
    case causeNoWord(ExceptionID, String)
    /// Only a close that is being verified can be taken back.
    case notReopenable(ExceptionID, ExceptionRecord.State)
    /// The store said no.
    case store(StoreError)
}
