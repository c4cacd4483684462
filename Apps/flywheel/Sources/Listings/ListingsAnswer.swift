import FlywheelHost
import FlywheelKit

/// What `listings` prints: listings, those with most at risk first.
struct ListingsAnswer: Answer {
    let found: [FoundListing]
    /// What totals are in; `nil` before the first rotation.
    let currency: Currency?
    let search: String?
    /// Whether those are among them on which nothing is open.
    let isAll: Bool
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["sku", "account", "marketplace", "title", "atRisk.amount", "atRisk.currency"]
    var rows: [JSON] {
        found.map { listing in
            [
                "sku": .text(listing.subject.code), "account": .text(listing.subject.account),
                "marketplace": .text(listing.subject.marketplace), "title": .text(listing.title),
                "atRisk": currency.map { currency in listing.atRisk.map { .money($0, currency) } ?? nil } ?? nil,
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.listings/1", "asOf": .instant(asOf), "search": .text(search), "all": .bool(isAll),
            "items": .array(rows),
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "search": .maybe(.text), "all": .flag,
        "items": .list([
            "sku": .text, "account": .text, "marketplace": .text, "title": .maybe(.text),
            "atRisk": .maybe(.knownMoney),
        ]),
    ]

    func text(on page: Page) -> [String] {
        guard let first = found.first else {
            let what =
                search.map { "No SKU or title holds \"\($0)\"" }
                ?? (isAll ? "No listing is known" : "Nothing is open on any listing")
            return [what.visible] + page.next("flywheel listings --search TEXT")
        }
        let rows = found.map { listing in
            [
                Table.Cell(listing.subject.code.visible, .bold), Table.Cell(listing.atRisk.map(amount) ?? "-"),
                Table.Cell(listing.subject.marketplaceName), Table.Cell(listing.subject.account.visible),
                Table.Cell((listing.title ?? "").visible),
            ]
        }
        let table = Table(
            columns: [
                .init("LISTING", least: 8), .init("AT RISK \(currency?.code ?? "")", isRight: true), .init("MARKET"),
                .init("ACCOUNT", least: 6), .init("TITLE", least: 12),
            ], rows: rows, droppable: ["TITLE"])
        let which = isAll || search != nil ? "" : " with something open"
        return ["\(Numbers.count(found.count, "listing"))\(which), most at risk first", ""] + table.lines(on: page)
            + page.next("flywheel listing \(first.subject.code)")
    }

    private func amount(_ minorUnits: Int64) -> String {
        currency.map { Numbers.amount(Money(minorUnits: minorUnits, $0)) } ?? "?"
    }
}
