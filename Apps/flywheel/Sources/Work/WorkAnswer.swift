import FlywheelKit
import FlywheelStore

/// What the commands that change exceptions print: what was done, row by row; what was not goes to standard error.
struct WorkAnswer: Answer {
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
    let columns = ["id", "state", "owner", "claimedBy", "rootCause", "version", "snoozedUntil", "undone", "members"]

    var rows: [JSON] {
        done.enumerated().map { index, exception in
            [
                "id": .text(exception.id.description), "state": .text(exception.state.rawValue),
                "owner": .text(exception.responsible), "claimedBy": .text(exception.claimedBy),
                "rootCause": .text(exception.rootCause), "version": .count(exception.version),
                "snoozedUntil": .instant(exception.snooze?.until),
                "undone": .text(undone.indices.contains(index) ? undone[index].rawValue : nil),
                "members": .count(members[exception.id]),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.work/1", "verb": .text(verb.rawValue), "actor": .text(actor), "at": .instant(at),
            "items": .array(rows),
            "refused": .array(refused.map(\.json)),
        ]
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
