import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import People

/// Handing on what somebody has who is away or gone: one piece after the other, each as an assignment that can be undone.
struct Handover {
    let host: Host
    let rules: DeskRules
    let actor: Actor
    let clock: WallClock

    /// Gives all that waits for work and is somebody's to another, of one account alone where it is named. What the other may
    /// not know of, or cannot work, stays where it is.
    func hand(_ from: String, to: String, account: String?) throws -> HandoverAnswer {
        let roster = Roster(try host.store.people())
        guard from != to else { throw PeopleError.refused("\(from) has it already") }
        guard roster.isEmpty || roster.knows(to) else { throw PeopleError.nobody(to) }
        guard !roster.isKeptOut(to) else { throw PeopleError.refused("\(to) is kept out and would never see it") }
        var answer = HandoverAnswer(from: from, to: to, actor: actor.name, at: clock.now)
        let bench = host.workbench(actor, now: clock.now)
        let cases = CaseWorkbench(host.store, rules: rules, actor: actor, now: clock.now)
        for piece in try Holdings(of: from, in: host.store)[from] where account.map({ $0 == piece.account }) ?? true {
            do {
                guard roster.obstacle(for: to, account: piece.account) == nil else {
                    throw PeopleError.refused("\(piece.id.text) is of \(piece.account), which \(to) may not know of")
                }
                switch piece.id {
                case .exception(let id): try bench.assign(id, to: to, takingOver: true)
                case .case(let id): try cases.assign(id, to: to)
                }
                answer.done.append(piece)
            } catch {
                answer.refused.append(Refused(id: piece.id.text, why: Diagnostic(error, clock: clock)))
            }
        }
        return answer
    }
}

/// What `people hand` prints.
struct HandoverAnswer: DocumentedAnswer {
    let from: String
    let to: String
    let actor: String
    let at: Instant
    var done: [Holdings.Piece] = []
    var refused: [Refused] = []

    var refusals: [Diagnostic] { refused.map(\.why) }
    var exit: Exit { refused.exit(done: done.count) }

    let listKey: String? = "items"

    static let document = Document("handover", "What somebody had, and who has it now.", members)

    static let members: Members<Self> = [
        "from": .value(\.from), "to": .value(\.to), "actor": .value(\.actor), "at": .value(\.at),
        "items": .list(\.done, ["id": .value(\.id.text), "account": .value(\.account), "was": .word(\.way)]),
        "refused": .value(\.refused),
    ]

    func text(on page: Page) -> [String] {
        guard !done.isEmpty else { return refused.isEmpty ? ["\(from) had nothing that waits for work"] : [] }
        return page.wrapped("Handed \(done.words) of \(from) to \(to)".visible)
            + page.next("flywheel queue --owner \(to.shellWord)")
    }
}
