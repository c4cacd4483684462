import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// Disputes that are not over, the soonest deadline first.
struct DisputesPage {
    let answer: DisputesAnswer
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        return DataTable(
            id: "disputes", caption: phrases("cases.disputes.caption", ["count": .count(answer.items.count)]),
            columns: [
                .init(phrases("cases.column.what")), .init(phrases("cases.dispute.kind")),
                .init(phrases("cases.dispute.stage")), .init(phrases("cases.dispute.amount"), isNumber: true),
                .init(phrases("cases.dispute.deadline")), .init(phrases("cases.dispute.ruling"), isOptional: true),
            ], rows: answer.items.map(row), empty: phrases("cases.disputes.empty")
        ).html
    }

    private func row(of row: DisputeRow) -> DataTable.Row {
        let dispute = row.dispute
        let id = row.record.id.description
        let amount = dispute.amount.map { "\(reader.formats.money($0))" as HTML }
        return DataTable.Row([
            "<a href=\"\("/cases/\(id)" as Address)\" translate=\"no\">\(id)</a>",
            "\(dispute.terms.rules.kind.words), \(dispute.terms.reason)",
            reader.phrases("cases.stage.\(dispute.stage.rawValue.camelCased)"), amount ?? "?",
            reader.deadline(dispute.deadline),
            dispute.ruling.map { "\($0.outcome.words)" } ?? "–",
        ])
    }
}
