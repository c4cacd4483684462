import FlywheelHost
import FlywheelKit

/// What `listings` prints: listings, those with most at risk first.
struct ListingsAnswer: DocumentedAnswer {
    let found: [FoundListing]
    /// What totals are in; `nil` before the first rotation.
    let currency: Currency?
    let search: String?
    /// Whether those are among them on which nothing is open.
    let isAll: Bool
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document(
        "listings", "Listings on which something is open or those that were asked for, most at risk first.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "search": .value(\.search), "all": .value(\.isAll),
        "items": .list(
            \.items,
            [
                "sku": .value { $0.found.subject.code }, "account": .value { $0.found.subject.account },
                "marketplace": .value { $0.found.subject.marketplace }, "title": .value { $0.found.title },
                "atRisk": .value { $0.atRisk },
            ]),
    ]

    private var items: [(found: FoundListing, atRisk: Money?)] {
        found.map { found in
            (found, currency.flatMap { currency in found.atRisk.map { Money(minorUnits: $0, currency) } })
        }
    }

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
