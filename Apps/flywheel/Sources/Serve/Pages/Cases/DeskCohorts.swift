import Cases
import WebPages

/// What was measured of each part of the cases, side by side: a column for each figure that the report has of them.
struct DeskCohorts {
    let answer: CasesReportAnswer
    let key: CohortKey
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let figures = answer.parts.filter { $0.statistic == "median" || $0.statistic == "share" }
        let byPart = Dictionary(grouping: figures) { $0.part ?? "" }
        var metrics: [DeskMetric] = []
        for figure in figures where !metrics.contains(figure.metric) { metrics.append(figure.metric) }
        let rows = answer.report.cohorts(by: key).map { cohort -> DataTable.Row in
            let own = byPart[CasesReportAnswer.part(cohort.name, by: key)] ?? []
            let cells = metrics.map { metric -> HTML in
                cohort.count == nil ? phrases("desk.hidden") : reader.value(of: own.first { $0.metric == metric })
            }
            let count: HTML = cohort.count.map { "\(reader.formats.number($0))" } ?? phrases("desk.hidden")
            return .init([reader.name(of: cohort.name, by: key), count] + cells)
        }
        let table = DataTable(
            id: "parts",
            caption: phrases(
                "desk.caption.parts",
                ["key": .text(phrases.text("desk.key.\(key.rawValue)")), "count": .count(rows.count)]),
            columns: [
                .init(phrases("desk.key.\(key.rawValue)")), .init(phrases("desk.column.cases"), isNumber: true),
            ] + metrics.map { .init(reader.name(of: $0), isNumber: true) }, rows: rows, empty: .nothing)
        let least = answer.report.settings.leastShown
        let why: HTML =
            figures.contains(where: \.isHidden)
            ? "<p class=\"muted\">\(phrases("desk.hiddenWhy", ["count": .count(least)]))</p>" : .nothing
        return "\(table.html)\(why)"
    }
}
