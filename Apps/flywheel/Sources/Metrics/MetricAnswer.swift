import Assessment
import FlywheelKit
import FlywheelStore

/// What `metrics KEY` prints: what a metric means, its course week by week, and the rows it rests on.
struct MetricAnswer: DocumentedAnswer {
    let scene: MetricScene
    /// The metric, and behind it those that are to be read beside it.
    let report: MetricReport
    /// The rows it rests on; `nil` where they were not asked for.
    let parts: [MetricRow]?

    var line: MetricReport.Line { report.lines[0] }
    var beside: ArraySlice<MetricReport.Line> { report.lines.dropFirst() }
    var metric: Metric { line.metric }
    var listKey: String? { parts == nil ? "weekly" : "rows" }

    static let document = Document("metric", "What a metric means, how it went, and what it rests on.", members)

    static let members: Members<Self> =
        MetricScene.members.of(\.scene) + meaning.of(\.metric) + [
            "whole": .value(\.course.whole), "target": .part(MetricCourse.target.of(\.course)),
            "beside": .list(\.others, ["metric": .word(\.metric)] + MetricFigure.members),
            "weekly": .list(
                \.course.weekly,
                ["after": .value(\.value.window.after), "through": .value(\.value.window.through)]
                    + MetricFigure.members), "rows": .value(\.listed),
        ]

    private static let meaning: Members<Metric> = [
        "metric": .word(\.self), "title": .value(\.definition.title), "question": .value(\.definition.question),
        "formula": .value(\.definition.formula), "scope": .value(\.definition.scope),
        "window": .value(\.definition.window), "unit": .word(\.definition.unit),
        "direction": .word(\.definition.direction), "currencyRule": .value(\.definition.currency),
        "censoring": .value(\.definition.censoring), "trigger": .value(\.definition.trigger),
        "source": .value(\.definition.source), "caveat": .value(\.definition.caveat),
    ]

    private var course: MetricCourse { MetricCourse(line: line, currency: scene.history.currency) }

    private var others: [MetricFigure] {
        beside.map { MetricFigure(metric: $0.metric, value: $0.value, currency: scene.history.currency) }
    }

    private var listed: [Row]? { parts.map { $0.map { Row(row: $0, currency: scene.history.currency) } } }

    /// A row that a metric rests on.
    private struct Row: JSONRecord {
        let row: MetricRow
        let currency: Currency

        static let members: Members<Self> = [
            "id": .value(\.row.record.id), "at": .value(\.row.at),
            "part": .init(.word(MetricPart.codes)) { .text($0.row.part.code) },
            "hours": .share(\.row.part.hours), "number": .share(\.row.part.number),
            "amount": .amount { ($0.row.part.minorUnits, $0.currency) },
        ]
    }
}

extension MetricPart {
    /// All codes.
    static let codes = [
        "counts", "does-not-count", "lasted", "going", "ended", "amount", "number", "censored", "unpriced", "apart",
    ]

    fileprivate var hours: Double? {
        switch self {
        case .lasted(let seconds), .going(let seconds), .ended(let seconds): Double(seconds) / 3_600
        default: nil
        }
    }

    fileprivate var number: Double? { if case .number(let value) = self { value } else { nil } }
    fileprivate var minorUnits: Int64? { if case .amount(let minorUnits) = self { minorUnits } else { nil } }

    /// What it is called in documents.
    var code: String {
        switch self {
        case .counts: "counts"
        case .doesNotCount: "does-not-count"
        case .lasted: "lasted"
        case .going: "going"
        case .ended: "ended"
        case .amount: "amount"
        case .number: "number"
        case .censored: "censored"
        case .unpriced: "unpriced"
        case .apart: "apart"
        }
    }
}

extension MetricRow.Record {
    /// The id to look it up by.
    var id: String {
        switch self {
        case .problem(let number): ExceptionID(number).description
        case .turn(let number): RotationID(number).description
        }
    }
}
