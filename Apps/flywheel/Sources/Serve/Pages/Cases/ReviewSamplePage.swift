import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// The cases of a week that colleagues look at, and the escalations to audit.
struct ReviewSamplePage {
    let answer: ReviewSampleAnswer
    let query: CommandQuery
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let week: Phrases.Value = .text(reader.formats.day(answer.week))
        let filters = FilterForm(
            "/cases/sample", [.day(name: "week", label: phrases("desk.sample.week"), text: query["week"] ?? "")],
            keeping: query["reviewer"].map { [("reviewer", $0)] } ?? [], notUnderstood: query.notUnderstood)
        let table = DataTable(
            id: "sample",
            caption: phrases(
                "desk.sample.caption",
                [
                    "day": week, "ended": .count(answer.ended),
                    "escalations": .text(reader.formats.number(answer.escalations)),
                    "count": .text(reader.formats.number(answer.items.count)),
                ]),
            columns: [
                .init(phrases("cases.column.case")), .init(phrases("desk.sample.drawn")),
                .init(phrases("desk.sample.who")), .init(phrases("desk.sample.owner")),
                .init(phrases("desk.sample.about")),
            ], rows: answer.items.map(row), empty: phrases("desk.sample.empty", ["day": week]))
        let nobody: HTML =
            answer.hasReviewers ? .nothing : "<p><strong>\(phrases("desk.sample.nobody"))</strong></p>"
        return """
            \(filters.html(for: reader))
            \(nobody)
            <section>\(table.html)<p class="muted">\(phrases("desk.sample.note"))</p></section>
            """
    }

    private func row(of item: ReviewSampleAnswer.Item) -> DataTable.Row {
        .init([
            RecordLink(id: item.id.description).html, phrases("desk.sample.reason.\(item.reason)"), who(item),
            item.owner.map { "<bdi>\($0)</bdi>" } ?? "–", item.about.map { "<bdi>\($0.inWords)</bdi>" } ?? "–",
        ])
    }

    /// Anybody may audit; nobody reviews what they had a part in.
    private func who(_ item: ReviewSampleAnswer.Item) -> HTML {
        guard item.reviewers.isEmpty else { return item.reviewers.map { "<bdi>\($0)</bdi>" as HTML }.joined(by: ", ") }
        guard item.reason != "escalation" else { return phrases("desk.sample.anybody") }
        return answer.hasReviewers ? phrases("desk.sample.nobodyFree") : "?"
    }
}
