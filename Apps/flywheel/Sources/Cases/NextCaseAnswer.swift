import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `cases next` prints: the case that somebody works next, and why that one.
struct NextCaseAnswer: DocumentedAnswer {
    let next: NextCase
    let person: String
    var subject: String?
    /// What is at stake in it, as far as it put it there.
    var saving: Money?
    var isClaimed = false
    let asOf: Instant

    let columns = ["case.id", "case.due", "case.subject", "case.need"]
    var pipeColumns: [String]? { ["case.id"] }
    var rows: [JSON] { next.pick == nil ? [] : [Self.members.json(self)] }

    static let document = Document("next-case", "The case that somebody works next, and why that one.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "person": .value(\.person),
        "case": .maybe(
            \.picked,
            [
                "id": .value { $0.pick.record.id }, "subject": .value { $0.answer.subject },
                "due": .value { $0.pick.waiting.due }, "opened": .value { $0.pick.waiting.matter.opened },
                "atStake": .value { $0.answer.saving }, "given": .value { $0.pick.isTheirs },
                "rule": .value { $0.pick.need.rule }, "need": .value { $0.pick.need.description },
            ]), "claimed": .value(\.isClaimed), "able": .value(\.next.able),
        "obstacles": .list(\.obstacles, ["why": .value { $0.0 }, "cases": .value { $0.1 }]),
    ]

    private var picked: (pick: NextCase.Pick, answer: Self)? { next.pick.map { ($0, self) } }

    func text(on page: Page) -> [String] {
        guard let pick = next.pick else {
            let nothing =
                obstacles.isEmpty ? "Nothing waits that nobody has in hand" : "Nothing waits that \(person) can take"
            return page.wrapped(nothing.visible) + others(page) + page.next("flywheel cases --mine")
        }
        let id = pick.record.id
        let title = (subject ?? "\(pick.record.key.source) \(pick.record.key.code)").visible
        let whose = pick.isTheirs ? "given to \(person)" : "unassigned"
        return page.wrapped(title, head: page.ink(id.description, .bold) + "  ")
            + page.wrapped((isClaimed ? "taken by \(person)" : whose).visible, head: "State    ")
            + page.wrapped(why(pick, page).visible, head: "Why      ")
            + page.wrapped(pick.need.description.visible, head: "Rule     ") + others(page)
            + page.next(isClaimed ? "flywheel case \(id)" : "flywheel cases claim \(id)")
    }

    /// What put it first.
    private func why(_ pick: NextCase.Pick, _ page: Page) -> String {
        var reasons: [String] = []
        if let saving { reasons.append("\(Numbers.money(saving)) at stake") }
        if let due = pick.waiting.due {
            reasons.append(due < asOf ? page.clock.due(due) : "due \(page.clock.due(due))")
        }
        if reasons.isEmpty { reasons.append("nothing at stake or due is known, and it waits longest") }
        let count = next.able == 1 ? "the only case" : "first of \(Numbers.count(next.able, "case"))"
        return "\(count) \(person) can take: \(reasons.joined(separator: ", "))"
    }

    private func others(_ page: Page) -> [String] {
        obstacles.flatMap { why, count in
            page.wrapped("\(Numbers.count(count, "other case")): \(person) \(why)".visible, head: "         ")
        }
    }

    /// What stands between them and other cases, what concerns most of them first.
    private var obstacles: [(String, Int)] {
        next.obstacles.map { ($0.description, $1) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
