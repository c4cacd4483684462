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

    /// Whether the exception is new.
    var isOpening: Bool { if case .opened = kind { true } else { false } }

    /// What was done, where the exception stood before and is not what it was.
    var verb: JournalEvent.Verb? { if case .changed(_, let verb) = kind { verb } else { nil } }

    /// What the journal says of it besides.
    fileprivate var detail: String {
        guard case .changed(let before, let verb) = kind else { return "" }
        if exception.state == .withdrawn { return "gone" }
        if let arrives = exception.orderArrives, arrives != before.orderArrives { return "ordered \(arrives)" }
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
                changed: changes.compactMap { change -> (id: ExceptionID, event: JournalEvent)? in
                    let exception = change.exception
                    guard let verb = change.verb, verb != .woken else { return nil }
                    let event = JournalEvent(
                        verb, exception.id.description, cause: cause.description, state: exception.state.rawValue,
                        detail: change.detail)
                    return (exception.id, event)
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
        return opened + parts.flatMap(\.changed).sorted { $0.id < $1.id }.map(\.event)
    }
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
