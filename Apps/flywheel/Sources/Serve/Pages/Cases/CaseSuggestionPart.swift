import CaseDesk
import Cases
import FlywheelKit
import WebPages

/// What triage makes of the newest message: an offer with its reasons, or what it decided.
struct CaseSuggestionPart {
    let page: CasePage
    let suggestion: CaseSuggestion

    private var phrases: Phrases { page.phrases }

    var html: HTML {
        let triaged = suggestion.triaged
        guard triaged.decision.kind != .human else {
            let isAudited = triaged.decision.obstacles == [.audited]
            return "<p>\(phrases(isAudited ? "cases.suggestion.audited" : "cases.suggestion.none"))</p>"
        }
        var lines: [HTML] = [
            phrases(
                "cases.suggestion.labels",
                [
                    "labels": .text(triaged.labels.map(\.inWords).joined(separator: ", ")),
                    "chance": .text(page.reader.formats.chance(triaged.confidence)),
                ])
        ]
        if !triaged.words.isEmpty {
            lines.append(phrases("cases.suggestion.words", ["words": .text(triaged.words.joined(separator: ", "))]))
        }
        if let urgency = triaged.urgency {
            lines.append(
                phrases(
                    "cases.suggestion.urgency",
                    [
                        "urgency": .html(page.reader.phrases("cases.urgency.\(urgency.urgency)")),
                        "words": .text(urgency.words.joined(separator: ", ")),
                    ]))
        }
        lines.append(standing)
        return "\(lines.map { "<p>\($0)</p>" as HTML })\n\(use)"
    }

    /// Who decides, or decided.
    private var standing: HTML {
        if page.file.contents.standing != nil { return phrases("cases.suggestion.decided") }
        let obstacles = suggestion.obstacles
        guard !obstacles.isEmpty else { return phrases("cases.suggestion.clear") }
        let reasons = obstacles.map { page.reader.said($0) }.joined(by: "; ")
        return phrases("cases.suggestion.obstacles", ["reasons": .html(reasons)])
    }

    /// Takes the suggestion as what the case is about; another choice is made in the form below.
    private var use: HTML {
        guard page.isWorkable, suggestion.triaged.labels != page.file.contents.intents
        else { return .nothing }
        return page.button("use", hidden: ["intents": suggestion.triaged.labels.joined(separator: " ")])
    }
}
