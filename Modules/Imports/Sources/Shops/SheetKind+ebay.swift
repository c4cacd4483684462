import FlywheelKit

/// Reports of eBay's Seller Hub, with words above the headings and under the rows. Who bought is never read.
extension SheetKind {
    static let ebay = [ebayListings, ebayOrders]

    /// Active listings: of one with variations, a row for itself and one for each variation follow one another.
    private static let ebayListings = SheetKind(
        title: "eBay active listings",
        markers: [["available quantity"], ["custom label (sku)", "custom label"], ["title"]],
        known: [
            "variation details", "format", "currency", "start price", "current price", "sold quantity", "start date",
        ],
        key: ["item number"],
        tables: [
            DocumentTable(
                sheet: "eBay active listings", feed: Catalog.feed, channel: .ebay,
                columns: [
                    Catalog.title.name, Catalog.price.name, Catalog.status.name, Catalog.channel.name,
                    Catalog.quantity.name,
                    Catalog.category.name, Catalog.opened.name,
                ]
            ) { record, _ in
                listings(record, sayingWhy: true) { cells, row in
                    let variation = cells.cell("variation details")
                    row[Catalog.title] = [cells.cell("title"), variation].compactMap(\.self).joined(separator: ", ")
                    row[Catalog.price] = cells.cell("current price", "start price")
                    row[Catalog.status] = "Active"
                    row[Catalog.channel] = "DEFAULT"
                    row[Catalog.quantity] = cells.cell("available quantity")
                    row[Catalog.category] = cells.cell("eBay category 1 name")
                    row[Catalog.opened] = cells.cell("start date")
                }
            },
            DocumentTable(
                sheet: "eBay available quantities", feed: Stock.feed, channel: .ebay, columns: [Stock.fulfillable.name]
            ) {
                record, _ in
                listings(record, sayingWhy: false) { cells, row in
                    row[Stock.fulfillable] = cells.cell("available quantity")
                }
            },
        ])

    /// The rows that are something to buy.
    ///
    /// - Parameter sayingWhy: whether the others are to be listed.
    private static func listings(
        _ record: [SheetRow], sayingWhy: Bool, fill: (_ cells: JSONValue, _ row: inout [String: String]) -> Void
    ) -> [[String: String]] {
        let hasVariations = record.whole.contains { $0.cell("variation details") != nil }
        return DocumentTable.rowByRow(record, code: "custom label (sku)", "custom label") { cells, row in
            var row = row
            // Variations are no product together: nobody who looks for one size buys another instead.
            if !hasVariations { row[DocumentTable.Heading.product] = cells.cell("item number") }
            row[DocumentTable.Heading.currency] = cells.cell("currency")
            if hasVariations, cells.cell("variation details") == nil {
                row.setAside(.setAside, "found a listing with variations, expected one of them")
                return sayingWhy ? [row] : []
            }
            fill(cells, &row)
            return [row]
        }
    }

    /// Orders: one of several items has a row for itself, without an item. What the items cost is not said clearly enough
    /// to be read, and an item number may be that of several variations.
    private static let ebayOrders = SheetKind(
        title: "eBay orders", markers: [["sales record number"], ["sale date"], ["custom label"]],
        known: ["item number", "item title", "quantity", "sold for", "total price", "paid on date", "transaction id"],
        key: ["order number"],
        tables: [
            DocumentTable(
                sheet: "eBay orders", feed: Orders.feed, channel: .ebay,
                columns: [Orders.order.name, Orders.purchased.name, Orders.quantity.name]
            ) { record, _ in
                let sold = record.whole.lazy.compactMap { $0.cell("sale date") }.first
                return DocumentTable.rowByRow(record, code: "custom label") { cells, row in
                    var row = row
                    guard cells.cell("item number") != nil else {
                        row.setAside(.setAside, "found the sum of an order, expected one of its items")
                        return [row]
                    }
                    row[Orders.order] = cells.cell("order number")
                    row[Orders.purchased] = sold
                    row[Orders.quantity] = cells.cell("quantity")
                    return [row]
                }
            }
        ])
}
