import Assessment
import FlywheelKit

/// The value of a metric in documents: amounts exactly, all else to 0.0001.
struct MetricFigure: JSONRecord {
    let metric: Metric
    let value: MetricValue
    let currency: Currency

    static let members: Members<Self> = [
        "value": .share { $0.isMoney ? nil : $0.value.value },
        "amount": .amount { ($0.isMoney ? $0.value.value.flatMap { Int64(exactly: $0) } : nil, $0.currency) },
        "low": .share(\.value.low), "high": .share(\.value.high), "gap": .word(\.value.gap),
        "count": .value(\.value.count), "censored": .value(\.value.censored), "apart": .value(\.value.apart),
    ]

    private var isMoney: Bool { metric.definition.unit.isMoney }
}

/// A metric's course in documents.
struct MetricCourse {
    let line: MetricReport.Line
    let currency: Currency

    /// Its value over all the weeks.
    var whole: MetricFigure { figure(line.value) }
    /// Its value week by week.
    var weekly: [MetricFigure] { line.weekly.map(figure) }

    private func figure(_ value: MetricValue) -> MetricFigure {
        MetricFigure(metric: line.metric, value: value, currency: currency)
    }

    /// One of the weeks.
    static let week: Members<MetricFigure> = ["through": .value(\.value.window.through)] + MetricFigure.members

    /// What it should be, and whether it is so.
    static let target: Members<Self> = [
        "wanted": .share { $0.isMoney ? nil : $0.line.wanted },
        "amount": .amount { ($0.isMoney ? $0.line.wanted.flatMap { Int64(exactly: $0) } : nil, $0.currency) },
        "state": .word(\.line.target),
    ]

    private var isMoney: Bool { line.metric.definition.unit.isMoney }
}
