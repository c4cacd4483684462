import Assessment
import Learning
import WebPages

/// All assessments, the newest first, each with a way to what changed since the one before.
struct AssessmentsPage {
    let answer: AssessmentsAnswer
    /// The accounts that who looks may know of.
    let accounts: [String]
    /// Who looks may have one made.
    let mayAssess: Bool
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let table = DataTable(
            id: "assessments", caption: phrases("assessment.caption", ["count": .count(answer.kept.count)]),
            columns: [
                .init(phrases("assessment.column.id")), .init(phrases("assessment.column.until")),
                .init(phrases("assessment.column.stage"), isNumber: true), .init(phrases("assessment.column.stall")),
                .init(phrases("assessment.column.strength"), isNumber: true),
                .init(phrases("assessment.column.next")),
                .init(phrases("assessment.column.changes")),
            ], rows: answer.kept.indices.map(row), empty: phrases("assessment.none"))
        let make = Form(
            to: "/assessment", button: Button(phrases("assessment.make"), weight: .main), isInPlace: false)
        return """
            \(WheelLinks(reader: reader, current: "/assessment").html)
            \(mayAssess ? make.html(for: reader) : .nothing)
            \(ofOneAccount)
            <section>\(table.html)</section>
            """
    }

    /// The way to one account's, where there are several; that is made anew each time.
    private var ofOneAccount: HTML {
        guard accounts.count > 1 else { return .nothing }
        let choice = FilterForm.Filter.choice(
            name: "account", label: phrases("queue.filter.account"),
            values: [("", phrases.text("queue.filter.any"))] + accounts.map { ($0, $0) }, chosen: "")
        return FilterForm("/assessment/now", [choice]).html(for: reader)
    }

    private func row(at place: Int) -> DataTable.Row {
        let (kept, document) = (answer.kept[place], answer.kept[place].document)
        let before = place + 1 < answer.kept.count ? answer.kept[place + 1].id : nil
        let changes = before.map { before -> HTML in
            "<a href=\"\("/assessment/\("\(before)..\(kept.id)")" as Address)\">\(phrases("assessment.since", ["id": .text(before)]))</a>"
        }
        return DataTable.Row([
            RecordLink(id: kept.id).html, "\(reader.formats.day(document.period.until))",
            document.cycle.stage.map { "\(reader.formats.number($0))" } ?? "?",
            reader.phrases("wheel.verdict.\(document.stall.diagnosis.camelCased)"),
            document.path.strength.map { "\(reader.formats.number($0))" } ?? "?",
            document.roadmap.first.map { reader.said($0.title) } ?? "–", changes ?? "–",
        ])
    }
}
