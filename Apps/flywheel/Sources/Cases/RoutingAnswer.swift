import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `cases route` prints: to whom each case went or would go, why, and who is to be asked.
struct RoutingAnswer: DocumentedAnswer {
    let steps: [RoutingStep]
    let isDryRun: Bool
    let asOf: Instant

    let listKey: String? = "items"
    var exit: Exit { late > 0 ? .partly : .done }

    private var given: [RoutingStep] { steps.filter { if case .given = $0.outcome { true } else { false } } }
    private var waiting: [RoutingStep] { steps.filter { $0.outcome == .waits } }
    private var asked: [RoutingStep] { steps.filter { if case .asks = $0.outcome { true } else { false } } }
    private var late: Int { steps.count { $0.outcome == .late } }

    static let document = Document("case-routing", "To whom cases went by the rules, or would go.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "dryRun": .value(\.isDryRun), "given": .value(\.given.count),
        "waiting": .value(\.waiting.count), "asked": .value(\.asked.count), "late": .value(\.late),
        "items": .value(\.steps),
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

extension RoutingStep: JSONRecord {
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

    private var outcomeWord: String {
        switch outcome {
        case .given: "given"
        case .waits: "waits"
        case .asks: "asks"
        case .late: "late"
        }
    }

    static let members: Members<Self> = [
        "id": .value(\.record.id),
        "outcome": .init(.word(["given", "waits", "asks", "late"])) { .text($0.outcomeWord) },
        "person": .value(\.routing.person), "group": .value(\.group), "from": .value(\.record.owner),
        "rule": .value(\.routing.need.rule), "why": .value(\.routing.why),
        "because": .value { $0.because.map(\.description) }, "earliest": .value(\.routing.earliest),
    ]
}
