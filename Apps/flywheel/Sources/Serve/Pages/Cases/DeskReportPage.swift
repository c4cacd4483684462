import Cases
import FlywheelKit
import WebPages

/// What the desk learned of itself: times, shares, promises, disputes, surveys, causes and reviews, each with what it is of.
///
/// Figures are shown as the report lists them, whichever it has: one that is new to it stands in its table by itself.
struct DeskReportPage {
    let answer: CasesReportAnswer
    let query: CommandQuery
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var report: DeskReport { answer.report }

    var html: HTML {
        guard !report.cases.isEmpty else { return "\(filters)\n<p class=\"empty\">\(empty)</p>" }
        let figures = DeskFigures(answer: answer, reader: reader)
        return """
            \(filters)
            <p>\(lead)</p>
            \(answer.key.map { section("parts", DeskCohorts(answer: answer, key: $0, reader: reader).html) })
            \(section("times", figures.times))
            \(section("shares", figures.shares))
            \(section("promises", figures.promises))
            \(section("topics", figures.topics))
            \(section("disputes", figures.disputes))
            \(section("satisfaction", figures.satisfaction))
            \(section("causes", DeskCauses(found: report.causes, reader: reader).html))
            \(section("reviews", DeskReviews(answer: answer, figures: figures, reader: reader).html))
            <section>\(DeskBacklog(days: report.backlog, reader: reader).html)</section>
            \(section("sales", DeskSales(found: answer.association, reader: reader).html))
            """
    }

    /// A part of the report; nothing where there is nothing of it.
    private func section(_ name: String, _ content: HTML) -> HTML {
        content.isEmpty ? .nothing : "<section><h2>\(phrases("desk.heading.\(name)"))</h2>\n\(content)</section>"
    }

    private var filters: HTML {
        let keys = CohortKey.allCases.map { ($0.rawValue, phrases.text("desk.key.\($0.rawValue)")) }
        return FilterForm(
            "/cases/report",
            [
                .choice(
                    name: "by", label: phrases("desk.report.by"), values: [("", phrases.text("desk.key.none"))] + keys,
                    chosen: query["by"] ?? ""),
                .day(name: "since", label: phrases("desk.report.since"), text: query["since"] ?? ""),
                .day(name: "until", label: phrases("desk.report.until"), text: query["until"] ?? ""),
            ], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    private var empty: HTML {
        guard let since = report.since else { return phrases("desk.report.empty") }
        let all: HTML = "<a href=\"/cases/report\">\(phrases("desk.report.all"))</a>"
        return phrases("desk.report.emptySince", ["day": .text(reader.formats.day(since)), "all": .html(all)])
    }

    private var lead: HTML {
        let open = reader.formats.number(report.cases.count { !$0.state.isDone })
        let counts: [String: Phrases.Value] = ["count": .count(report.cases.count), "open": .text(open)]
        guard let since = report.since else { return phrases("desk.report.cases", counts) }
        return phrases(
            "desk.report.casesSince", counts.merging(["day": .text(reader.formats.day(since))]) { first, _ in first })
    }
}
