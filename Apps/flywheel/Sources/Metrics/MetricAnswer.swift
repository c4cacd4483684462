import Assessment
import FlywheelKit
import FlywheelStore

/// What `metrics KEY` prints: what a metric means, its course week by week, and the rows it rests on.
struct MetricAnswer: Answer {
    let scene: MetricScene
    /// The metric, and behind it those that are to be read beside it.
    let report: MetricReport
    /// The rows it rests on; `nil` where they were not asked for.
    let parts: [MetricRow]?

    var line: MetricReport.Line { report.lines[0] }
    var beside: ArraySlice<MetricReport.Line> { report.lines.dropFirst() }
    var metric: Metric { line.metric }
    var listKey: String? { parts == nil ? "weekly" : "rows" }
    var columns: [String] {
        parts == nil ? ["after", "through"] + MetricValue.names : ["id", "at", "part", "hours", "number", "amount"]
    }

    var rows: [JSON] { parts.map { $0.map(row) } ?? weekly }

    private var weekly: [JSON] {
        line.weekly.map { week in
            .object(
                [
                    JSON.Member(key: "after", value: .instant(week.window.after)),
                    JSON.Member(key: "through", value: .instant(week.window.through)),
                ] + week.members(of: metric, in: scene.history.currency))
        }
    }

    var json: JSON {
        let meaning = metric.definition
        let currency = scene.history.currency
        let rest: JSON = [
            "metric": .text(metric.rawValue), "title": .text(meaning.title), "question": .text(meaning.question),
            "formula": .text(meaning.formula), "scope": .text(meaning.scope), "window": .text(meaning.window),
            "unit": .text(meaning.unit.rawValue), "direction": .text(meaning.direction.rawValue),
            "currencyRule": .text(meaning.currency), "censoring": .text(meaning.censoring),
            "trigger": .text(meaning.trigger), "source": .text(meaning.source), "caveat": .text(meaning.caveat),
            "whole": .object(line.value.members(of: metric, in: currency)), "target": line.targetJSON(in: currency),
            "beside": .array(
                beside.map { other in
                    .object(
                        [JSON.Member(key: "metric", value: .text(other.metric.rawValue))]
                            + other.value.members(of: other.metric, in: currency))
                }), "weekly": .array(weekly), "rows": parts.map { .array($0.map(row)) } ?? nil,
        ]
        return .object(scene.members("metric") + rest.members)
    }

    static let shape: Shape = {
        let metrics = Shape.word(Metric.allCases.map(\.rawValue))
        let own: Shape = [
            "metric": metrics, "title": .text, "question": .text, "formula": .text, "scope": .text, "window": .text,
            "unit": .word(MetricUnit.allCases.map(\.rawValue)), "direction": .word(["lower", "higher"]),
            "currencyRule": .text, "censoring": .text, "trigger": .text, "source": .text, "caveat": .text,
            "whole": .record(MetricValue.shape), "target": MetricReport.Line.targetShape,
            "beside": .list(.record([.init(key: "metric", shape: metrics)] + MetricValue.shape)),
            "weekly": .list(
                .record(
                    [.init(key: "after", shape: .instant), .init(key: "through", shape: .instant)] + MetricValue.shape)),
            "rows": .maybe(
                .list([
                    "id": .text, "at": .instant, "part": .word(MetricPart.codes), "hours": .maybe(.number),
                    "number": .maybe(.number), "amount": .maybe(.decimal),
                ])),
        ]
        guard case .record(let fields) = own else { return own }
        return .record(MetricScene.shape + fields)
    }()

    private func row(_ row: MetricRow) -> JSON {
        var (hours, number, amount): (JSON, JSON, JSON) = (nil, nil, nil)
        switch row.part {
        case .lasted(let seconds), .going(let seconds), .ended(let seconds): hours = .rounded(Double(seconds) / 3_600)
        case .amount(let minorUnits): amount = .amount(minorUnits, scene.history.currency)
        case .number(let value): number = .rounded(value)
        case .counts, .doesNotCount, .censored, .unpriced, .apart: break
        }
        return [
            "id": .text(row.record.id), "at": .instant(row.at), "part": .text(row.part.code), "hours": hours,
            "number": number, "amount": amount,
        ]
    }
}

extension MetricPart {
    /// All codes.
    static let codes = [
        "counts", "does-not-count", "lasted", "going", "ended", "amount", "number", "censored", "unpriced", "apart",
    ]

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
