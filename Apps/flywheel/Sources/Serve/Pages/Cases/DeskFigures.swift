import Cases
import FlywheelKit
import WebPages

/// The figures of the report as tables: what each is, its bounds, and what it is of.
struct DeskFigures {
    let answer: CasesReportAnswer
    let reader: Reader
    private let figures: [ReportFigure]

    init(answer: CasesReportAnswer, reader: Reader) {
        self.answer = answer
        self.reader = reader
        figures = answer.ofAll
    }

    /// What has a part of the page of its own.
    private static let apart: Set<DeskMetric> = [.disputesWon, .satisfaction, .sentiment, .policyGaps]
    /// Topics shown; the list of figures has them all.
    private static let mostTopics = 10

    private var phrases: Phrases { reader.phrases }

    // MARK: Parts of the page

    /// How long things take, cases that are not there yet among them.
    var times: HTML {
        let rows = figures.filter { $0.statistic == "median" && $0.isTelling }.map { median -> DataTable.Row in
            let ninetieth = figures.first { $0.statistic == "ninetieth" && $0.metric == median.metric }
            return .init([
                reader.link(to: median.metric), hours(median.value), bounds(median), hours(ninetieth?.value),
                number(median.count), number(median.open), number(median.unknown),
            ])
        }
        guard !rows.isEmpty else { return .nothing }
        return DataTable(
            id: "times", caption: phrases("desk.caption.times"),
            columns: [column("measure")]
                + [
                    column("half", isNumber: true), between, column("nine", isNumber: true),
                    column("done", isNumber: true), column("notYet", isNumber: true), column("unknown", isNumber: true),
                ], rows: rows, empty: .nothing
        ).html
    }

    /// How often things happen.
    var shares: HTML {
        table("shares", of: shares { $0.part == nil && !Self.apart.contains($0.metric) }) { reader.link(to: $0.metric) }
    }

    /// How often what was promised was kept, clock by clock.
    var promises: HTML {
        table("promises", of: shares { $0.metric == .attainment && $0.part != nil }) { figure in
            let kind = ClockReading.Kind(rawValue: figure.part ?? "")
            return kind.map { phrases("cases.clock.kind.\($0.rawValue.camelCased)") } ?? "<bdi>\(figure.part)</bdi>"
        }
    }

    /// What brings people back, asked about most first.
    var topics: HTML {
        let topics = shares { $0.metric == .repeatContact && $0.part != nil }.prefix(Self.mostTopics)
        return table("topics", of: Array(topics), ["days": .count(answer.report.contacts.days)]) {
            "<bdi>\(($0.part ?? "").inWords)</bdi>"
        }
    }

    /// How disputes ended: of all, by what they were about, by the evidence brought.
    var disputes: HTML {
        let all = figures.filter { $0.metric == .disputesWon }
        func tally(_ statistic: String, of part: String?) -> Int {
            Int(all.first { $0.statistic == statistic && $0.part == part }?.value ?? 0)
        }
        let rows = all.filter { $0.statistic == "share" && ($0.of ?? 0) + ($0.open ?? 0) > 0 }
        let apart = all.filter { $0.statistic == "share" }.map(\.part).compactMap { part -> HTML? in
            let counts = ["partly", "lost", "withdrawn", "pending"].map { ($0, tally($0, of: part)) }
            guard counts.contains(where: { $0.1 > 0 }) else { return nil }
            let figures = counts.map { ($0, Phrases.Value.text(reader.formats.number($1))) }
            let words = phrases("desk.disputesApart", Dictionary(uniqueKeysWithValues: figures))
            return "<p>\(part.map { "\(reader.part($0)): " as HTML })\(words)</p>"
        }
        guard !rows.isEmpty || !apart.isEmpty else { return .nothing }
        return """
            \(table("disputes", of: rows) { $0.part.map(reader.part) ?? reader.link(to: $0.metric) })
            \(apart)<p class="muted">\(phrases("desk.disputesPursued"))</p>
            """
    }

    /// What people said who were asked, and what texts of the others say.
    var satisfaction: HTML {
        let survey = answer.report.survey
        let asked = figures.filter { $0.metric == .satisfaction && ["share", "answered"].contains($0.statistic) }
        let texts = figures.filter { $0.metric == .sentiment && ($0.value != nil || $0.part != nil) }
        let rows = asked.filter(\.isTelling) + texts
        guard !rows.isEmpty else { return .nothing }
        var notes: [HTML] = []
        if let possible = survey.possible, survey.answered.part < survey.answered.whole {
            notes.append(
                phrases(
                    "desk.possible",
                    [
                        "low": .text(reader.share(of: possible.lowerBound)),
                        "high": .text(reader.share(of: possible.upperBound)),
                    ]))
        }
        if survey.isThin { notes.append("<strong>\(phrases("desk.thin"))</strong>") }
        let found = table("satisfaction", of: rows) { figure in
            if figure.statistic == "answered" { return phrases("desk.answered") }
            let language = figure.part.map { "\(reader.formats.language($0))" as HTML }
            return [reader.link(to: figure.metric), language].compactMap(\.self).joined(by: ", ")
        }
        return "\(found)\(notes.map { "<p>\($0)</p>" as HTML })"
    }

    /// Audits that found a gap.
    var audits: HTML {
        table("audits", of: shares { $0.metric == .policyGaps }) { reader.link(to: $0.metric) }
    }

    // MARK: Tables

    private func shares(_ isWanted: (ReportFigure) -> Bool) -> [ReportFigure] {
        figures.filter { $0.statistic == "share" && $0.isTelling && isWanted($0) }
    }

    private func table(
        _ id: String, of figures: [ReportFigure], _ arguments: [String: Phrases.Value] = [:],
        named name: (ReportFigure) -> HTML
    ) -> HTML {
        guard !figures.isEmpty else { return .nothing }
        return DataTable(
            id: id, caption: phrases("desk.caption.\(id)", arguments),
            columns: [
                column("measure"), column("share", isNumber: true), between, column("of", isNumber: true),
                column("early", isNumber: true), column("unknown", isNumber: true),
            ],
            rows: figures.map { figure in
                .init([
                    name(figure), reader.value(of: figure), bounds(figure), reader.whole(of: figure),
                    number(figure.open), number(figure.unknown),
                ])
            }, empty: .nothing
        ).html
    }

    private func column(_ name: String, isNumber: Bool = false) -> DataTable.Column {
        .init(phrases("desk.column.\(name)"), isNumber: isNumber)
    }

    private var between: DataTable.Column {
        .init(phrases("desk.column.between", ["percent": .text(reader.formats.percent(0.95))]), isNumber: true)
    }

    private func bounds(_ figure: ReportFigure) -> HTML {
        func written(_ value: Double) -> String {
            figure.metric.isDuration ? reader.hours(value) : reader.share(of: value)
        }
        guard let low = figure.low else { return "–" }
        guard let high = figure.high else { return phrases("desk.over", ["low": .text(written(low))]) }
        return "\(written(low)) – \(written(high))"
    }

    private func hours(_ value: Double?) -> HTML { value.map { "\(reader.hours($0))" } ?? "?" }

    private func number(_ value: Int?) -> HTML { value.map { "\(reader.formats.number($0))" } ?? "–" }
}
