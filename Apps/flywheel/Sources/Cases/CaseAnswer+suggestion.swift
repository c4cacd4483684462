import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CaseAnswer {
    /// What triage suggests, the words it goes by, and what keeps it from being decided without a person.
    func suggested(_ page: Page) -> [String] {
        guard let suggestion else { return [] }
        let triaged = suggestion.triaged
        var lines: [String] = []
        func add(_ words: String) {
            lines += page.wrapped(words.visible, head: lines.isEmpty ? "Triage   " : "         ")
        }
        if triaged.decision.kind == .human {
            let isAudited = triaged.decision.obstacles == [.audited]
            add(isAudited ? "nothing is suggested here" : "nothing is known well enough to suggest")
        } else {
            add("\(triaged.labels.map(\.inWords).joined(separator: ", ")), \(Numbers.percent(triaged.confidence)) sure")
        }
        if triaged.decision.kind != .human, !triaged.words.isEmpty {
            add("by the words: \(triaged.words.joined(separator: ", "))")
        }
        if let urgency = triaged.urgency {
            add("its words sound \(urgency.urgency): \(urgency.words.joined(separator: ", "))")
        }
        add(standing(of: suggestion))
        return lines
    }

    /// Who decides, or decided.
    private func standing(of suggestion: CaseSuggestion) -> String {
        if file.contents.standing != nil {
            return "decided without a person; flywheel cases undo \(file.record.id) takes it back"
        }
        let obstacles = suggestion.obstacles
        guard obstacles.isEmpty else { return "a person decides: \(obstacles.joined(separator: "; "))" }
        return suggestion.isAutomated && suggestion.isFree
            ? "decided without a person at the next rotation" : "nothing stands against deciding without a person"
    }
}

extension CaseSuggestion: JSONRecord {
    /// What stands against deciding without a person, each once.
    var obstacles: [String] {
        triaged.decision.obstacles.map(\.sentence).reduce(into: []) { seen, sentence in
            if !seen.contains(sentence) { seen.append(sentence) }
        }
    }

    static let members: Members<Self> = [
        "message": .value(\.message), "source": .word(\.source), "intents": .value(\.triaged.labels),
        "confidence": .value(\.triaged.confidence), "decision": .word(\.triaged.decision.kind),
        "because": .value(\.triaged.words), "against": .value(\.obstacles), "language": .value(\.triaged.language),
        "urgency": .value(\.triaged.urgency?.urgency.word),
        "urgencyBecause": .value { $0.triaged.urgency?.words ?? [] },
    ]
}
