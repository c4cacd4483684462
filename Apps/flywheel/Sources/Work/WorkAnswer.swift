import FlywheelKit
import FlywheelStore

/// What `claim`, `release`, `close` and `reopen` print: what was done, row by row; what was not goes to standard error.
struct WorkAnswer: Answer {
    enum Verb: String {
        case claim, release, close, reopen
    }

    let verb: Verb
    let actor: String
    let at: Instant
    let done: [ExceptionRecord]
    let refusals: [Diagnostic]
    /// What follows from it, each with a word in front.
    var consequences: [(label: String, text: String)] = []

    let listKey: String? = "items"
    let columns = ["id", "state", "owner", "claimedBy", "rootCause", "version"]

    var rows: [JSON] {
        done.map {
            [
                "id": .text($0.id.description), "state": .text($0.state.rawValue), "owner": .text($0.owner),
                "claimedBy": .text($0.claimedBy), "rootCause": .text($0.rootCause), "version": .count($0.version),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.work/1", "verb": .text(verb.rawValue), "actor": .text(actor), "at": .instant(at),
            "items": .array(rows),
            "refused": .array(refusals.map { ["code": .text($0.code), "message": .text($0.sentence)] }),
        ]
    }

    var exit: Exit { refusals.exit(done: done.count) }

    func text(on page: Page) -> [String] {
        guard let last = done.last else { return [] }
        return done.map { "\(sentence(of: $0, page))".visible } + follows(page) + way(on: page, from: last)
    }

    private func sentence(of exception: ExceptionRecord, _ page: Page) -> String {
        switch verb {
        case .claim:
            let due = exception.due.map { ", act by \(page.clock.due($0))" } ?? ""
            return "Claimed \(exception.id) for \(actor)\(due)"
        case .release: return "Released \(exception.id)"
        case .close: return "Closed \(exception.id). It counts when the data show the recovery."
        case .reopen: return "Reopened \(exception.id)"
        }
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
        case .release, .reopen: page.next("flywheel queue")
        }
    }
}
