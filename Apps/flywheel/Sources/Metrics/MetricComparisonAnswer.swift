import Assessment
import FlywheelKit
import FlywheelRuntime

/// What `metrics --by` prints: metrics part by part.
struct MetricComparisonAnswer: DocumentedAnswer {
    let scene: MetricScene
    let table: MetricTable
    /// The metric that was asked for; `nil` for all.
    let metric: Metric?

    let listKey: String? = "items"

    static let document = Document("metric-comparison", "Metrics part by part.", members)

    static let members: Members<Self> =
        MetricScene.members.of(\.scene) + ["by": .word(\.table.split), "items": .value(\.items)]

    private struct Item: JSONRecord {
        let part: String?
        /// `nil` of a part of which turns alone tell.
        let problems: Int?
        let course: MetricCourse

        static let members: Members<Self> =
            [
                "part": .value(\.part), "problems": .value(\.problems), "metric": .word(\.course.line.metric),
            ] + MetricFigure.members.of(\.course.whole) + ["weekly": .list(\.course.weekly, MetricCourse.week)]
    }

    private var items: [Item] {
        table.parts.flatMap { part in
            part.lines.map { line in
                Item(
                    part: part.scope.name(in: scene.history), problems: part.scope.isAbsent ? nil : part.problems,
                    course: MetricCourse(line: line, currency: scene.history.currency))
            }
        }
    }

    func text(on page: Page) -> [String] {
        guard !table.parts.isEmpty else {
            return scene.text(on: page) + ["No problem was found so far"] + page.next("flywheel queue")
        }
        return scene.text(on: page) + [""] + (metric.map { one($0, page) } ?? all(page)) + [""]
            + page.next("flywheel metrics --by \(table.split.rawValue) --format csv", word: "All metrics")
    }

    private func name(_ part: MetricTable.Part) -> Table.Cell {
        let name = part.scope.name(in: scene.history) ?? (table.split == .owner ? "(nobody)" : "(unknown)")
        guard case .absentWorkflow(let id) = part.scope else { return Table.Cell(name) }
        return Table.Cell("\(name) (\(id == Workbench.ownWorkflow ? "added by people" : "not in use"))")
    }

    private func one(_ metric: Metric, _ page: Page) -> [String] {
        let rows = table.parts.compactMap { part in
            part[metric].map { line -> [Table.Cell] in
                let value = line.value
                return [
                    name(part), Table.Cell(scene.words.value(value, of: metric), .bold),
                    Table.Cell(scene.words.bounds(value, of: metric)), Table.Cell(Numbers.grouped(value.count)),
                    Table.Cell(Numbers.grouped(value.censored)), Table.Cell(Numbers.grouped(value.apart)),
                    line.courseCell(isASCII: page.isASCII),
                ]
            }
        }
        return Table(
            columns: [
                .init(table.split.rawValue.uppercased(), least: 8), .init("VALUE", isRight: true),
                .init("95% BETWEEN"), .init("OF", isRight: true), .init("NOT OVER", isRight: true),
                .init("APART", isRight: true), MetricReport.Line.courseColumn(of: scene),
            ], rows: rows, droppable: ["APART", "NOT OVER", "OF", "95% BETWEEN"]
        ).lines(on: page)
    }

    /// What people ask for first; the other metrics are in the files.
    private static let shown: [(heading: String, metric: Metric)] = [
        ("OPEN", .backlog), ("OWNED", .timeToOwn), ("SOLVED", .timeToResolution), ("IN TIME", .dueMet),
        ("CAUSES", .causeCapture), ("VERIFIED", .verifiedShare), ("FAILED", .notFixedRate), ("BACK 30", .repeatRate30),
    ]

    private func all(_ page: Page) -> [String] {
        let rows = table.parts.filter { !$0.scope.isAbsent }.map { part in
            [name(part)]
                + Self.shown.map { column -> Table.Cell in
                    let value = part[column.metric]?.value.value
                    return Table.Cell(value.map { scene.words.quantity($0, column.metric.definition.unit) } ?? "?")
                }
        }
        return Table(
            columns: [.init(table.split.rawValue.uppercased(), least: 8)]
                + Self.shown.map { .init($0.heading, isRight: true) },
            rows: rows, droppable: ["FAILED", "CAUSES"]
        ).lines(on: page)
    }
}
