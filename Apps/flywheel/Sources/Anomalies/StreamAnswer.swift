import SeriesFiles

/// What `anomalies` says when it is done; nothing where the scores themselves are the answer.
struct StreamAnswer: DocumentedAnswer {
    let summary: StreamScorer.Summary
    /// The file that was written; `nil` for standard output.
    let file: String?

    let listKey: String? = "oddest"
    var pipeColumns: [String]? { nil }

    static let document = Document("anomalies", "The stream that was scored, and its oddest values.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "rows": .value(\.summary.rows), "unknown": .value(\.summary.unknown),
        "odd": .value(\.summary.odd),
        "oddest": .list(
            \.summary.oddest,
            ["timestamp": .value(\.timestamp), "value": .value(\.value), "score": .value(\.score)]),
    ]

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
