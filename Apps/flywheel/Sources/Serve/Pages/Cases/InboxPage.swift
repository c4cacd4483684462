import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// The inbox: who waits, for what, since when, and what is due first.
struct InboxPage {
    let answer: CasesAnswer
    /// What was promised of each case, and how far that is, by its id.
    let clocks: [CaseID: [ClockReading]]
    let query: CommandQuery
    let reader: Reader
    /// Whether who looks may work on cases.
    let mayWork: Bool

    var html: HTML {
        """
        \(disputesLink)
        \(filters)
        \(table.html)
        \(pager.html(for: reader))
        """
    }

    private var disputesLink: HTML { "<p><a href=\"/cases/disputes\">\(reader.phrases("disputes.link"))</a></p>" }

    private var filters: HTML {
        let phrases = reader.phrases
        func choice(_ name: String, _ label: String, _ values: [(value: String, label: String)]) -> FilterForm.Filter {
            let all = [(value: "", label: phrases.text("cases.filter.any"))] + values
            return .choice(name: name, label: phrases(label), values: all, chosen: query[name] ?? "")
        }
        return FilterForm(
            "/cases",
            [
                choice(
                    "state", "cases.filter.state",
                    CaseState.allCases.map { ($0.rawValue, phrases.text("cases.state.\($0.rawValue.camelCased)")) }),
                choice(
                    "who", "cases.filter.owner",
                    [("mine", phrases.text("cases.filter.mine")), ("unowned", phrases.text("cases.filter.unowned"))]),
                choice(
                    "side", "cases.filter.side",
                    Side.allCases.map { ($0.rawValue, phrases.text("cases.side.\($0.rawValue)")) }),
                .choice(
                    name: "order", label: phrases("cases.filter.order"),
                    values: CaseQuery.Order.allCases.map {
                        ($0 == .due ? "" : $0.rawValue, phrases.text("cases.order.\($0.rawValue)"))
                    }, chosen: query["order"] ?? ""),
                .search(name: "search", label: phrases("cases.filter.search"), text: query["search"] ?? ""),
            ], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    private var caption: HTML {
        reader.phrases(
            answer.matching < Inbox.most ? "cases.caption" : "cases.captionAtLeast",
            ["count": .count(answer.matching), "late": .count(answer.late), "unowned": .count(answer.unowned)])
    }

    private var table: DataTable {
        let phrases = reader.phrases
        return DataTable(
            id: "cases", caption: caption,
            columns: [
                .init(phrases("cases.column.what")), .init(phrases("cases.column.state")),
                .init(phrases("cases.column.firstResponse"), isOptional: true),
                .init(phrases("cases.column.resolution"), isOptional: true),
                .init(phrases("cases.column.party"), isOptional: true),
                .init(phrases("cases.column.worth"), isNumber: true, isOptional: true),
                .init(phrases("cases.column.due")),
                .init(phrases("cases.column.act")),
            ], rows: answer.items.map(row),
            empty: query.isEmpty ? phrases("cases.empty") : phrases("cases.emptyFilter", ["all": .html(all)]))
    }

    private var all: HTML { "<a href=\"/cases\">\(reader.phrases("cases.all"))</a>" }

    private func row(of item: CasesAnswer.Item) -> DataTable.Row {
        let record = item.row.record
        return DataTable.Row([
            what(item), "\(reader.chip(item.row.contents.state)) \(reader.owner(item.row.contents.owner))",
            clock(.firstResponse, of: record.id), clock(.resolution, of: record.id), party(item), worth(item),
            reader.deadline(record.due), act(item),
        ])
    }

    private func what(_ item: CasesAnswer.Item) -> HTML {
        let (record, contents) = (item.row.record, item.row.contents)
        let phrases = reader.phrases
        let subject = item.row.subject ?? contents.category ?? "\(record.key.source) \(record.key.code)"
        let remarks: [HTML] = [
            "<span translate=\"no\">\(record.id.description)</span>",
            contents.intents.isEmpty ? nil : "\(contents.intents.joined(separator: ", "))",
            record.listings.first.map { "<span translate=\"no\">\($0)</span>" },
            record.dispute == .open ? phrases("cases.mark.disputed") : nil,
            (contents.urgency ?? .normal) >= .high ? reader.phrases("cases.urgency.\(contents.urgency ?? .high)") : nil,
            item.row.unanswered > 1 ? phrases("cases.mark.unanswered", ["count": .count(item.row.unanswered)]) : nil,
            contents.conflicts.isEmpty ? nil : phrases("cases.mark.conflict"),
        ].compactMap(\.self)
        return """
            <a href="\("/cases/\(record.id.description)" as Address)" data-row><bdi>\(subject)</bdi></a>\
            <br><span class="muted">\(remarks.joined(by: " · "))</span>
            """
    }

    private func clock(_ kind: ClockReading.Kind, of id: CaseID) -> HTML {
        guard let reading = clocks[id]?.first(where: { $0.kind == kind }) else {
            return reader.phrases("cases.clock.none")
        }
        return CaseClock(reading: reading, reader: reader).short
    }

    private func party(_ item: CasesAnswer.Item) -> HTML {
        let record = item.row.record
        let side =
            record.side.map { reader.phrases("cases.side.\($0.camelCased)") } ?? reader.phrases("cases.sideUnknown")
        return record.language.map { "\(side), <span translate=\"no\">\($0)</span>" } ?? side
    }

    private func worth(_ item: CasesAnswer.Item) -> HTML {
        if let atRisk = item.worth.atRisk { return "\(reader.formats.money(atRisk))" }
        return item.worth.stakes.first.map {
            reader.phrases("cases.stated", ["amount": .text(reader.formats.money($0))])
        } ?? "?"
    }

    private func act(_ item: CasesAnswer.Item) -> HTML {
        let id = item.row.record.id.description
        guard mayWork, item.row.contents.owner == nil, !item.row.contents.state.isDone else {
            return "<a class=\"button\" href=\"\("/cases/\(id)" as Address)\">\(reader.phrases("cases.act.open"))</a>"
        }
        let button = Button(reader.phrases("cases.act.claim"), key: "c")
        return Form(to: "/cases/\(id)/claim", button: button, hidden: ["return": query.address.text])
            .html(for: reader)
    }

    private var pager: Pager {
        Pager(
            first: query["cursor"] == nil ? nil : query.address(without: "cursor"),
            next: answer.next.map { next in
                query.address(with: "cursor", next.keys.map(String.init).joined(separator: "."))
            })
    }
}
