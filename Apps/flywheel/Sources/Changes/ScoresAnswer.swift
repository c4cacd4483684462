import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

/// What `changes score` prints: what was expected of proposed prices, beside what was sold.
struct ScoresAnswer: Answer {
    let scores: [ChangeScore]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "id", "verdict", "mode", "state", "account", "marketplace", "sku", "what", "days", "expectedUnits",
        "soldUnits", "p10", "p90", "error", "isWithin",
    ]

    var rows: [JSON] {
        scores.map { entry in
            let (change, score) = (entry.change, entry.score)
            let isScored = score.daysScored > 0
            return [
                "id": .text(change.id.description), "verdict": .text(score.course.rawValue),
                "mode": .text(change.mode.rawValue), "state": .text(change.state.rawValue),
                "account": .text(change.subject.account), "marketplace": .text(change.subject.marketplace),
                "sku": .text(change.subject.code), "what": .text(change.change.words),
                "days": .count(score.daysScored), "expectedUnits": isScored ? .number(score.expected) : nil,
                "soldUnits": isScored ? .number(score.actual) : nil,
                "p10": isScored ? .number(score.range.lowerBound) : nil,
                "p90": isScored ? .number(score.range.upperBound) : nil,
                "error": score.error.map { .number($0) } ?? nil,
                "isWithin": score.isWithinRange.map { .bool($0) } ?? nil,
            ]
        }
    }

    private var tally: ProposalTally {
        scores.reduce(into: ProposalTally()) { $0.add($1.score) }
    }

    var json: JSON {
        [
            "schema": "flywheel.change-scores/1", "asOf": .instant(asOf), "proposals": .count(scores.count),
            "totals": [
                "taken": .count(tally.count[.taken] ?? 0), "notTaken": .count(tally.count[.notTaken] ?? 0),
                "elsewhere": .count(tally.count[.elsewhere] ?? 0), "tooEarly": .count(tally.count[.tooEarly] ?? 0),
                "scored": .count(tally.scored), "within": .count(tally.within),
                "expectedUnits": .number(tally.expected), "soldUnits": .number(tally.actual),
            ], "items": .array(rows),
        ]
    }

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
                Table.Cell(change.change.words), Table.Cell("\(change.subject.code) \(change.subject.marketplaceName)"),
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
