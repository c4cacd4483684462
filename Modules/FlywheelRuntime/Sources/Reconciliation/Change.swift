import FlywheelKit
import FlywheelStore

/// What a rotation does to an exception.
struct Change: Sendable {
    enum Kind: Sendable {
        case opened
        case kept
        case changed(from: ExceptionRecord, JournalEvent.Verb)
    }

    /// The exception as it is from now on.
    private(set) var exception: ExceptionRecord
    private(set) var kind: Kind
    /// What it was seen to have in common with others.
    var group: SightedGroup?
    /// Where it had ended by a mistake: the state it stands in again, before what is seen now changes it.
    private(set) var returnedTo: ExceptionRecord.State?
    /// Why it is withdrawn.
    private(set) var reason: WithdrawalReason?

    private init(exception: ExceptionRecord, kind: Kind) {
        self.exception = exception
        self.kind = kind
    }

    static func opened(_ exception: ExceptionRecord) -> Change { Change(exception: exception, kind: .opened) }
    static func kept(_ exception: ExceptionRecord) -> Change { Change(exception: exception, kind: .kept) }

    static func changed(
        _ exception: ExceptionRecord, from before: ExceptionRecord, _ verb: JournalEvent.Verb
    ) -> Change {
        Change(exception: exception, kind: .changed(from: before, verb))
    }

    /// An end.
    static func ended(
        _ before: ExceptionRecord, by rotation: RotationID, as state: ExceptionRecord.State, _ verb: JournalEvent.Verb
    ) -> Change {
        var next = before
        next.state = state
        next.changed = rotation
        return .changed(next, from: before, verb)
    }

    /// An end that leaves nothing.
    static func withdrawn(
        _ before: ExceptionRecord, by rotation: RotationID, because reason: WithdrawalReason?
    ) -> Change {
        var change = ended(before, by: rotation, as: .withdrawn, .cleared)
        change.reason = reason
        return change
    }

    /// The same of what had ended by a mistake, and is changed as it stood before that.
    func returned(by rotation: RotationID) -> Change {
        var change = self
        switch kind {
        case .opened: return self
        case .kept: break
        case .changed(let before, _):
            change.returnedTo = before.state
            return change
        }
        change.returnedTo = exception.state
        change.exception.changed = rotation
        change.kind = .changed(from: exception, .returned)
        return change
    }

    /// Whether the exception is new.
    var isOpening: Bool { if case .opened = kind { true } else { false } }

    /// What was done, where the exception stood before and is not what it was.
    var verb: JournalEvent.Verb? { if case .changed(_, let verb) = kind { verb } else { nil } }

    /// What the journal says of it besides.
    fileprivate var detail: String {
        guard case .changed(let before, let verb) = kind else { return "" }
        if let reason { return reason.rawValue }
        if let arrives = exception.orderArrives, arrives != before.orderArrives {
            return OrderDetail(arrives: arrives).text
        }
        return verb == .joined ? exception.parent?.description ?? "" : ""
    }

    /// Decides more about the exception; `verb` says what, where it stood before and nothing else changed.
    mutating func set<Value: Equatable>(
        _ field: WritableKeyPath<ExceptionFields, Value>, to value: Value, _ verb: JournalEvent.Verb = .routed
    ) {
        guard exception[dynamicMember: field] != value else { return }
        if case .kept = kind { kind = .changed(from: exception, verb) }
        exception[dynamicMember: field] = value
    }
}

extension Sequence where Element == Change {
    /// The exceptions that changed as they are from now on, each with the version it was decided on.
    var replacements: [(exception: ExceptionRecord, expecting: Int)] {
        compactMap { change in
            guard case .changed(let before, _) = change.kind else { return nil }
            var next = change.exception
            next.version = before.version + 1
            return (next, before.version)
        }
    }
}

extension Swept {
    /// What the journal keeps of the changes: what opened by id, where neighbours have one state as one event, then what
    /// changed by id. Who wakes an exception says why, and journals it.
    func events(cause: RotationID) -> [JournalEvent] {
        let parts = parts { changes in
            (
                opened: Opened.runs(of: changes),
                changed: changes.filter { $0.verb != nil }.map { change in
                    (id: change.exception.id, events: change.events(cause: cause))
                }
            )
        }
        var runs: [Opened] = []
        for run in parts.flatMap(\.opened).sorted(by: { $0.first < $1.first }) { run.join(&runs) }
        let opened = runs.map { run in
            var event = JournalEvent(
                .opened, run.first.description, cause: cause.description, state: run.state.rawValue)
            event.count = run.count
            return event
        }
        return opened + parts.flatMap(\.changed).sorted { $0.id < $1.id }.flatMap(\.events)
    }
}

extension Change {
    /// What the journal keeps of it, where the exception stood before: of what returns that it does, and what else becomes of it.
    fileprivate func events(cause: RotationID) -> [JournalEvent] {
        func event(_ verb: JournalEvent.Verb, _ state: ExceptionRecord.State, _ detail: String = "") -> JournalEvent {
            JournalEvent(
                verb, exception.id.description, cause: cause.description, state: state.rawValue, detail: detail)
        }
        guard let verb, verb != .woken else { return [] }
        let returned = returnedTo.map { [event(.returned, $0, WithdrawalReason.discarded.rawValue)] } ?? []
        if verb == .returned { return returned + (detail.isEmpty ? [] : [event(.changed, exception.state, detail)]) }
        return returned + [event(verb, exception.state, detail)]
    }
}

/// Why an exception is withdrawn: a word of the journal's.
enum WithdrawalReason: String, Sendable {
    /// Its listing is gone.
    case gone
    /// The file it came from was discarded.
    case discarded
}

/// Exceptions with ids that follow each other, opened in one state.
private struct Opened: Sendable {
    let first: ExceptionID
    let state: ExceptionRecord.State
    var count = 1

    /// Those among changes that stand in the order of their ids.
    static func runs(of changes: Swept.Changes) -> [Opened] {
        var runs: [Opened] = []
        for change in changes where change.isOpening {
            Opened(first: change.exception.id, state: change.exception.state).join(&runs)
        }
        return runs
    }

    /// Goes on with the last of these where it can.
    func join(_ runs: inout [Opened]) {
        if let last = runs.last, last.state == state, last.first.number + Int64(last.count) == first.number {
            runs[runs.count - 1].count += count
        } else {
            runs.append(self)
        }
    }
}
