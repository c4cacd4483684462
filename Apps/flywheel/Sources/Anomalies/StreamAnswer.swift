import SeriesFiles

/// What `anomalies` says when it is done; nothing where the scores themselves are the answer.
struct StreamAnswer: Answer {
    let summary: StreamScorer.Summary
    /// The file that was written; `nil` for standard output.
    let file: String?

    let listKey: String? = "oddest"
    let columns = ["timestamp", "value", "score"]
    var pipeColumns: [String]? { nil }
    var rows: [JSON] {
        summary.oddest.map {
            ["timestamp": .text($0.timestamp), "value": .number($0.value), "score": .number($0.score)]
        }
    }
    var json: JSON {
        [
            "schema": "flywheel.anomalies/1", "file": .text(file), "rows": .count(summary.rows),
            "unknown": .count(summary.unknown), "odd": .count(summary.odd), "oddest": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        guard let file else { return [] }
        let odd = Numbers.count(summary.odd, "value")
        let sentence =
            "Wrote \(Numbers.count(summary.rows, "row")) to \(file); "
            + (summary.odd == 0
                ? "no value scores 0.5 or more" : "\(odd) score\(summary.odd == 1 ? "s" : "") 0.5 or more")
        guard !summary.oddest.isEmpty else { return page.wrapped(sentence.visible) }
        let table = Table(
            columns: [.init("ODDEST", least: 12), .init("VALUE", isRight: true), .init("SCORE", isRight: true)],
            rows: summary.oddest.map { oddity in
                [
                    Table.Cell(oddity.timestamp.visible), Table.Cell("\(oddity.value)"),
                    Table.Cell(Numbers.fixed(oddity.score, decimals: 3)),
                ]
            })
        return page.wrapped(sentence.visible) + [""] + table.lines(on: page)
    }
}
