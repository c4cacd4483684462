import FlywheelKit

/// What each listing costs and between which prices it may be sold, as a spreadsheet of the seller's own.
enum CostsTable {
    static let headings = ["SKU", "Unit cost", "Fees per unit", "Floor price", "Ceiling price"]

    static func bytes(of listings: [Listing], in shop: Shop, on day: Day) -> [UInt8] {
        var table = shop.spreadsheet(headings)
        for listing in listings where listing.isListed(on: day) {
            let (cost, fees) = (listing.unitCost, listing.fees)
            // Five percent of the price are to be left at least.
            let floor = min(listing.price.minorUnits, cost.minorUnits + fees.minorUnits + listing.price.minorUnits / 20)
            let ceiling = listing.price.minorUnits * 130 / 100
            table.add(
                [listing.sku]
                    + [cost, fees, Money(minorUnits: floor, cost.currency), Money(minorUnits: ceiling, cost.currency)]
                    .map(shop.amount))
        }
        return table.bytes
    }
}

/// How each listing is bought, as another of their spreadsheets.
enum SupplyTable {
    static let headings = ["SKU", "Supplier", "Lead time (days)", "MOQ", "Case pack"]

    static func bytes(of listings: [Listing], in shop: Shop, on day: Day) -> [UInt8] {
        var table = shop.spreadsheet(headings)
        for listing in listings where listing.isListed(on: day) {
            let sourcing = listing.sourcing
            table.add([
                listing.sku, sourcing.supplier.rawValue, String(sourcing.leadDays),
                String(sourcing.leastCases * sourcing.casePack), String(sourcing.casePack),
            ])
        }
        return table.bytes
    }
}

/// Orders to suppliers: those that are open, and those that came since the last table.
enum PurchasesTable {
    static let headings = ["PO number", "SKU", "Order date", "Expected date", "Received date", "Quantity"]

    static func bytes(of trade: Trade, in shop: Shop, on day: Day, since: Day) -> [UInt8] {
        var table = shop.spreadsheet(headings)
        for (number, listing) in trade.listings.enumerated() {
            for (order, purchase) in trade.purchases[number].enumerated()
            where purchase.ordered < day && purchase.arrives > since.advanced(by: -1) {
                table.add([
                    "PO-\(shop.name)-\(10_000 + number)-\(order + 1)", listing.sku, purchase.ordered.description,
                    purchase.expected.description, purchase.arrives < day ? purchase.arrives.description : "",
                    String(purchase.units),
                ])
            }
        }
        return table.bytes
    }
}

extension Listing {
    /// What a unit costs the seller, ready to be sold.
    fileprivate var unitCost: Money {
        Money(minorUnits: price.minorUnits * sourcing.costPercent / 100, price.currency)
    }

    /// What the marketplace takes of each unit: fifteen percent, and what shipping costs where it ships.
    fileprivate var fees: Money {
        Money(minorUnits: price.minorUnits * 15 / 100 + (isByMerchant ? 0 : 320), price.currency)
    }
}

extension Shop {
    /// A table as the seller's own spreadsheet writes it: a German one keeps the comma for decimals.
    func spreadsheet(_ headings: [String]) -> Table { Table(headings, separator: isEuropean ? ";" : ",") }

    /// A sum as that spreadsheet writes it.
    func amount(_ money: Money) -> String {
        isEuropean ? String(money.amount.map { $0 == "." ? "," : $0 }) : money.amount
    }
}
