import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `triage decide` prints: what each case was or would be decided to be about, and by which words.
struct TriageDecisionsAnswer: DocumentedAnswer {
    let steps: [TriageDesk.Step]
    let isDryRun: Bool
    /// Whether the desk's own cases taught it; the program's own phrases decide nothing.
    let isTrained: Bool
    /// What is wrong with automation as a whole.
    let breaches: [AutomationBreach]
    let asOf: Instant

    let listKey: String? = "items"
    var exit: Exit { late > 0 ? .partly : breaches.isEmpty ? .done : .waits }

    private var late: Int { steps.count(where: \.isLate) }

    static let document = Document(
        "triage-decisions", "What triage decided about open cases by itself, or would decide.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "dryRun": .value(\.isDryRun), "isTrained": .value(\.isTrained),
        "isHeld": .value { !$0.breaches.isEmpty }, "decided": .value { $0.steps.count - $0.late },
        "late": .value(\.late), "items": .value(\.steps),
    ]

    func text(on page: Page) -> [String] {
        var head = ["\(isDryRun ? "Would decide" : "Decided") about \(Numbers.count(steps.count - late, "case"))"]
        if late > 0 { head.append("\(Numbers.grouped(late)) changed meanwhile: run it again for these") }
        if !isTrained { head.append("nothing is decided before the desk's own cases taught it") }
        if !breaches.isEmpty {
            head.append("automation is held: \(breaches.map(\.measure.words).joined(separator: ", "))")
        }
        let next =
            breaches.isEmpty
            ? isTrained
                ? steps.first.map { page.next("flywheel case \($0.record.id)") } ?? page.next("flywheel cases")
                : page.next("flywheel triage train --desk")
            : page.next("flywheel triage report --desk")
        return page.wrapped(head.joined(separator: ", ")) + ["as of \(page.clock.full(asOf))", ""]
            + steps.flatMap { step in
                page.wrapped(step.words.visible, head: page.ink(step.record.id.description, .bold) + "  ")
            } + next
    }
}

extension TriageDesk.Step: JSONRecord {
    fileprivate var words: String {
        guard !isLate else { return "changed meanwhile" }
        let because = triaged.words.isEmpty ? "" : " by \(triaged.words.joined(separator: ", "))"
        return "\(triaged.labels.joined(separator: ", ")), \(Numbers.percent(triaged.confidence)) sure\(because)"
    }

    static let members: Members<Self> = [
        "id": .value(\.record.id), "intents": .value(\.triaged.labels),
        "urgency": .value(\.triaged.urgency?.urgency.word),
        "confidence": .value(\.triaged.confidence), "because": .value(\.triaged.words), "isLate": .value(\.isLate),
    ]
}
