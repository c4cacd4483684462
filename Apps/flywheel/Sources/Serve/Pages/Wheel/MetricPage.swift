import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import WebPages

/// One metric: what it means, its course, what is to be read beside it, and the rows it rests on.
struct MetricPage {
    let answer: MetricAnswer
    /// The same of each workflow.
    let parts: MetricComparisonAnswer
    let reader: Reader
    /// Rows shown; what is left is said.
    static let mostRows = 100

    private var phrases: Phrases { reader.phrases }
    private var currency: Currency { answer.scene.history.currency }

    var html: HTML {
        """
        \(WheelLinks(reader: reader, current: "/wheel").html)
        <section><h2>\(phrases("wheel.heading.value"))</h2>\(value)
        \(MetricPanels(scene: answer.scene, lines: [answer.line] + answer.beside, reader: reader).html)
        \(weekly)</section>
        \(workflows)
        <section><h2>\(phrases("wheel.heading.meaning"))</h2>\(meaning)</section>
        <section><h2>\(phrases("wheel.heading.rows"))</h2>\(rows)</section>
        """
    }

    private var value: HTML {
        let table = MetricReportTable(scene: answer.scene, lines: [answer.line] + answer.beside, reader: reader).html
        guard let advice = answer.line.value.gap?.advice else { return table }
        let command: HTML = "<code translate=\"no\">\(StaffedHours.command)</code>"
        return "\(table)<p>\(reader.said(advice.capitalizedFirst)): \(command)</p>"
    }

    /// The same weeks of each workflow that has a value in any; nothing where none has.
    private var workflows: HTML {
        let named = parts.table.parts.compactMap { part -> (name: String, line: MetricReport.Line)? in
            guard let name = name(of: part.scope), let line = part[answer.metric],
                line.weekly.contains(where: { $0.value != nil })
            else { return nil }
            return (name, line)
        }
        guard !named.isEmpty else { return .nothing }
        let panels = MetricPanels(scene: parts.scene, lines: [], reader: reader).html(of: named)
        return "<section><h2>\(phrases("wheel.heading.workflows"))</h2>\(panels)</section>"
    }

    /// What a workflow is called, be it installed or not.
    private func name(of part: MetricScope) -> String? {
        switch part {
        case .workflow(let workflow): reader.saidText(parts.scene.history.workflows[workflow].title)
        case .absentWorkflow(Workbench.ownWorkflow): phrases.text("wheel.addedByPeople")
        case .absentWorkflow(let id): phrases.text("wheel.notInUse", ["workflow": .text(id)])
        default: nil
        }
    }

    /// The dictionary's entry.
    private var meaning: HTML {
        let definition = answer.metric.definition
        func entry(_ key: String, _ text: String) -> (name: HTML, value: HTML) {
            (phrases("wheel.meaning.\(key)"), reader.said(text))
        }
        return Definitions(
            [
                entry("question", definition.question), entry("formula", definition.formula),
                entry("scope", definition.scope), entry("window", definition.window),
                entry("censoring", definition.censoring), entry("currency", definition.currency),
                entry("trigger", definition.trigger), entry("source", definition.source),
                entry("caveat", definition.caveat),
            ].filter { !$0.value.isEmpty }
        ).html
    }

    private var weekly: HTML {
        let weeks = answer.line.weekly
        let table = DataTable(
            id: "weeks", caption: phrases("wheel.weeksCaption", ["count": .count(weeks.count)]),
            columns: [
                .init(phrases("wheel.column.through")), .init(phrases("wheel.column.value"), isNumber: true),
                .init(phrases("wheel.column.count"), isNumber: true),
                .init(phrases("wheel.column.censored"), isNumber: true),
            ],
            rows: weeks.reversed().map { week in
                .init([
                    "\(reader.formats.day(week.window.through))",
                    "\(reader.value(week, of: answer.metric, currency))", "\(reader.formats.number(week.count))",
                    "\(reader.formats.number(week.censored))",
                ])
            }, empty: phrases("wheel.notMeasured"))
        return "<details><summary>\(phrases("wheel.weeks"))</summary>\(table.html)</details>"
    }

    private var rows: HTML {
        let parts = answer.parts ?? []
        return DataTable(
            id: "rows",
            caption: phrases(
                "wheel.rowsCaption",
                ["count": .count(parts.count), "shown": .count(min(parts.count, Self.mostRows))]),
            columns: [
                .init(phrases("wheel.column.record")), .init(phrases("wheel.column.at")),
                .init(phrases("wheel.column.part"), isNumber: true),
            ],
            rows: parts.suffix(Self.mostRows).reversed().map { row in
                .init([
                    RecordLink(id: row.record.id).html, "\(reader.formats.moment(row.at))",
                    part(row.part),
                ])
            }, empty: phrases("wheel.noRows")
        ).html
    }

    /// What a row adds: a figure as the page writes it, or in words.
    private func part(_ part: MetricPart) -> HTML {
        switch part {
        case .amount(let minorUnits): HTML(text: reader.formats.money(Money(minorUnits: minorUnits, currency)))
        case .number(let number): HTML(text: reader.quantity(number, answer.metric.definition.unit, currency))
        default: reader.said(answer.scene.words.part(part, of: answer.metric))
        }
    }
}
