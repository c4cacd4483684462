import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ShowAnswer {
    /// Everything that happened to the exception, a line each, with what people wrote.
    func history(_ page: Page) -> [String] {
        let lines = explanation.history.map { at, actor, event in
            let by = actor.kind == .person ? " by \(actor.name)" : ""
            let cause = event.cause.isEmpty ? "" : " by \(event.cause)"
            return (
                at: page.clock.dated(at) + "  ",
                what: "\(event.verb.words)\(by)\(cause)\(detail(of: event, page))".visible
            )
        }
        return lines.enumerated().flatMap { index, line in
            page.wrapped(line.what, head: (index == 0 ? "History  " : "         ") + line.at)
        }
    }

    /// Why something is withdrawn, or is no more.
    private static let why: [JournalEvent.Verb: [String: String]] = [
        .cleared: ["gone": "its listing is gone", "discarded": "the file it came from was discarded"],
        .returned: ["discarded": "the file that had ended it was discarded"],
    ]

    /// What the event says besides, in words.
    private func detail(of event: JournalEvent, _ page: Page) -> String {
        guard !event.detail.isEmpty else { return "" }
        if let order = OrderDetail(event.detail) { return ", ordered, arrives \(page.clock.date(order.arrives))" }
        switch event.verb {
        case .noted:
            let id = NoteDigest.id(in: event.detail)
            return explanation.notes.first { $0.id == id }.map { ": \($0.text)" } ?? ", erased since"
        case .assigned: return " to \(event.detail)"
        case .snoozed:
            let words = event.detail.split(separator: " ")
            let until = words.first.flatMap { Instant(String($0)) }
            return until.map { " until \(page.clock.dated($0))" + words.dropFirst().map { ", \($0)" }.joined() } ?? ""
        case .woken:
            let reasons = ["due": "its time is over", "grown": "its loss grew", "began": "it came true"]
            return reasons[event.detail].map { ", \($0)" } ?? ""
        case .cleared, .returned: return ", \(Self.why[event.verb]?[event.detail] ?? event.detail)"
        case .undone: return ": \(JournalEvent.Verb(rawValue: event.detail)?.words ?? event.detail)"
        case .stepDone: return ": \(event.detail)"
        case .playbookOpened: return ""
        case .closed, .dismissed: return ", \(event.detail.inWords)"
        case .joined: return " beneath \(event.detail)"
        default: return ", \(event.detail)"
        }
    }
}

extension JournalEvent.Verb {
    /// What happened, in words.
    var words: String {
        switch self {
        case .importKept: "import kept"
        case .importQuarantined: "import quarantined"
        case .importAccepted: "import accepted"
        case .importDiscarded: "import discarded"
        case .cameTrue: "came true"
        case .notFixed: "not fixed"
        case .routed: "given an owner"
        case .joined: "placed"
        case .woken: "back in the queue"
        case .playbookOpened: "playbook opened"
        case .stepDone: "step done"
        case .takenBack: "taken back"
        default: rawValue
        }
    }
}
