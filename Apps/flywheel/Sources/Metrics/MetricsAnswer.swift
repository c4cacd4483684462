import Assessment
import FlywheelKit

/// What `metrics` prints: every metric with its course and its target.
struct MetricsAnswer: Answer {
    let scene: MetricScene
    let report: MetricReport

    let listKey: String? = "items"
    let columns =
        ["metric", "title", "unit"] + MetricValue.names + ["target.wanted", "target.amount", "target.state"]

    var rows: [JSON] {
        report.lines.map { line in
            let meaning = line.metric.definition
            let name: JSON = [
                "metric": .text(line.metric.rawValue), "title": .text(meaning.title),
                "unit": .text(meaning.unit.rawValue),
            ]
            let weekly = line.weekly.map { week in
                JSON.object(
                    [JSON.Member(key: "through", value: .instant(week.window.through))]
                        + week.members(of: line.metric, in: scene.history.currency))
            }
            return .object(
                name.members + line.value.members(of: line.metric, in: scene.history.currency)
                    + [
                        JSON.Member(key: "target", value: line.targetJSON(in: scene.history.currency)),
                        JSON.Member(key: "weekly", value: .array(weekly)),
                    ])
        }
    }

    var json: JSON { .object(scene.members("metrics") + [JSON.Member(key: "items", value: .array(rows))]) }

    static let shape = Shape.record(
        MetricScene.shape + [
            .init(
                key: "items",
                shape: .list(
                    .record(
                        [
                            .init(key: "metric", shape: .word(Metric.allCases.map(\.rawValue))),
                            .init(key: "title", shape: .text),
                            .init(key: "unit", shape: .word(MetricUnit.allCases.map(\.rawValue))),
                        ] + MetricValue.shape + [
                            .init(key: "target", shape: MetricReport.Line.targetShape),
                            .init(
                                key: "weekly",
                                shape: .list(.record([.init(key: "through", shape: .instant)] + MetricValue.shape))),
                        ])))
        ])

    func text(on page: Page) -> [String] {
        let rows = report.lines.map { line -> [Table.Cell] in
            [
                Table.Cell(line.metric.rawValue),
                Table.Cell(scene.words.value(line.value, of: line.metric), line.value.value == nil ? .plain : .bold),
                Table.Cell(scene.words.bounds(line.value, of: line.metric)),
                Table.Cell(Numbers.grouped(line.value.count)),
                line.targetCell(scene.words),
                Table.Cell(Sparkline.text(line.weekly.suffix(12).map(\.value), isASCII: page.isASCII)),
            ]
        }
        let table = Table(
            columns: [
                .init("METRIC"), .init("VALUE", isRight: true), .init("95% BETWEEN"), .init("OF", isRight: true),
                .init("TARGET"), .init("LAST \(min(12, scene.weeks)) WEEKS"),
            ], rows: rows,
            droppable: ["95% BETWEEN", "OF"] + (report.lines.contains { $0.wanted != nil } ? [] : ["TARGET"]))
        return scene.text(on: page) + [""] + table.lines(on: page) + [""]
            + page.next("flywheel metrics \(Metric.timeToResolution.rawValue)", word: "What one means, and its rows")
    }
}

extension MetricReport.Line {
    static let targetShape: Shape = [
        "wanted": .maybe(.number), "amount": .maybe(.decimal), "state": .maybe(.word(["met", "missed", "unknown"])),
    ]

    func targetJSON(in currency: Currency) -> JSON {
        let isMoney = metric.definition.unit.isMoney
        return [
            "wanted": isMoney ? nil : .rounded(wanted),
            "amount": isMoney ? .amount(wanted.flatMap { Int64(exactly: $0) }, currency) : nil,
            "state": .text(target?.rawValue),
        ]
    }

    func targetCell(_ words: MetricWords) -> Table.Cell {
        guard let wanted, let target else { return "" }
        let tone: Tone =
            switch target {
            case .met: .green
            case .missed: .red
            case .unknown: .yellow
            }
        return Table.Cell("\(target.rawValue) \(words.quantity(wanted, metric.definition.unit))", tone)
    }
}
