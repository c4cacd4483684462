import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `listing` prints: everything about one listing, of all workflows.
struct ListingAnswer: DocumentedAnswer {
    let view: ListingView
    /// What is expected of it; `nil` where nothing is known of what it sold.
    let forecast: ForecastAnswer?
    /// What totals are in; `nil` before the first rotation.
    let currency: Currency?
    let asOf: Instant

    let listKey: String? = "open"
    let columns = [
        "id", "state", "lane", "workflow", "kind", "what", "atRisk.amount", "atRisk.currency", "actBy", "owner",
    ]
    let pipeColumns: [String]? = nil

    var facts: ListingFacts { view.facts }

    func text(on page: Page) -> [String] {
        let listing = view.listing
        let head = [
            page.ink(listing.code.visible, .bold) + "  \((facts.title ?? "").visible)",
            "\(listing.account), \(listing.marketplaceName)\(facts.status.map { ", \($0)" } ?? "")".visible, "",
        ]
        return head + known(page) + open(page) + records(page)
            + page.next(
                "flywheel forecast \(listing.code.shellWord) --account \(listing.account.shellWord)"
                    + " --marketplace \(listing.marketplaceName.shellWord)")
    }

    private func known(_ page: Page) -> [String] {
        let units = facts.units.compactMap(\.self)
        let price = [
            facts.price.map(Numbers.money), facts.lowestPrice.map { "lowest other \(Numbers.money($0))" },
            facts.featuredShare.map { "offered first \(Numbers.percent($0))" },
        ].compactMap(\.self)
        let shared =
            facts.sharedWith.isEmpty ? "" : " (one stock with \(facts.sharedWith.joined(separator: ", ")))"
        let stock = [
            facts.fulfillable.map { "\(Numbers.grouped($0)) to sell\(shared)" },
            facts.inbound.map { "\(Numbers.grouped($0)) on their way to the warehouse" },
            facts.onOrder.map { "\(Numbers.grouped($0)) on order" },
            facts.reserved.map { "\(Numbers.grouped($0)) reserved" },
        ].compactMap(\.self)
        let limits = (facts.limits?.known ?? []).map { name, amount in
            facts.limits?.foreign.first { $0.name == name }?.description ?? "\(name.rawValue) \(Numbers.money(amount))"
        }
        let sold = units.isEmpty ? [] : ["\(Numbers.grouped(units.reduce(0, +))) units in \(units.count) known days"]
        let lines = [
            ("Price", price), ("Limits", limits.isEmpty ? limits : [limits.joined(separator: "; ")]), ("Stock", stock),
            ("Sold", sold), ("Coming", forecast.map { [$0.description] } ?? []),
        ]
        return lines.flatMap { name, parts in
            page.wrapped(
                (parts.isEmpty ? "not known" : parts.joined(separator: ", ")).visible, head: name.padded(toCells: 9))
        }
    }

    private func open(_ page: Page) -> [String] {
        guard !view.open.isEmpty else { return ["", "Nothing is open on it"] }
        let sum = currency.map { Numbers.money(Money(minorUnits: view.atRisk, $0)) } ?? "an unknown sum"
        let stated =
            currency.flatMap { view.stated > 0 ? Numbers.money(Money(minorUnits: view.stated, $0)) : nil }
            .map { ", \($0) more stated by documents" } ?? ""
        let rows = view.open.map { item in
            [
                Table.Cell(item.exception.id.description, .bold), Table.Cell(item.atRisk.map(Numbers.money) ?? "?"),
                Table.Cell(item.exception.due.map(page.clock.due) ?? "-"), Table.Cell(item.inWords.visible),
            ]
        }
        let table = Table(
            columns: [.init("ID"), .init("AT RISK", isRight: true), .init("ACT BY"), .init("WHAT", least: 12)],
            rows: rows)
        let head = "\(Numbers.count(view.open.count, "problem")) open, \(sum) at risk\(stated)"
        return ["", head] + table.lines(on: page)
    }

    private func records(_ page: Page) -> [String] {
        let changes = view.changes.map { "\($0.id) \($0.state.words): \($0.change.inWords)".visible }
        return list("Earlier", view.earlier.map(\.id.description), page) + list("Changes", changes, page)
            + list("Cases", (view.cases ?? []).map(\.id.description), page)
    }

    private func list(_ name: String, _ items: [String], _ page: Page) -> [String] {
        items.isEmpty ? [] : page.wrapped(items.joined(separator: ", "), head: name.padded(toCells: 9))
    }
}
