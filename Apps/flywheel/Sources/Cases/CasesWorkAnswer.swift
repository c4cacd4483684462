import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What commands print that change cases: what was done, case by case; what was refused goes to standard error.
struct CasesWorkAnswer: DocumentedAnswer {
    let verb: CaseVerb
    let actor: String
    let at: Instant
    var done: [CaseRecord] = []
    /// The message that was written, where one was.
    var message: MessageID?
    /// What more to say of it, a line each.
    var details: [String] = []
    var refused: [Refused] = []

    var refusals: [Diagnostic] { refused.map(\.why) }

    let listKey: String? = "items"
    var exit: Exit { refused.exit(done: done.count) }

    static let document = Document("case-work", "The cases that were worked on.", members)

    static let members: Members<Self> = [
        "verb": .word(\.verb), "actor": .value(\.actor), "at": .value(\.at), "message": .value(\.message),
        "items": .list(
            \.done,
            [
                "id": .value(\.id), "state": .word(of: CaseState.self, \.state), "owner": .value(\.owner),
                "group": .value(\.group), "version": .value(\.version), "mergedInto": .value(\.mergedInto),
            ]), "refused": .value(\.refused),
    ]

    func text(on page: Page) -> [String] {
        guard let first = done.first else { return [] }
        let lines = done.flatMap { record in
            page.wrapped("\(verb.past) \(record.id): \(standing(of: record))".visible)
        }
        return lines + details.flatMap { page.wrapped($0.visible, head: "  ") } + next(page, first)
    }

    private func standing(of record: CaseRecord) -> String {
        if let target = record.mergedInto { return "part of \(target)" }
        let state = CaseState(rawValue: record.state)?.words ?? record.state
        return "\(state), \(record.owner.map { "with \($0)" } ?? "unassigned")"
    }

    private func lacksCause(_ record: CaseRecord) -> Bool { (try? record.contents()).map { $0.cause == nil } ?? false }

    private func next(_ page: Page, _ record: CaseRecord) -> [String] {
        switch verb {
        case .reply: message.map { page.next("flywheel cases approve \($0)") } ?? []
        case .approve: page.next("flywheel cases write --output replies")
        case .solve where lacksCause(record), .close where lacksCause(record):
            page.next("flywheel cases cause \(record.id) --code WORD", word: "Why it came about")
        case .undo, .release, .solve, .close, .discard: page.next("flywheel cases")
        default: page.next("flywheel cases undo \(record.id)", word: "Undo")
        }
    }
}

/// What is done to cases.
enum CaseVerb: String, CaseIterable {
    case claim, release, assign, escalate, hold, wait, solve, close, reopen, label, take, merge, unmerge, note, reply
    case approve, discard, macro, step, undo, review, audit

    /// In the past tense, as an answer begins.
    var past: String {
        switch self {
        case .hold: "Held"
        case .wait: "Moved"
        case .take: "Took the source's word on"
        case .unmerge: "Took out"
        case .reply: "Drafted an answer to"
        case .note: "Noted on"
        case .macro: "Applied it to"
        case .step: "Marked a step of"
        case .undo: "Undid the last act on"
        case .reopen: "Reopened"
        case .discard: "Discarded a draft of"
        case .approve: "Approved a draft of"
        default: rawValue.hasSuffix("e") ? "\(rawValue)d".capitalizedFirst : "\(rawValue)ed".capitalizedFirst
        }
    }
}
