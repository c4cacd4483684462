import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `cases next` prints: the case that somebody works next, and why that one.
struct NextCaseAnswer: Answer {
    let next: NextCase
    let person: String
    var subject: String?
    /// What is at stake in it, as far as it put it there.
    var saving: Money?
    var isClaimed = false
    let asOf: Instant

    let columns = ["case.id", "case.due", "case.subject", "case.need"]
    var pipeColumns: [String]? { ["case.id"] }
    var rows: [JSON] { next.pick == nil ? [] : [json] }

    var json: JSON {
        [
            "schema": "flywheel.next-case/1", "asOf": .instant(asOf), "person": .text(person),
            "case": next.pick.map(json) ?? nil, "claimed": .bool(isClaimed), "able": .count(next.able),
            "obstacles": .array(obstacles.map { ["why": .text($0), "cases": .count($1)] }),
        ]
    }

    private func json(_ pick: NextCase.Pick) -> JSON {
        [
            "id": .text(pick.record.id.description), "subject": .text(subject), "due": .instant(pick.waiting.due),
            "opened": .instant(pick.waiting.matter.opened), "atStake": saving.map { .money($0) } ?? nil,
            "given": .bool(pick.isTheirs), "rule": .text(pick.need.rule), "need": .text(pick.need.description),
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "person": .text,
        "case": .maybe([
            "id": .text, "subject": .maybe(.text), "due": .maybe(.instant), "opened": .maybe(.instant),
            "atStake": .maybe(.knownMoney), "given": .flag, "rule": .maybe(.text), "need": .text,
        ]), "claimed": .flag, "able": .integer, "obstacles": .list(["why": .text, "cases": .integer]),
    ]

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
