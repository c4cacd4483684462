import CaseDesk
import Cases

/// How a desk's triage does: on messages it was not trained on, and by what became of its decisions.
struct TriageReportAnswer: Answer {
    let trial: TriageTrial?
    let readings: [WatchReading]

    let listKey: String? = "watch"
    let columns = ["language", "measure", "value", "limit", "rows", "isBreach"]
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { readings.map(\.json) }
    var json: JSON {
        [
            "schema": "flywheel.triage-report/1", "trial": trial.map(Self.json) ?? .null, "watch": .array(rows),
            "isHeld": .bool(readings.contains(where: \.reading.isBreach)),
        ]
    }

    /// Automation that is held is something for a person.
    var exit: Exit { readings.contains(where: \.reading.isBreach) ? .waits : .done }

    func text(on page: Page) -> [String] {
        let parts = [trial.map { Self.lines($0, page) }, readings.isEmpty ? nil : watch(page)].compactMap(\.self)
        return Array(parts.joined(separator: [""]))
    }

    private static func json(_ trial: TriageTrial) -> JSON {
        func score(_ score: TriageTrial.Score) -> JSON {
            ["messages": .count(score.messages), "right": .count(score.right)]
        }
        return [
            "all": score(trial.all), "answered": score(trial.answered), "decided": score(trial.decided),
            "unknown": score(trial.unknown), "calibrationError": trial.calibration.map(JSON.number) ?? .null,
        ]
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
        let verdict =
            readings.contains(where: \.reading.isBreach)
            ? "Automation is down to suggestions." : "Automation may decide."
        return table.lines(on: page) + [verdict]
    }
}
