import Cases
import FlywheelKit
import FlywheelStore

/// What `cases sample` prints: who looks at which cases, and which escalations are to be audited.
struct ReviewSampleAnswer: DocumentedAnswer {
    /// A case to look at.
    struct Item: JSONRecord {
        let id: CaseID
        /// `random`, `stakes` or `escalation`.
        let reason: String
        /// Who reviews it; nobody in particular audits.
        let reviewers: [String]
        /// What it is about, or for what reason it was passed up.
        let about: String?
        /// Its owner when it ended.
        let owner: String?
        /// Whether as many as are to look did, or somebody audited it.
        let isDone: Bool

        static let members: Members<Self> = [
            "id": .value(\.id), "reason": .init(.word(["random", "stakes", "escalation"])) { .text($0.reason) },
            "reviewers": .value(\.reviewers), "about": .value(\.about), "owner": .value(\.owner),
            "isDone": .value(\.isDone),
        ]
    }

    /// The Monday of the week.
    let week: Day
    let items: [Item]
    /// Cases that ended in the week, and escalations in it: what was drawn from.
    let ended: Int
    let escalations: Int
    /// Whether anybody was named who reviews.
    let hasReviewers: Bool

    let listKey: String? = "items"

    static let document = Document(
        "review-sample", "The cases of a week that colleagues look at, and the escalations to audit.", members)

    static let members: Members<Self> = [
        "week": .value(\.week), "ended": .value(\.ended), "escalations": .value(\.escalations),
        "items": .value(\.items),
    ]

    func text(on page: Page) -> [String] {
        var lines = [
            "Week of \(page.clock.short(week)): \(Numbers.count(ended, "case")) ended, "
                + "\(Numbers.grouped(escalations)) escalated"
        ]
        guard !items.isEmpty else { return lines + ["nothing to look at"] }
        if !hasReviewers {
            lines += page.wrapped("nobody is named who reviews: name them with --reviewer, or under cases: people")
        }
        let rows = items.map { item -> [Table.Cell] in
            let nobody = item.reason == "escalation" ? "audit" : hasReviewers ? "nobody is free of it" : "?"
            let people = item.reviewers.isEmpty ? nobody : item.reviewers.joined(separator: ", ")
            return [
                Table.Cell(item.id.description), Table.Cell(item.reason), Table.Cell(people),
                Table.Cell(item.owner ?? ""), Table.Cell(item.isDone ? "yes" : "no"), Table.Cell(item.about ?? ""),
            ]
        }
        lines +=
            [""]
            + Table(
                columns: [
                    .init("CASE"), .init("DRAWN"), .init("WHO LOOKS", least: 10), .init("WAS WITH", least: 8),
                    .init("DONE"), .init("ABOUT", least: 10),
                ], rows: rows
            ).lines(on: page)
        guard let next = items.first(where: { !$0.isDone }) else { return lines }
        return lines
            + page.next(
                next.reason == "escalation"
                    ? "flywheel cases audit \(next.id) --tag WORD" : "flywheel cases review \(next.id) --verdict good")
    }
}
