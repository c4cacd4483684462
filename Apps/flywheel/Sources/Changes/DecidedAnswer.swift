import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `changes approve` and `changes refuse` print: what was decided, row by row; what was not goes to standard error.
struct DecidedAnswer: DocumentedAnswer {
    enum Verb: String, CaseIterable {
        case approve, refuse
    }

    let verb: Verb
    let actor: String
    let at: Instant
    var done: [ChangeRecord] = []
    var refused: [Refused] = []

    var refusals: [Diagnostic] { refused.map(\.why) }

    let listKey: String? = "items"
    let columns = ChangeRecord.columns
    var exit: Exit { refused.exit(done: done.count) }

    static let document = Document("decided", "The changes that were approved or refused.", members)

    static let members: Members<Self> = [
        "verb": .word(\.verb), "actor": .value(\.actor), "at": .value(\.at), "items": .value(\.done),
        "refused": .value(\.refused),
    ]

    func text(on page: Page) -> [String] {
        guard !done.isEmpty else { return [] }
        let lines = done.flatMap { change -> [String] in
            let what = "\(change.id): \(change.change.inWords), \(change.subject.words)"
            switch verb {
            case .approve where change.mode == .test:
                return page.wrapped("Approved \(what). Test mode: nothing is written.".visible)
            case .approve: return page.wrapped("Approved \(what)".visible)
            case .refuse: return page.wrapped("Refused \(what)".visible)
            }
        }
        guard verb == .approve else { return lines + page.next("flywheel changes") }
        let isLive = done.contains { $0.mode == .live }
        return lines + page.next("flywheel changes write" + (isLive ? "" : " --dry-run"))
    }
}

extension Session {
    /// Decides about one change after the other; one that is refused does not keep the others from it.
    func decide(
        _ verb: DecidedAnswer.Verb, on ids: IDs<ChangeRecord>,
        _ decision: (ChangeDesk, ChangeID) throws(ChangeError) -> ChangeRecord
    ) throws -> DecidedAnswer {
        var answer = DecidedAnswer(verb: verb, actor: actor.name, at: now)
        let desk = host.changeDesk(actor, now: now)
        for id in try ids.read(inputLines) {
            do { answer.done.append(try decision(desk, id)) } catch {
                answer.refused.append(Refused(id: id.description, why: Diagnostic(error, clock: clock)))
            }
        }
        return answer
    }
}
