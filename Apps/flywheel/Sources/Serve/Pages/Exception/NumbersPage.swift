import FlywheelHost
import FlywheelKit
import FlywheelStore
import WebPages

/// The days that an exception's amount is made of, to the last digit.
struct NumbersPage {
    let visit: PageVisit
    let answer: ShowAnswer

    init(_ visit: PageVisit) throws {
        self.visit = visit
        answer = try visit.shown(numbers: true).answer
    }

    /// The page.
    var content: PageContent {
        let words = visit.words
        var shell = visit.shell(
            words.text("exception.numbers.title", ["id": .text(answer.id.description)]), door: .queue)
        shell.command = "flywheel show \(answer.id) --numbers"
        shell.json = "/api/v1/exceptions/\(answer.id.description)"
        return PageContent(
            shell: shell,
            main: """
                <p><a href="/x/\(answer.id.description)">\(words("exception.open", ["id": .text(answer.id.description)]))</a></p>
                <section>\(days)</section>
                """)
    }

    private var days: HTML {
        let words = visit.words
        guard let days = answer.days, let asOf = answer.explanation.rotation?.asOf else {
            return "<p>\(words("exception.numbers.none"))</p>"
        }
        var columns = [DataTable.Column(words("exception.numbers.day"))]
        if days.isSeasonal { columns.append(.init(words("exception.numbers.season"), isNumber: true)) }
        columns.append(.init(words("exception.numbers.together"), isNumber: true))
        for row in days.rows {
            let id: [String: Phrases.Value] = ["id": .text(row.exception.description)]
            columns += [
                .init(words("exception.numbers.takes", id), isNumber: true),
                .init(words("exception.numbers.counts", id), isNumber: true),
            ]
        }
        let rows = days.together.indices.map { day in
            let shares = days.rows.flatMap { [$0.expected[day], $0.countsFor[day]] }
            return DataTable.Row(
                [HTML(text: visit.formats.day(asOf.utcDay.advanced(by: day)))]
                    + (days.isSeasonal ? [HTML(text: visit.formats.number(days.season[day], decimals: 4))] : [])
                    + ([days.together[day]] + shares).map { HTML(text: visit.formats.number($0, decimals: 6)) })
        }
        return DataTable(
            id: "days", caption: words("exception.numbers.caption"), columns: columns, rows: rows, empty: .nothing
        ).html
    }
}
