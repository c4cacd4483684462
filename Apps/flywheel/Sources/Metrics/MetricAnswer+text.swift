import Assessment
import Calendars
import FlywheelKit

extension MetricAnswer {
    /// Rows on a page; files and programs get all.
    private static let longest = 50

    func text(on page: Page) -> [String] {
        var lines =
            [page.ink(metric.definition.title.capitalizedFirst, .bold)] + page.wrapped(metric.definition.question)
        lines += scene.text(on: page) + [""] + whole(page) + [""]
        if let parts { return lines + rows(parts, page) }
        return lines + meaning(page) + [""] + course(page) + [""]
            + page.next(rowsCommand, word: "What it is made of")
    }

    private func whole(_ page: Page) -> [String] {
        var words = [scene.words.value(line.value, of: metric)]
        let bounds = scene.words.bounds(line.value, of: metric)
        if !bounds.isEmpty { words.append("95% between \(bounds.replacing(" to ", with: " and "))") }
        words.append("of \(Numbers.count(line.value.count, metric.isOfTurns ? "turn" : "problem"))")
        if line.value.censored > 0 { words.append("\(Numbers.grouped(line.value.censored)) not over") }
        if line.value.apart > 0 { words.append("\(Numbers.grouped(line.value.apart)) apart") }
        var lines = page.wrapped(words.joined(separator: ", "), head: "Value      ")
        if let advice = line.value.gap?.advice {
            lines += page.wrapped(advice, head: "To know it ")
            lines += page.next(StaffedHours.command, word: "What such a file says")
        }
        if let wanted = line.wanted, let target = line.target {
            lines += page.wrapped(
                "\(scene.words.quantity(wanted, metric.definition.unit)), \(target.rawValue)", head: "Target     ")
        }
        for other in beside {
            lines += page.wrapped(
                "\(other.metric.definition.title) \(scene.words.value(other.value, of: other.metric))",
                head: "Beside     ")
        }
        return lines
    }

    private func meaning(_ page: Page) -> [String] {
        let meaning = metric.definition
        let texts = [
            ("Formula", meaning.formula), ("Counts", meaning.scope), ("Window", meaning.window),
            ("Unit", meaning.unit.words(in: scene.history.currency) + ", the \(meaning.direction.rawValue) the better"),
            ("Money", meaning.currency), ("Not over", meaning.censoring), ("If missed", meaning.trigger),
            ("Mind", meaning.caveat), ("Source", meaning.source),
        ]
        return texts.flatMap { page.wrapped($0.1, head: $0.0.padded(toCells: 11)) }
    }

    private func course(_ page: Page) -> [String] {
        let rows = line.weekly.map { week -> [Table.Cell] in
            let day = Day(epochDays: page.clock.zone.localDay(at: week.window.through.seconds))
            return [
                Table.Cell(page.clock.short(day)), Table.Cell(scene.words.value(week, of: metric)),
                Table.Cell(scene.words.bounds(week, of: metric)), Table.Cell(Numbers.grouped(week.count)),
                Table.Cell(Numbers.grouped(week.censored)), Table.Cell(Numbers.grouped(week.apart)),
            ]
        }
        return Table(
            columns: [
                .init("WEEK TO"), .init("VALUE", isRight: true), .init("95% BETWEEN"), .init("OF", isRight: true),
                .init("NOT OVER", isRight: true), .init("APART", isRight: true),
            ], rows: rows
        ).lines(on: page)
    }

    /// The command that lists what the same is made of.
    private var rowsCommand: String {
        "flywheel metrics \(metric.rawValue) --rows\(scene.partFlag)\(scene.span.flags)".visible
    }

    private func rows(_ parts: [MetricRow], _ page: Page) -> [String] {
        guard !parts.isEmpty else { return ["Nothing it could be made of happened in these weeks"] }
        let shown = parts.filter(\.part.isInValue) + parts.filter { !$0.part.isInValue }
        let rows = shown.prefix(Self.longest).map { row -> [Table.Cell] in
            [
                Table.Cell(row.record.id, .bold), Table.Cell(page.clock.dated(row.at)),
                Table.Cell(scene.words.part(row.part, of: metric)),
            ]
        }
        let more = parts.count - rows.count
        let rest =
            more > 0
            ? page.line(
                "\(Numbers.grouped(more)) more", command: "\(rowsCommand) --format csv")
            : []
        return Table(columns: [.init("ID"), .init("WHEN"), .init("WHAT IT ADDS", least: 8)], rows: rows).lines(on: page)
            + rest + (metric.isOfTurns ? [] : page.next("flywheel show \(shown[0].record.id)"))
    }
}

extension MetricPart {
    /// Whether the value itself is made of it; what is not is too early to tell, or apart.
    fileprivate var isInValue: Bool {
        switch self {
        case .counts, .doesNotCount, .lasted, .going, .amount, .number: true
        case .ended, .censored, .unpriced, .apart: false
        }
    }
}
