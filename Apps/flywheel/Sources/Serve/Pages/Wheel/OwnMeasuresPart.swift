import FlywheelKit
import WebPages

/// What workflows measure of what came of their own findings; nothing where that is not known.
struct OwnMeasuresPart {
    let measures: [OwnMeasure]
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        guard !measures.isEmpty else { return .nothing }
        let table = DataTable(
            id: "measures", caption: phrases("wheel.measuresCaption", ["count": .count(measures.count)]),
            columns: [
                .init(phrases("wheel.column.workflow")), .init(phrases("wheel.column.metric")),
                .init(phrases("wheel.column.value"), isNumber: true),
                .init(phrases("wheel.column.outcomes"), isNumber: true),
            ],
            rows: measures.map { own in
                .init([
                    reader.said(own.title), reader.said(own.measure.name), "\(value(of: own))",
                    "\(reader.formats.number(own.measure.samples))",
                ])
            }, empty: .nothing)
        return """
            <section><h2>\(phrases("wheel.heading.measures"))</h2>
            <p class="muted">\(phrases("wheel.measuresNote"))</p>\(table.html)</section>
            """
    }

    private func value(of own: OwnMeasure) -> String {
        guard let value = own.value else { return phrases.text("wheel.noOutcome") }
        return switch own.measure.unit {
        case .share: reader.formats.percent(value)
        case .days: reader.measured(value, "days")
        case .hours: reader.measured(value, "hours")
        case .units: phrases.text("wheel.unit.units", ["number": .text(reader.plain(value))])
        case .money: phrases.text("wheel.unit.money", ["number": .text(reader.plain(value))])
        case .none, .ratio: reader.plain(value)
        }
    }
}
