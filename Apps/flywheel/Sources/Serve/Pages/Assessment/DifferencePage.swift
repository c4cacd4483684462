import Assessment
import FlywheelKit
import Learning
import WebPages

/// What changed from one assessment to another.
struct DifferencePage {
    let answer: DifferenceAnswer
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let changes = answer.changes
        let table = DataTable(
            id: "changes", caption: phrases("assessment.changes", ["count": .count(changes.count)]),
            columns: [
                .init(phrases("assessment.column.part")), .init(phrases("assessment.column.subject")),
                .init(phrases("assessment.column.before")), .init(phrases("assessment.column.now")),
                .init(phrases("assessment.column.direction")),
            ],
            rows: changes.map { change in
                .init([
                    reader.phrases("assessment.part.\(change.part.rawValue.camelCased)"),
                    reader.said(change.subject),
                    change.before.map { reader.said($0) } ?? "?", change.after.map { reader.said($0) } ?? "?",
                    reader.phrases("assessment.direction.\(change.direction.rawValue.camelCased)"),
                ])
            }, head: 1, empty: phrases("assessment.same"))
        func day(_ kept: KeptAssessment) -> HTML {
            "\(RecordLink(id: kept.id).html), \(reader.formats.day(kept.document.period.until))"
        }
        return """
            \(WheelLinks(reader: reader).html)
            <p>\(day(answer.earlier)) → \(day(answer.later))</p>
            <section>\(table.html)</section>
            """
    }
}
