import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// The inbox: who waits, for what, since when, and what is due first.
struct InboxPage {
    let answer: CasesAnswer
    let rows: InboxRows
    let query: CommandQuery
    /// Views that are kept, and the form that keeps this one.
    let views: HTML
    /// The groups of the desk.
    let groups: [String]
    /// Whether a folder of articles is named.
    let hasArticles: Bool
    /// Whose cases there may be.
    let accounts: [String]
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        """
        \(CasesLinks(reader: reader, mayAnswer: rows.mayWork, current: "/cases").html)
        \(articles)
        \(live.html(for: reader))
        \(filters)
        \(views)
        \(table)
        \(pager.html(for: reader))
        \(bulk)
        """
    }

    private var articles: HTML {
        hasArticles ? "<p><a href=\"/articles\">\(phrases("articles.title"))</a></p>" : .nothing
    }

    private var live: LiveBar {
        LiveBar(
            of: .cases, events: "/api/v1/events", refresh: query.address,
            chips: CaseState.allCases.map { ($0.rawValue, reader.chip($0)) })
    }

    private var filters: HTML {
        func choice(_ name: String, _ label: String, _ values: [(value: String, label: String)]) -> FilterForm.Filter {
            let all = [(value: "", label: phrases.text("cases.filter.any"))] + values
            return .choice(name: name, label: phrases(label), values: all, chosen: query[name] ?? "")
        }
        // Nothing to choose where there is one alone.
        let account =
            accounts.count > 1 || query["account"] != nil
            ? [choice("account", "cases.fact.account", accounts.map { ($0, $0) })] : []
        let group = groups.isEmpty ? [] : [choice("group", "cases.fact.group", groups.map { ($0, $0) })]
        return FilterForm(
            "/cases",
            account + [
                choice(
                    "state", "cases.filter.state",
                    CaseState.allCases.map { ($0.rawValue, phrases.text("cases.state.\($0.rawValue.camelCased)")) }),
                choice(
                    "who", "cases.filter.owner",
                    [("mine", phrases.text("cases.filter.mine")), ("unowned", phrases.text("cases.filter.unowned"))]),
                choice(
                    "side", "cases.filter.side",
                    Side.allCases.map { ($0.rawValue, phrases.text("cases.side.\($0.rawValue)")) }),
                choice(
                    "due-in", "cases.filter.dueIn",
                    [0, 4, 24].map { ("\($0)", phrases.text("cases.filter.hours", ["count": .count($0)])) }),
                choice(
                    "only", "cases.filter.only",
                    [
                        ("disputed", phrases.text("cases.mark.disputed")),
                        ("conflicts", phrases.text("cases.mark.conflict")),
                    ]),
            ] + group + [
                .choice(
                    name: "order", label: phrases("cases.filter.order"),
                    values: CaseQuery.Order.allCases.map {
                        ($0 == .due ? "" : $0.rawValue, phrases.text("cases.order.\($0.rawValue)"))
                    }, chosen: query["order"] ?? ""),
                .search(name: "search", label: phrases("cases.filter.search"), text: query["search"] ?? ""),
            ], keeping: query["view"].map { [("view", $0)] } ?? [], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    private var table: HTML {
        let caption = phrases(
            answer.matching < Inbox.most ? "cases.caption" : "cases.captionAtLeast",
            ["count": .count(answer.matching), "late": .count(answer.late), "unowned": .count(answer.unowned)])
        let table = WorkTable(
            id: "cases", caption: caption, amountHeading: phrases("cases.column.worth"),
            headings: WorkTable.Headings(
                rank: phrases("cases.column.case"), figure: phrases("cases.column.promised"),
                what: phrases("cases.heading.about"), due: phrases("cases.column.due")),
            rows: answer.items.map(rows.row), isSelectable: rows.mayWork,
            empty: empty)
        return "<section>\(table.html(for: reader))</section>"
    }

    /// What an empty list means: where cases are in tables alone, that they stand in the queue.
    private var empty: HTML {
        guard answer.inQueue > 0 else {
            let all: HTML = "<a href=\"/cases\">\(phrases("cases.all"))</a>"
            return query.isEmpty ? phrases("cases.empty") : phrases("cases.emptyFilter", ["all": .html(all)])
        }
        let queue: HTML = "<a href=\"/queue?workflow=cases\">\(phrases("cases.emptyDesk.queue"))</a>"
        return phrases("cases.emptyDesk", ["count": .count(answer.inQueue), "queue": .html(queue)])
    }

    /// What can be done with the ticked cases; what needs more than the cases is asked for on the next page.
    private var bulk: HTML {
        guard rows.mayWork, !answer.items.isEmpty else { return .nothing }
        let actions = CaseAct.ofSeveral.filter { $0 != .undo }.map { act -> BulkBar.Action in
            let address: Address = "/cases/\(act.rawValue)"
            return BulkBar.Action(to: address, phrases("cases.bulk.\(act.rawValue)"))
        }
        let back: HTML = "<input type=\"hidden\" name=\"return\" value=\"\(query.address)\">"
        return BulkBar(actions, content: back).html(for: reader)
    }

    private var pager: Pager {
        func address(_ cursor: CaseCursor) -> Address {
            query.address(with: "cursor", cursor.keys.map(String.init).joined(separator: "."))
        }
        let first = query["cursor"] == nil ? nil : query.address(without: "cursor")
        return Pager(
            first: first, previous: first.map { answer.previous.map(address) ?? $0 }, next: answer.next.map(address))
    }
}
