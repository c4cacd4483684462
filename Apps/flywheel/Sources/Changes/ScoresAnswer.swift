import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

/// What `changes score` prints: what was expected of proposed prices, beside what was sold.
struct ScoresAnswer: DocumentedAnswer {
    let scores: [ChangeScore]
    let asOf: Instant

    let listKey: String? = "items"
    private var tally: ProposalTally {
        scores.reduce(into: ProposalTally()) { $0.add($1.score) }
    }

    static let document = Document(
        "change-scores", "What was expected of proposed prices, beside what was sold.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "proposals": .value(\.scores.count),
        "totals": .part([
            "taken": .value { $0.tally.count[.taken] ?? 0 }, "notTaken": .value { $0.tally.count[.notTaken] ?? 0 },
            "elsewhere": .value { $0.tally.count[.elsewhere] ?? 0 },
            "tooEarly": .value { $0.tally.count[.tooEarly] ?? 0 }, "scored": .value(\.tally.scored),
            "within": .value(\.tally.within), "expectedUnits": .value(\.tally.expected),
            "soldUnits": .value(\.tally.actual),
        ]),
        "items": .value(\.scores),
    ]

    func text(on page: Page) -> [String] {
        guard !scores.isEmpty else { return ["No price was proposed yet"] + page.next("flywheel changes") }
        let tally = tally
        let courses = ProposalScore.Course.allCases.compactMap { course in
            tally.count[course].map { "\(Numbers.grouped($0)) \(course.words)" }
        }
        let head = page.wrapped(
            "\(Numbers.count(scores.count, "proposed price")): \(courses.joined(separator: ", "))")
        guard tally.scored > 0 else { return head + [""] + table(page) }
        let sold = "\(Numbers.fixed(tally.actual, decimals: 0)) units sold"
        return head
            + page.wrapped(
                "\(sold) where \(Numbers.fixed(tally.expected, decimals: 1)) were expected;"
                    + " \(tally.within) of \(tally.scored) within P10 to P90, four in five should be")
            + [""] + table(page)
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("ID"), .init("PRICE", least: 9), .init("WHAT", least: 16), .init("LISTING", least: 8),
            .init("DAYS", isRight: true), .init("EXPECTED", isRight: true), .init("80%", isRight: true),
            .init("SOLD", isRight: true),
        ]
        let rows = scores.map { entry -> [Table.Cell] in
            let (change, score) = (entry.change, entry.score)
            func number(_ value: Double, _ decimals: Int) -> String {
                score.daysScored > 0 ? Numbers.fixed(value, decimals: decimals) : "?"
            }
            let low = number(score.range.lowerBound, 0)
            return [
                Table.Cell(change.id.description, .bold), Table.Cell(score.course.words),
                Table.Cell(change.change.inWords),
                Table.Cell("\(change.subject.code) \(change.subject.marketplaceName)"),
                Table.Cell(Numbers.grouped(score.daysScored)), Table.Cell(number(score.expected, 1)),
                Table.Cell(low == "?" ? low : "\(low) to \(number(score.range.upperBound, 0))"),
                Table.Cell(number(score.actual, 0), score.isWithinRange == false ? .yellow : .plain),
            ]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
    }
}

extension ProposalScore.Course {
    /// Which price stood, in words.
    var words: String { rawValue.replacing("-", with: " ") }
}

extension ChangeScore: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.change.id), "verdict": .word(\.score.course), "mode": .value(\.change.mode.rawValue),
        "state": .value(\.change.state.rawValue), "account": .value(\.change.subject.account),
        "marketplace": .value(\.change.subject.marketplace), "sku": .value(\.change.subject.code),
        "what": .value(\.change.change.words), "days": .value(\.score.daysScored),
        "expectedUnits": .value(\.scored?.expected), "soldUnits": .value(\.scored?.actual),
        "p10": .value(\.scored?.range.lowerBound), "p90": .value(\.scored?.range.upperBound),
        "error": .value(\.score.error), "isWithin": .value(\.score.isWithinRange),
    ]

    /// The score where any day could be scored.
    private var scored: ProposalScore? { score.daysScored > 0 ? score : nil }
}
