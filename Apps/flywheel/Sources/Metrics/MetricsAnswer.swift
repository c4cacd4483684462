import Assessment
import FlywheelKit

/// What `metrics` prints: every metric with its course and its target, and what workflows measure themselves.
struct MetricsAnswer: DocumentedAnswer {
    let scene: MetricScene
    let report: MetricReport
    /// What workflows measure of what came of their findings; `nil` where that is not known of what was asked for.
    var own: [OwnMeasure]?

    let listKey: String? = "items"

    static let document = Document("metrics", "Every metric of the wheel over the newest weeks.", members)

    static let members: Members<Self> =
        MetricScene.members.of(\.scene) + ["items": .list(\.courses, course), "measures": .value(\.own)]

    private var courses: [MetricCourse] {
        report.lines.map { MetricCourse(line: $0, currency: scene.history.currency) }
    }

    private static let course: Members<MetricCourse> =
        [
            "metric": .word(\.line.metric), "title": .value(\.line.metric.definition.title),
            "unit": .word(\.line.metric.definition.unit),
        ] + MetricFigure.members.of(\.whole) + [
            "target": .part(MetricCourse.target),
            "weekly": .list(\.weekly, MetricCourse.week),
        ]

    func text(on page: Page) -> [String] {
        let rows = report.lines.map { line -> [Table.Cell] in
            [
                Table.Cell(line.metric.rawValue),
                Table.Cell(scene.words.value(line.value, of: line.metric), line.value.value == nil ? .plain : .bold),
                Table.Cell(scene.words.bounds(line.value, of: line.metric)),
                Table.Cell(Numbers.grouped(line.value.count)),
                line.targetCell(scene.words),
                line.courseCell(isASCII: page.isASCII),
            ]
        }
        let table = Table(
            columns: [
                .init("METRIC"), .init("VALUE", isRight: true), .init("95% BETWEEN"), .init("OF", isRight: true),
                .init("TARGET"), MetricReport.Line.courseColumn(of: scene),
            ], rows: rows,
            droppable: ["95% BETWEEN", "OF"] + (report.lines.contains { $0.wanted != nil } ? [] : ["TARGET"]))
        return scene.text(on: page) + [""] + table.lines(on: page) + [""] + measures(page)
            + page.next("flywheel metrics \(Metric.timeToResolution.rawValue)", word: "What one means, and its rows")
    }

    /// What a workflow measures itself where one was asked for; of all of them it would be longer than the metrics.
    private func measures(_ page: Page) -> [String] {
        guard let own, !own.isEmpty else { return [] }
        guard scene.part == nil else { return Table.of(own).lines(on: page) + [""] }
        return page.next("flywheel metrics --workflow \(own[0].workflow)", word: "What one workflow measures itself")
    }
}

extension MetricReport.Line {
    /// Weeks that a line of a table shows.
    private static let shown = 12

    static func courseColumn(of scene: MetricScene) -> Table.Column { .init("LAST \(min(shown, scene.weeks)) WEEKS") }

    /// The newest weeks at a glance.
    func courseCell(isASCII: Bool) -> Table.Cell {
        Table.Cell(Sparkline.text(weekly.suffix(Self.shown).map(\.value), isASCII: isASCII))
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
