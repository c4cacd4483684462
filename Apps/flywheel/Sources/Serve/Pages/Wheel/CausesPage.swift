import Assessment
import FlywheelKit
import Learning
import WebPages

/// Why problems happen: the root causes of closes over twelve weeks, the most frequent first, and what ending them cleared.
struct CausesPage {
    let answer: CausesAnswer
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        """
        \(WheelLinks(reader: reader, current: "/wheel/causes").html)
        <section><p class="muted">\(phrases("wheel.causesNote", ["weeks": .count(answer.weeks.count)]))</p>
        \(SmallMultiples(named.filter { ($0.whole?.count ?? 0) > 0 }.map(panel)).html)
        \(table)</section>
        """
    }

    /// The causes that closes name, those of most closes in these weeks first.
    private var named: [CauseCourseLine] {
        answer.causes.filter { $0.cause.count > 0 }.sorted { left, right in
            let (one, other) = (left.whole?.count ?? 0, right.whole?.count ?? 0)
            return (other, right.cause.count, left.cause.workflow, left.cause.id)
                < (one, left.cause.count, right.cause.workflow, right.cause.id)
        }
    }

    private func name(of line: CauseCourseLine) -> HTML {
        line.cause.title.map(reader.said) ?? "<span translate=\"no\">\(line.cause.id)</span>"
    }

    private func count(_ closes: CauseCourse.Closes?) -> String {
        closes.map { reader.formats.number($0.count) } ?? "?"
    }

    private func panel(of line: CauseCourseLine) -> SmallMultiples.Panel {
        let name = line.cause.title.map(reader.saidText) ?? line.cause.id
        let last = count(line.recent)
        func week(_ week: MetricWindow?) -> String { week.map { reader.formats.day($0.through) } ?? "" }
        return SmallMultiples.Panel(
            name: self.name(of: line), last: last,
            unit: phrases("wheel.inRecentWeeks", ["weeks": .count(CauseCourseLine.recentWeeks)]), weeks: line.weekly,
            answer: "\(name) \(last)", ends: (week(answer.weeks.first), week(answer.weeks.last))
        ) { reader.formats.number($0, decimals: 0) }
    }

    private var table: HTML {
        let weeks: [String: Phrases.Value] = ["weeks": .count(CauseCourseLine.recentWeeks)]
        return DataTable(
            id: "causes", caption: phrases("wheel.causesCaption", ["count": .count(named.count)]),
            columns: [
                .init(phrases("wheel.column.cause")), .init(phrases("wheel.column.workflow")),
                .init(phrases("wheel.column.recent", weeks), isNumber: true),
                .init(phrases("wheel.column.earlier", weeks), isNumber: true),
                .init(phrases("wheel.column.repeats"), isNumber: true),
                .init(phrases("wheel.column.cleared"), isNumber: true), .init(phrases("wheel.column.newest")),
            ], rows: named.map(row), empty: phrases("wheel.noCauses")
        ).html
    }

    private func row(of line: CauseCourseLine) -> DataTable.Row {
        let title = reader.said(answer.titles[line.cause.workflow] ?? line.cause.workflow)
        if let other = line.cause.readAs {
            let read = phrases("wheel.readAs", ["cause": .text(other)])
            return DataTable.Row(["\(name(of: line)): \(read)", title, "–", "–", "–", "–", "–"])
        }
        let cleared = line.whole.map { closes in
            let sum = closes.cleared.map { reader.formats.money(line.money($0)) } ?? phrases.text("wheel.gap.unpriced")
            let pending =
                closes.pending > 0
                ? " <span class=\"muted\">\(phrases("wheel.pending", ["count": .count(closes.pending)]))</span>"
                : HTML.nothing
            return "\(sum)\(pending)" as HTML
        }
        return DataTable.Row([
            name(of: line), title, "\(count(line.recent))", "\(count(line.before))",
            "\(line.whole.map { reader.formats.number($0.repeats) } ?? "?")", cleared ?? "?",
            line.newest.isEmpty ? "–" : line.newest.map { RecordLink(id: $0).html }.joined(by: " "),
        ])
    }
}
