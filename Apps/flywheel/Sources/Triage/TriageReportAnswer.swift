import CaseDesk
import Cases

/// How a desk's triage does: on messages it was not trained on, and by what became of its decisions.
struct TriageReportAnswer: DocumentedAnswer {
    let trial: TriageTrial?
    let readings: [WatchReading]

    let listKey: String? = "watch"
    var pipeColumns: [String]? { nil }

    static let document = Document(
        "triage-report", "How a desk's triage does, and whether it may still decide.", members)

    static let members: Members<Self> = [
        "trial": .maybe(
            \.trial,
            [
                "all": .value(\.all), "answered": .value(\.answered), "decided": .value(\.decided),
                "unknown": .value(\.unknown), "calibrationError": .value(\.calibration),
            ]), "watch": .value(\.readings), "isHeld": .value(\.isHeld),
    ]

    private var isHeld: Bool { readings.contains(where: \.reading.isBreach) }

    /// Automation that is held is something for a person.
    var exit: Exit { isHeld ? .waits : .done }

    func text(on page: Page) -> [String] {
        let parts = [trial.map { Self.lines($0, page) }, readings.isEmpty ? nil : watch(page)].compactMap(\.self)
        return Array(parts.joined(separator: [""]))
    }

    private static func lines(_ trial: TriageTrial, _ page: Page) -> [String] {
        let scores = [
            ("all", trial.all), ("answered: auto or suggest", trial.answered), ("decided: auto", trial.decided),
            ("about nothing known, given to a person", trial.unknown),
        ]
        let table = Table(
            columns: [.init("MESSAGES", least: 12), .init("", isRight: true), .init("RIGHT", isRight: true)],
            rows: scores.map { name, score in
                [
                    Table.Cell(name), Table.Cell(Numbers.grouped(score.messages)),
                    Table.Cell(score.share.map { Numbers.fixed($0, decimals: 4) } ?? "-"),
                ]
            })
        let error = trial.calibration.map { ["Calibration error \(Numbers.fixed($0, decimals: 4))"] } ?? []
        return table.lines(on: page) + error
    }

    private func watch(_ page: Page) -> [String] {
        let table = Table(
            columns: [
                .init("WATCH", least: 12), .init("VALUE", isRight: true), .init("LIMIT", isRight: true),
                .init("ROWS", isRight: true), .init(""),
            ],
            rows: readings.map(\.reading).map { reading in
                [
                    Table.Cell(reading.measure.words),
                    Table.Cell(reading.value.map { Numbers.fixed($0, decimals: 3) } ?? "too few"),
                    Table.Cell(Numbers.fixed(reading.limit, decimals: 3)), Table.Cell(Numbers.grouped(reading.rows)),
                    Table.Cell(reading.isBreach ? "breach" : ""),
                ]
            })
        let verdict = isHeld ? "Automation is down to suggestions." : "Automation may decide."
        return table.lines(on: page) + [verdict]
    }
}
