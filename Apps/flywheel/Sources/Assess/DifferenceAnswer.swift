import Assessment
import Learning

/// What `assess diff` prints.
struct DifferenceAnswer: DocumentedAnswer {
    let earlier: KeptAssessment
    let later: KeptAssessment

    var changes: [AssessmentChange] { later.document.changes(since: earlier.document) }

    let listKey: String? = "items"

    static let document = Document(
        "assess-diff", "What is otherwise in one assessment than in an earlier one.", members)

    static let members: Members<Self> = [
        "earlier": .value(\.earlier.id), "later": .value(\.later.id), "items": .value(\.changes),
    ]

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
