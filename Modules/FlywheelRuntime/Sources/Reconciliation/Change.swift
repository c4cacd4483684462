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
        var opened: [(id: ExceptionID, state: ExceptionRecord.State)] = []
        var changed: [(ExceptionID, JournalEvent)] = []
        forEachChange { change in
            let exception = change.exception
            if change.isOpening {
                opened.append((exception.id, exception.state))
            } else if let verb = change.verb, verb != .woken {
                let event = JournalEvent(
                    verb, exception.id.description, cause: cause.description, state: exception.state.rawValue,
                    detail: verb == .joined ? exception.parent?.description ?? "" : "")
                changed.append((exception.id, event))
            }
        }
        opened.sort { $0.id < $1.id }
        var events: [JournalEvent] = []
        var next: Int64 = 0
        for (id, state) in opened {
            if let last = events.last, last.state == state.rawValue, id.number == next {
                events[events.count - 1].count += 1
            } else {
                events.append(JournalEvent(.opened, id.description, cause: cause.description, state: state.rawValue))
            }
            next = id.number + 1
        }
        return events + changed.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
