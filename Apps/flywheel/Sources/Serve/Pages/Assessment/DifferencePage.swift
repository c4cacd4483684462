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
                    subject(of: change), side(change.before, of: change), side(change.after, of: change),
                    reader.phrases("assessment.direction.\(change.direction.rawValue.camelCased)"),
                ])
            }, head: 1, empty: phrases("assessment.same"))
        func day(_ kept: KeptAssessment) -> HTML {
            "\(RecordLink(id: kept.id).html), \(reader.formats.day(kept.document.period.until))"
        }
        return """
            \(WheelLinks(reader: reader, current: "/assessment").html)
            <p>\(day(answer.earlier)) → \(day(answer.later))</p>
            <section>\(table.html)</section>
            """
    }

    private func subject(of change: AssessmentChange) -> HTML {
        if change.part == .metric, let metric = Metric(rawValue: change.subject) { return "\(reader.name(of: metric))" }
        return change.subject.isEmpty ? .nothing : reader.said(change.subject)
    }

    /// What stood or stands there: a level, a word, or the id of what was stated.
    private func side(_ text: String?, of change: AssessmentChange) -> HTML {
        guard let text else { return "?" }
        if let level = Int(text) { return HTML(text: reader.formats.number(level)) }
        return [.model, .stated].contains(change.part) ? "<span translate=\"no\">\(text)</span>" : reader.said(text)
    }
}
