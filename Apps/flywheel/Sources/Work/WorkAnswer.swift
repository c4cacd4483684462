import FlywheelKit
import FlywheelStore

/// What the commands that change exceptions print: what was done, row by row; what was not goes to standard error.
struct WorkAnswer: DocumentedAnswer {
    enum Verb: String {
        case claim, release, assign, note, snooze, step, close, dismiss, reopen, add, undo
    }

    let verb: Verb
    let actor: String
    let at: Instant
    var done: [ExceptionRecord]
    /// How many were changed with each that stands for others.
    var members: [ExceptionID: Int] = [:]
    var refused: [Refused] = []
    /// What was undone of each.
    var undone: [JournalEvent.Verb] = []
    /// What follows from it, each with a word in front.
    var consequences: [(label: String, text: String)] = []

    var refusals: [Diagnostic] { refused.map(\.why) }

    let listKey: String? = "items"

    static let document = Document("work", "What was done with exceptions, and what was refused.", members)

    static let members: Members<Self> = [
        "verb": .value(\.verb.rawValue), "actor": .value(\.actor), "at": .value(\.at), "items": .value(\.items),
        "refused": .value(\.refused),
    ]

    /// What an exception is after it was worked on.
    private struct Item: JSONRecord {
        let exception: ExceptionRecord
        let undone: JournalEvent.Verb?
        let members: Int?

        static let members: Members<Self> = [
            "id": .value(\.exception.id), "state": .word(\.exception.state), "owner": .value(\.exception.responsible),
            "claimedBy": .value(\.exception.claimedBy), "rootCause": .value(\.exception.rootCause),
            "version": .value(\.exception.version), "snoozedUntil": .value(\.exception.snooze?.until),
            "undone": .value(\.undone?.rawValue), "members": .value(\.members),
        ]
    }

    private var items: [Item] {
        done.enumerated().map { index, exception in
            Item(
                exception: exception, undone: undone.indices.contains(index) ? undone[index] : nil,
                members: members[exception.id])
        }
    }

    var exit: Exit { refused.exit(done: done.count) }

    func text(on page: Page) -> [String] {
        guard let last = done.last else { return [] }
        return done.indices.flatMap { ([sentence(of: $0, page)] + beneath($0)).map(\.visible) } + follows(page)
            + way(on: page, from: last)
    }

    private func sentence(of index: Int, _ page: Page) -> String {
        let exception = done[index]
        switch verb {
        case .claim:
            let due = exception.due.map { ", act by \(page.clock.due($0))" } ?? ""
            return "Claimed \(exception.id) for \(actor)\(due)"
        case .release:
            let owner = exception.owner.map { "; \($0) answers for it" } ?? ""
            return "Released \(exception.id)\(owner)"
        case .assign: return "Assigned \(exception.id) to \(exception.owner ?? "?")"
        case .note: return "Noted on \(exception.id)"
        case .snooze:
            let until = exception.snooze.map { " until \(page.clock.dated($0.until))" } ?? ""
            return "Snoozed \(exception.id)\(until); it still counts, and returns earlier when its loss grows by half"
        case .step: return "Marked a step of \(exception.id) done"
        case .add: return "Added \(exception.id). The next rotation prices it."
        case .undo:
            return
                "Undone on \(exception.id): \(undone[index].words). It is \(exception.standing(on: page.clock).text)."
        case .close: return "Closed \(exception.id). It counts when the data show the recovery."
        case .dismiss:
            let verdict = exception.dismissal?.rawValue ?? ""
            return "Dismissed \(exception.id): \(verdict). It ends with the next rotation."
        case .reopen: return "Reopened \(exception.id)"
        }
    }

    private func beneath(_ index: Int) -> [String] {
        guard let count = members[done[index].id], count > 0 else { return [] }
        return ["  and \(Numbers.grouped(count)) beneath it"]
    }

    private func follows(_ page: Page) -> [String] {
        let width = consequences.map(\.label.cells).max() ?? 0
        return consequences.flatMap { label, text in
            page.wrapped(text.visible, head: "  \(label.padded(toCells: width))   ")
        }
    }

    private func way(on page: Page, from last: ExceptionRecord) -> [String] {
        switch verb {
        case .claim: page.next("flywheel show \(last.id) --playbook")
        case .close: page.next("flywheel reopen \(last.id)", word: "Undo")
        case .release, .assign, .note, .snooze, .dismiss: page.next("flywheel undo \(last.id)", word: "Undo")
        case .step: page.next("flywheel show \(last.id) --playbook")
        case .add: page.next("flywheel rotate")
        case .undo: page.next("flywheel show \(last.id)")
        case .reopen: page.next("flywheel queue")
        }
    }
}
