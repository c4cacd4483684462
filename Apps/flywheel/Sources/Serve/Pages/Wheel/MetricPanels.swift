import Assessment
import FlywheelKit
import WebPages

/// Metrics of the same weeks side by side, each a link to what it rests on.
struct MetricPanels {
    let scene: MetricScene
    let lines: [MetricReport.Line]
    let reader: Reader

    var html: HTML {
        SmallMultiples(
            shown.map { line in
                let name = reader.name(of: line.metric)
                return panel(
                    of: line, "<a href=\"\("/wheel/metrics/\(line.metric.rawValue)" as Address)\">\(name)</a>", name)
            }
        ).html
    }

    /// Each of several parts of one metric.
    func html(of parts: [(name: String, line: MetricReport.Line)]) -> HTML {
        SmallMultiples(parts.map { panel(of: $0.line, "\($0.name)", $0.name) }).html
    }

    /// Those with a course come first: a panel without one answers nothing.
    private var shown: [MetricReport.Line] { lines.filter { line in line.weekly.contains { $0.value != nil } } }

    private func panel(of line: MetricReport.Line, _ heading: HTML, _ name: String) -> SmallMultiples.Panel {
        let last = reader.value(line.value, of: line.metric, scene.history.currency)
        let weeks = line.weekly
        let unsettled = weeks.enumerated().filter { $0.element.censored > 0 }.map(\.offset)
        func week(_ week: MetricValue?) -> String { week.map { reader.formats.day($0.window.through) } ?? "" }
        return SmallMultiples.Panel(
            name: heading, last: last,
            unit: line.metric.definition.unit.key.map { reader.phrases("wheel.unitName.\($0.camelCased)") } ?? .nothing,
            weeks: weeks.map(\.value), unsettled: Set(unsettled), target: line.wanted,
            answer: "\(name): \(last)", ends: (week(weeks.first), week(weeks.last))
        ) { $0 == 0 ? "0" : reader.briefQuantity($0, line.metric.definition.unit, scene.history.currency) }
    }
}

/// Every metric with its bounds, what it rests on, and its target.
struct MetricReportTable {
    let scene: MetricScene
    let lines: [MetricReport.Line]
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        return DataTable(
            id: "metrics", caption: phrases("wheel.metricsCaption", ["count": .count(lines.count)]),
            columns: [
                .init(phrases("wheel.column.metric")), .init(phrases("wheel.column.value"), isNumber: true),
                .init(phrases("wheel.column.bounds"), isNumber: true),
                .init(phrases("wheel.column.count"), isNumber: true),
                .init(phrases("wheel.column.target"), isNumber: true),
            ], rows: lines.map(row), empty: .nothing
        ).html
    }

    private func row(of line: MetricReport.Line) -> DataTable.Row {
        let (currency, unit) = (scene.history.currency, line.metric.definition.unit)
        func quantity(_ number: Double?) -> String { number.map { reader.quantity($0, unit, currency) } ?? "?" }
        let bounds: HTML =
            line.value.value == nil || line.value.low == nil
            ? "–" : "\(quantity(line.value.low)) – \(quantity(line.value.high))"
        let target: HTML =
            line.target.map {
                "\(reader.phrases("wheel.targetState.\($0.rawValue.camelCased)")) \(quantity(line.wanted))"
            } ?? "–"
        return DataTable.Row([
            "<a href=\"\("/wheel/metrics/\(line.metric.rawValue)" as Address)\">\(reader.name(of: line.metric))</a>",
            "\(reader.value(line.value, of: line.metric, currency))", bounds,
            "\(reader.formats.number(line.value.count))", target,
        ])
    }
}

extension MetricUnit {
    /// The unit's name among keys of the catalog; `nil` where values carry it.
    var key: String? {
        switch self {
        case .hours, .days, .minutes, .share: nil
        case .money: "money"
        case .moneyPerDay: "money-per-day"
        case .moneyPerOperatorWeek: "money-per-operator"
        case .problems: "problems"
        case .problemsPerWeek: "per-week"
        case .problemsPerOperatorWeek, .listingsPerOperator: "per-operator"
        case .unitsPerListingWeek: "per-listing"
        }
    }
}
