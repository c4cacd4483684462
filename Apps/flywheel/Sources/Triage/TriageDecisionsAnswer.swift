import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `triage decide` prints: what each case was or would be decided to be about, and by which words.
struct TriageDecisionsAnswer: Answer {
    let steps: [TriageDesk.Step]
    let isDryRun: Bool
    /// Whether the desk's own cases taught it; the program's own phrases decide nothing.
    let isTrained: Bool
    /// What is wrong with automation as a whole.
    let breaches: [AutomationBreach]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["id", "intents", "urgency", "confidence", "because", "isLate"]
    var rows: [JSON] { steps.map(\.json) }
    var exit: Exit { late > 0 ? .partly : breaches.isEmpty ? .done : .waits }

    private var late: Int { steps.count(where: \.isLate) }

    var json: JSON {
        [
            "schema": "flywheel.triage-decisions/1", "asOf": .instant(asOf), "dryRun": .bool(isDryRun),
            "isTrained": .bool(isTrained), "isHeld": .bool(!breaches.isEmpty),
            "decided": .count(steps.count - late), "late": .count(late), "items": .array(rows),
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "dryRun": .flag, "isTrained": .flag, "isHeld": .flag, "decided": .integer, "late": .integer,
        "items": .list([
            "id": .text, "intents": .list(.text), "urgency": .maybe(.text), "confidence": .number,
            "because": .list(.text), "isLate": .flag,
        ]),
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

extension TriageDesk.Step {
    fileprivate var words: String {
        guard !isLate else { return "changed meanwhile" }
        let because = triaged.words.isEmpty ? "" : " by \(triaged.words.joined(separator: ", "))"
        return "\(triaged.labels.joined(separator: ", ")), \(Numbers.percent(triaged.confidence)) sure\(because)"
    }

    fileprivate var json: JSON {
        [
            "id": .text(record.id.description), "intents": .texts(triaged.labels),
            "urgency": .text(triaged.urgency.map { "\($0.urgency)" }), "confidence": .number(triaged.confidence),
            "because": .texts(triaged.words), "isLate": .bool(isLate),
        ]
    }
}
