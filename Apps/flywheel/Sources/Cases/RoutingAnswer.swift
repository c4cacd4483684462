import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `cases route` prints: to whom each case went or would go, why, and who is to be asked.
struct RoutingAnswer: Answer {
    let steps: [RoutingStep]
    let isDryRun: Bool
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["id", "outcome", "person", "group", "from", "rule", "why", "because", "earliest"]
    var rows: [JSON] { steps.map(\.json) }
    var exit: Exit { late > 0 ? .partly : .done }

    private var given: [RoutingStep] { steps.filter { if case .given = $0.outcome { true } else { false } } }
    private var waiting: [RoutingStep] { steps.filter { $0.outcome == .waits } }
    private var asked: [RoutingStep] { steps.filter { if case .asks = $0.outcome { true } else { false } } }
    private var late: Int { steps.count { $0.outcome == .late } }

    var json: JSON {
        [
            "schema": "flywheel.case-routing/1", "asOf": .instant(asOf), "dryRun": .bool(isDryRun),
            "given": .count(given.count), "waiting": .count(waiting.count), "asked": .count(asked.count),
            "late": .count(late), "items": .array(rows),
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "dryRun": .flag, "given": .integer, "waiting": .integer, "asked": .integer,
        "late": .integer,
        "items": .list([
            "id": .text, "outcome": .word(["given", "waits", "asks", "late"]), "person": .maybe(.text),
            "group": .maybe(.text), "from": .maybe(.text), "rule": .maybe(.text), "why": .text,
            "because": .list(.text), "earliest": .maybe(.instant),
        ]),
    ]

    func text(on page: Page) -> [String] {
        guard !steps.isEmpty else {
            return ["Every case is with somebody who can work it"] + page.next("flywheel cases")
        }
        var parts = ["\(isDryRun ? "Would give" : "Gave") \(Numbers.count(given.count, "case")) to people"]
        if !waiting.isEmpty { parts.append("\(Numbers.grouped(waiting.count)) wait") }
        if !asked.isEmpty { parts.append("\(Numbers.grouped(asked.count)) to ask about") }
        if late > 0 { parts.append("\(Numbers.grouped(late)) changed meanwhile: run it again for these") }
        let first = given.first?.record.id
        let next =
            isDryRun
            ? page.next("flywheel cases route")
            : first.map { page.next("flywheel cases undo \($0)", word: "Undo") } ?? page.next("flywheel cases")
        return page.wrapped(parts.joined(separator: ", ")) + ["as of \(page.clock.full(asOf))", ""]
            + steps.flatMap { step in
                page.wrapped(step.words.visible, head: page.ink(step.record.id.description, .bold) + "  ")
            } + next
    }
}

extension RoutingStep {
    fileprivate var words: String {
        let group = group.map { ", group \($0)" } ?? ""
        switch outcome {
        case .given(let name): return "to \(name)\(group): \(routing.need)"
        case .waits: return (record.owner.map { "from \($0)" } ?? "waits") + "\(group): \(routing.why)"
        case .late: return "changed meanwhile"
        case .asks(let owner):
            let reasons = because.map(\.description).joined(separator: ", ")
            return "ask \(owner), who \(because.isEmpty ? "is not at the desk" : reasons): \(routing.why)"
        }
    }

    fileprivate var json: JSON {
        let outcome =
            switch self.outcome {
            case .given: "given"
            case .waits: "waits"
            case .asks: "asks"
            case .late: "late"
            }
        return [
            "id": .text(record.id.description), "outcome": .text(outcome), "person": .text(routing.person),
            "group": .text(group), "from": .text(record.owner), "rule": .text(routing.need.rule),
            "why": .text(routing.why), "because": .texts(because.map(\.description)),
            "earliest": .instant(routing.earliest),
        ]
    }
}
