import Assessment
import Learning

/// What `assess diff` prints.
struct DifferenceAnswer: Answer {
    let earlier: KeptAssessment
    let later: KeptAssessment

    var changes: [AssessmentChange] { later.document.changes(since: earlier.document) }

    let listKey: String? = "items"
    let columns = ["part", "subject", "before", "after", "direction"]
    var rows: [JSON] { changes.map(\.json) }
    var json: JSON {
        [
            "schema": "flywheel.assess-diff/1", "earlier": .text(earlier.id), "later": .text(later.id),
            "items": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] { lines(page) + page.next("flywheel assess show \(later.id)") }

    /// What changed, without what to do next.
    func lines(_ page: Page) -> [String] {
        let changes = changes
        let days = "\(page.clock.day(earlier.document.period.until)) to \(page.clock.day(later.document.period.until))"
        guard !changes.isEmpty else { return page.wrapped("\(earlier.id) and \(later.id) say the same, \(days)") }
        let table = Table(
            columns: [
                .init("WHAT"), .init("OF", least: 12), .init("BEFORE", least: 8), .init("NOW", least: 8), .init(""),
            ],
            rows: changes.map { change in
                [
                    .init(change.part.rawValue), .init(change.subject), .init(change.before ?? "?"),
                    .init(change.after ?? "?"), .init(change.direction.words, change.direction.tone),
                ]
            })
        return page.wrapped("From \(earlier.id) to \(later.id), \(days): \(Numbers.count(changes.count, "change"))") + [
            ""
        ]
            + table.lines(on: page)
    }
}

extension AssessmentChange.Direction {
    fileprivate var words: String { self == .other ? "" : rawValue }

    fileprivate var tone: Tone {
        switch self {
        case .better: .green
        case .worse: .red
        case .other: .plain
        }
    }
}
