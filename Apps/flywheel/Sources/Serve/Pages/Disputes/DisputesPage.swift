import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// Disputes, the soonest deadline first, with what happens at it if nobody acts.
struct DisputesPage {
    let answer: DisputesAnswer
    let query: CommandQuery
    /// Whether who looks may work on cases.
    let mayAnswer: Bool
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let table = DataTable(
            id: "disputes", caption: phrases("disputes.caption", ["count": .count(answer.items.count)]),
            columns: [
                .init(phrases("cases.column.what")), .init(phrases("disputes.fact.kind")),
                .init(phrases("disputes.fact.stage")), .init(phrases("disputes.fact.amount"), isNumber: true),
                .init(phrases("disputes.fact.deadline")), .init(phrases("disputes.fact.then")),
                .init(phrases("disputes.fact.ruling")), .init(phrases("disputes.fact.held"), isNumber: true),
                .init(phrases("disputes.fact.owed"), isNumber: true), .init(phrases("disputes.fact.waits")),
            ], rows: answer.items.prefix(answer.limit).map(row),
            empty: query.isEmpty ? phrases("disputes.empty") : phrases("disputes.emptyFilter"))
        let links = CasesLinks(reader: reader, mayAnswer: mayAnswer, current: "/cases/disputes")
        return "\(links.html)\n\(filters)\n\(table.html)"
    }

    private var filters: HTML {
        let any = (value: "", label: phrases.text("cases.filter.any"))
        let kinds = DisputeKind.allCases.map {
            (value: $0.rawValue, label: phrases.text("disputes.kind.\($0.rawValue.camelCased)"))
        }
        return FilterForm(
            "/cases/disputes",
            [
                .choice(
                    name: "which", label: phrases("disputes.filter.which"),
                    values: [("", phrases.text("disputes.filter.open"))]
                        + ["waiting", "all"].map { ($0, phrases.text("disputes.filter.\($0)")) },
                    chosen: query["which"] ?? ""),
                .choice(
                    name: "kind", label: phrases("disputes.fact.kind"), values: [any] + kinds,
                    chosen: query["kind"] ?? ""),
            ], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    private func row(of row: DisputeRow) -> DataTable.Row {
        let dispute = row.dispute
        let id = row.record.id.description
        return DataTable.Row([
            "<a href=\"\("/cases/\(id)/disputes" as Address)\" translate=\"no\">\(id)</a>",
            "\(reader.word(dispute.terms.rules.kind)), <span translate=\"no\">\(dispute.terms.reason)</span>",
            reader.word(dispute.stage), dispute.amount.map { "\(reader.formats.money($0))" } ?? "?",
            reader.deadline(dispute.deadline), DisputeFacts(row: row, reader: reader).expiry ?? "–",
            dispute.ruling.map { reader.word($0.outcome) } ?? "–",
            dispute.held.flatMap { $0.minorUnits > 0 ? "\(reader.formats.money($0))" : nil } ?? "–",
            dispute.owed.map { "\(reader.formats.money($0))" } ?? "–",
            row.proposals.isEmpty
                ? "–" : "<span translate=\"no\">\(row.proposals.map(\.description).joined(separator: ", "))</span>",
        ])
    }
}
