import SeriesFiles

/// What `forecast --series` says when it is done; nothing where the forecasts themselves are the answer.
struct SeriesAnswer: DocumentedAnswer {
    let summary: SeriesForecaster.Summary
    /// The file that was written; `nil` for standard output.
    let file: String?

    let listKey: String? = "methods"
    var pipeColumns: [String]? { nil }

    static let document = Document("forecasts", "The series that were forecast.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "series": .value(\.summary.series), "rows": .value(\.summary.rows),
        "unknown": .value(\.summary.unknown), "belowZero": .value(\.summary.belowZero),
        "methods": .list(\.methods, ["method": .value { $0.key }, "series": .value { $0.value }]),
        "mostlyMissing": .value(\.summary.mostlyMissing),
    ]

    /// How many series each method forecast, most first.
    private var methods: [(key: String, value: Int)] {
        summary.methods.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }

    var warnings: [String] {
        let unknown = Numbers.count(summary.unknown, "series", "series")
        let belowZero = Numbers.count(summary.belowZero, "series", "series")
        let missing = Numbers.count(summary.mostlyMissing, "series", "series")
        return (summary.unknown > 0 ? ["of \(unknown) no value is known: their rows are empty"] : [])
            + (summary.belowZero > 0 ? ["\(belowZero) with values below zero: nothing below zero is forecast"] : [])
            + (summary.mostlyMissing > 0
                ? ["of \(missing) more periods are missing than are there, and unknown: is that the frequency?"] : [])
    }

    func text(on page: Page) -> [String] {
        guard let file else { return [] }
        let table = Table(
            columns: [.init("METHOD", least: 12), .init("SERIES", isRight: true)],
            rows: methods.map { [Table.Cell($0.key), Table.Cell(Numbers.grouped($0.value))] })
        let (rows, series) = (summary.rows, summary.series)
        return page.wrapped(
            "Wrote \(Numbers.count(rows, "row")) for \(Numbers.count(series, "series", "series")) to \(file)".visible)
            + (series > 0 ? [""] + table.lines(on: page) : [])
    }
}
