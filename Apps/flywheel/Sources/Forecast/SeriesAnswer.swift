import SeriesFiles

/// What `forecast --series` says when it is done; nothing where the forecasts themselves are the answer.
struct SeriesAnswer: Answer {
    let summary: SeriesForecaster.Summary
    /// The file that was written; `nil` for standard output.
    let file: String?

    let listKey: String? = "methods"
    let columns = ["method", "series"]
    var pipeColumns: [String]? { nil }
    var rows: [JSON] {
        let methods = summary.methods.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return methods.map { ["method": .text($0.key), "series": .count($0.value)] }
    }
    var json: JSON {
        [
            "schema": "flywheel.forecasts/1", "file": .text(file), "series": .count(summary.series),
            "rows": .count(summary.rows), "unknown": .count(summary.unknown), "belowZero": .count(summary.belowZero),
            "methods": .array(rows),
        ]
    }

    var warnings: [String] {
        let unknown = Numbers.count(summary.unknown, "series", "series")
        let belowZero = Numbers.count(summary.belowZero, "series", "series")
        return (summary.unknown > 0 ? ["of \(unknown) no value is known: their rows are empty"] : [])
            + (summary.belowZero > 0 ? ["\(belowZero) with values below zero: nothing below zero is forecast"] : [])
    }

    func text(on page: Page) -> [String] {
        guard let file else { return [] }
        let table = Table(
            columns: [.init("METHOD", least: 12), .init("SERIES", isRight: true)],
            rows: rows.map { row in
                let values = Records.values(of: row, columns: columns)
                return [
                    Table.Cell(Records.text(of: values[0])), Table.Cell(Numbers.grouped(Records.text(of: values[1]))),
                ]
            })
        let (rows, series) = (summary.rows, summary.series)
        return page.wrapped(
            "Wrote \(Numbers.count(rows, "row")) for \(Numbers.count(series, "series", "series")) to \(file)".visible)
            + (series > 0 ? [""] + table.lines(on: page) : [])
    }
}
