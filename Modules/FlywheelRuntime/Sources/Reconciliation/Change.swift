import FlywheelKit
import FlywheelStore

/// What a rotation does to an exception.
///
/// Boxed, because records are large and changes are passed around by the hundred thousand.
indirect enum Change: Sendable {
    case opened(ExceptionRecord)
    case kept(ExceptionRecord)
    case changed(ExceptionRecord, from: ExceptionRecord, JournalEvent.Verb)

    /// Whether the exception is new.
    var isOpening: Bool { if case .opened = self { true } else { false } }

    /// The exception as it is from now on.
    var exception: ExceptionRecord {
        switch self {
        case .opened(let exception), .kept(let exception), .changed(let exception, _, _): exception
        }
    }

    /// The same with more decided about the exception; `verb` says what, where nothing else changed.
    func replacing(_ next: ExceptionRecord, _ verb: JournalEvent.Verb = .routed) -> Change {
        switch self {
        case .opened: .opened(next)
        case .kept(let before): .changed(next, from: before, verb)
        case .changed(_, let before, let verb): .changed(next, from: before, verb)
        }
    }
}

extension Sequence where Element == Change {
    /// The exceptions that changed as they are from now on, each with the version it was decided on.
    var replacements: [(exception: ExceptionRecord, expecting: Int)] {
        compactMap { change in
            guard case .changed(var next, let before, _) = change else { return nil }
            next.version = before.version + 1
            return (next, before.version)
        }
    }

    /// What the journal keeps of the changes: what opened by id, where neighbours have one state as one event, then what
    /// changed by id. Who wakes an exception says why, and journals it.
    func events(cause: RotationID) -> [JournalEvent] {
        var opened: [(id: ExceptionID, state: String)] = []
        var changed: [(ExceptionID, JournalEvent)] = []
        for change in self {
            let exception = change.exception
            switch change {
            case .kept, .changed(_, _, .woken): continue
            case .opened: opened.append((exception.id, exception.state.rawValue))
            case .changed(_, _, let verb):
                let event = JournalEvent(
                    verb, exception.id.description, cause: cause.description, state: exception.state.rawValue)
                changed.append((exception.id, event))
            }
        }
        opened.sort { $0.id < $1.id }
        var events: [JournalEvent] = []
        var next: Int64 = 0
        for (id, state) in opened {
            if let last = events.last, last.state == state, id.number == next {
                events[events.count - 1].count += 1
            } else {
                events.append(JournalEvent(.opened, id.description, cause: cause.description, state: state))
            }
            next = id.number + 1
        }
        return events + changed.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
