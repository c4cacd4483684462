import Cases
import FlywheelKit
import Statistics
import WebPages

/// What was left open at the end of each day.
struct DeskBacklog {
    let days: [Backlog]
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        guard let last = days.last, days.contains(where: { $0.open > 0 }) else { return .nothing }
        let most = days.map(\.open).max() ?? 0
        let answer = phrases(
            "desk.backlogAnswer",
            ["count": .count(last.open), "most": .text(reader.formats.number(most)), "days": .count(days.count)])
        let ticks = [0, days.count - 1].map { (period: $0, label: reader.formats.day(days[$0].day)) }
        let picture = FanPicture(
            past: days.map { Double($0.open) }, fan: [], ticks: days.count > 1 ? ticks : Array(ticks.prefix(1)),
            greatest: phrases.text("desk.openCases", ["count": .count(most)]), for: reader)
        return Figure(
            question: phrases("desk.heading.backlog"), picture: picture.html(answer: answer), note: answer,
            numbers: numbers
        ).html(for: reader)
    }

    private var numbers: DataTable {
        let names = ["opened", "reopened", "ended", "open"]
        return DataTable(
            id: "backlog", caption: reader.phrases("desk.caption.backlog"),
            columns: [.init(reader.phrases("desk.column.day"))]
                + names.map { .init(reader.phrases("desk.column.\($0)"), isNumber: true) },
            rows: days.reversed().map { day in
                let counts = [day.opened, day.reopened, day.ended, day.open]
                return .init(["\(reader.formats.day(day.day))"] + counts.map { "\(reader.formats.number($0))" })
            }, empty: .nothing)
    }
}

/// Why cases came about, week by week.
struct DeskCauses {
    let found: RootCauses
    let reader: Reader
    /// Causes that are drawn; the table has them all.
    private static let drawn = 6

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        guard found.stated.part > 0 else { return .nothing }
        let note = phrases(
            "desk.causesStated",
            [
                "part": .text(reader.formats.number(found.stated.part)),
                "whole": .text(reader.formats.number(found.stated.whole)),
            ])
        return """
            \(SmallMultiples(found.causes.prefix(Self.drawn).map(panel)).html)
            <p class="muted">\(note)</p>
            <details><summary>\(phrases("picture.numbers"))</summary>\(numbers.html)</details>
            """
    }

    private func panel(of cause: RootCauses.Cause) -> SmallMultiples.Panel {
        func week(_ week: Day?) -> String { week.map(reader.formats.day) ?? "" }
        let total = reader.formats.number(cause.total)
        return SmallMultiples.Panel(
            name: "<bdi translate=\"no\">\(cause.code)</bdi>", last: total, unit: phrases("desk.caseCount"),
            weeks: cause.counts.map(Double.init), answer: "\(cause.code): \(total)",
            ends: (week(found.weeks.first), week(found.weeks.last))
        ) { reader.formats.number(Int($0.rounded())) }
    }

    private var numbers: DataTable {
        DataTable(
            id: "causes", caption: phrases("desk.caption.causes", ["weeks": .count(found.weeks.count)]),
            columns: [
                .init(phrases("desk.column.cause")), .init(phrases("desk.column.cases"), isNumber: true),
                .init(phrases("desk.column.weeks"), isNumber: true), .init(phrases("desk.column.trend")),
            ],
            rows: found.causes.map { cause in
                let trend: HTML =
                    cause.isTrend
                    ? phrases((cause.trend?.slope ?? 0) > 0 ? "desk.rises" : "desk.falls") : "–"
                let weeks = cause.counts.map(reader.formats.number).joined(separator: " ")
                return .init([
                    "<bdi translate=\"no\">\(cause.code)</bdi>", "\(reader.formats.number(cause.total))", "\(weeks)",
                    trend,
                ])
            }, empty: .nothing)
    }
}
