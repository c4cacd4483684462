import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// Cases as rows of work.
struct InboxRows {
    /// What was promised of each case, and how far that is, by its id.
    let clocks: [CaseID: [ClockReading]]
    let reader: Reader
    /// Whether who looks may work on cases.
    let mayWork: Bool
    /// Whether they are of several accounts.
    let isOfSeveralAccounts: Bool
    /// Where the buttons of the rows come back to.
    let back: Address

    private var phrases: Phrases { reader.phrases }

    /// The row of a case.
    func row(_ item: CasesAnswer.Item) -> WorkRow {
        let (record, contents) = (item.row.record, item.row.contents)
        let id = record.id.description
        var row = WorkRow(
            id: id, rank: id, amount: (item.worth.atRisk ?? item.worth.stakes.first).map(reader.formats.money) ?? "?",
            title: item.row.subject ?? contents.category ?? "\(record.key.source) \(record.key.code)",
            address: "/cases/\(id)", listing: about(record), state: CaseChip(state: contents.state),
            owner: contents.owner, actBy: reader.deadline(record.due), action: act(item), version: "\(record.version)")
        row.figure = promised(record.id)
        row.remarks = remarks(item)
        return row
    }

    private func about(_ record: CaseRecord) -> HTML {
        let side = record.side.map { phrases("cases.side.\($0.camelCased)") } ?? phrases("cases.sideUnknown")
        let codes = [record.language, record.listings.first].compactMap(\.self).map {
            "<span translate=\"no\">\($0)</span>" as HTML
        }
        let account = isOfSeveralAccounts ? ["<bdi>\(record.key.account)</bdi>" as HTML] : []
        return ([side] + codes + account).joined(by: ", ")
    }

    private func promised(_ id: CaseID) -> HTML {
        let kinds: [ClockReading.Kind] = [.firstResponse, .resolution]
        let readings = kinds.compactMap { kind in clocks[id]?.first { $0.kind == kind } }
        guard !readings.isEmpty else { return phrases("cases.clock.none") }
        return readings.map { CaseClock(reading: $0, reader: reader).line }.joined(by: "<br>")
    }

    private func remarks(_ item: CasesAnswer.Item) -> [HTML] {
        let contents = item.row.contents
        let urgency = contents.urgency ?? .normal
        return [
            contents.intents.isEmpty ? nil : "\(contents.intents.map(\.inWords).joined(separator: ", "))",
            item.worth.atRisk == nil && !item.worth.stakes.isEmpty ? phrases("cases.mark.stated") : nil,
            item.row.record.dispute == .open ? phrases("cases.mark.disputed") : nil,
            urgency >= .high ? phrases("cases.urgency.\(urgency)") : nil,
            item.row.unanswered > 1 ? phrases("cases.mark.unanswered", ["count": .count(item.row.unanswered)]) : nil,
            contents.conflicts.isEmpty ? nil : phrases("cases.mark.conflict"),
        ].compactMap(\.self)
    }

    private func act(_ item: CasesAnswer.Item) -> HTML {
        let id = item.row.record.id.description
        guard mayWork, item.row.contents.owner == nil, !item.row.contents.state.isDone else {
            return "<a class=\"button\" href=\"\("/cases/\(id)" as Address)\">\(phrases("cases.act.open"))</a>"
        }
        let button = Button(phrases("cases.act.claim"), key: "c", about: id)
        return Form(to: "/cases/\(id)/claim", button: button, hidden: ["return": back.text]).html(for: reader)
    }
}

/// Where a case stands.
private struct CaseChip: RowChip {
    let state: CaseState

    func html(for reader: Reader) -> HTML { reader.chip(state) }
}
