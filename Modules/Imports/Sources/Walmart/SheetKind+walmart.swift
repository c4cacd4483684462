import FlywheelKit

/// Reports of Walmart's Marketplace, which come as a CSV in a ZIP archive. Those of Mexico have a second row of headings;
/// those of Canada call some of them otherwise.
extension SheetKind {
    static let walmart = [walmartItems, walmartOffers, walmartInventory, walmartOrders]

    private static let sku: [HeadingAlias] = ["sku", "seller sku"]

    /// The item report: listings, why they are not published, offers beside the own one, and limits of the price.
    private static let walmartItems = SheetKind(
        title: "Walmart item report", markers: [["publish status"], ["lifecycle status"]],
        known: ["item id", "product name", "status change reason", "price", "currency", "buy box item price"], key: sku,
        tables: [
            DocumentTable(
                sheet: "Walmart item report", feed: Catalog.feed, channel: .walmart,
                columns: [
                    Catalog.title.name, Catalog.price.name, Catalog.status.name, Catalog.category.name,
                    Catalog.opened.name,
                ]
            ) { record, _ in
                items(record) { cells, row in
                    row[Catalog.title] = cells.cell("product name")
                    row[Catalog.price] = cells.cell("price")
                    row[Catalog.status] = [cells.cell("publish status"), cells.cell("lifecycle status")]
                        .compactMap(\.self).joined(separator: " ")
                    row[Catalog.category] = cells.cell("product category")
                    row[Catalog.opened] = cells.cell("item creation date", "offer start date")
                }
            },
            DocumentTable(
                sheet: "Walmart item report, unpublished", feed: SuppressedListings.feed, channel: .walmart,
                columns: walmartIssueColumns,
                saysNone: true
            ) { record, _ in
                DocumentTable.rowByRow(record, code: "sku", "seller sku") { cells, row in
                    let status = cells.cell("publish status")
                    // The report is complete: what it does not list as off sale has no row.
                    guard let status, walmartNotOnSale.contains(status.uppercased()) else { return [] }
                    if isWalmartGivenUp(cells.cell("lifecycle status")) { return [] }
                    return walmartIssues(
                        row, status: status, since: nil, reasons: reasons(cells.cell("status change reason")))
                }
            },
            DocumentTable(
                sheet: "Walmart item report, offers", feed: Offers.feed, channel: .walmart,
                columns: [
                    Offers.ownPrice.name, Offers.lowestCompetitorPrice.name, Offers.lowestLandedPrice.name,
                    Offers.featuredPrice.name, Offers.eligibility.name,
                ]
            ) { record, frame in
                items(record) { cells, row in
                    row[Offers.ownPrice] = cells.cell("price")
                    row[Offers.lowestCompetitorPrice] = cells.cell("competitor price")
                    row[Offers.lowestLandedPrice] = landed(
                        cells.cell("competitor price"), cells.cell("competitor ship price"), frame)
                    row[Offers.featuredPrice] = landed(
                        cells.cell("buy box item price"), cells.cell("buy box shipping price"), frame)
                    row[Offers.eligibility] = cells.cell("buy box eligible")
                }
            },
            DocumentTable(
                sheet: "Walmart item report, price limits", feed: Costs.feed, channel: .walmart, isComplete: false,
                columns: [Costs.floor.name, Costs.ceiling.name]
            ) { record, _ in
                items(record) { cells, row in
                    row[Costs.floor] = cells.cell("minimum seller allowed price")
                    row[Costs.ceiling] = cells.cell("maximum seller allowed price")
                }.filter { row in
                    row[Costs.floor] != nil || row[Costs.ceiling] != nil || row[DocumentTable.Heading.aside] != nil
                }
            },
        ])

    private static func items(
        _ record: [SheetRow], fill: (_ cells: JSONValue, _ row: inout [String: String]) -> Void
    ) -> [[String: String]] {
        DocumentTable.rowByRow(record, code: "sku", "seller sku") { cells, row in
            var row = row
            row[DocumentTable.Heading.product] = cells.cell("item id")
            row[DocumentTable.Heading.currency] = cells.cell("currency")
            fill(cells, &row)
            return [row]
        }
    }

    /// Codes joined by commas, or a sentence.
    private static func reasons(_ cell: String?) -> [(code: String?, sentence: String?)] {
        let codes = walmartCodes(cell)
        let areCodes = codes.allSatisfy { $0.utf8.allSatisfy { $0 == 0x5F || $0.isDigit || 0x41...0x5A ~= $0 } }
        return areCodes ? codes.map { (code: $0, sentence: nil) } : [(code: nil, sentence: cell)]
    }

    /// The buy box report.
    private static let walmartOffers = SheetKind(
        title: "Walmart buy box report", markers: [["isSellerBuyBoxWinner"], ["BuyBox Item Price"]],
        known: [
            "item id", "product name", "product category", "seller item price", "seller ship price",
            "buybox ship price",
        ],
        key: sku,
        tables: [
            DocumentTable(
                sheet: "Walmart buy box report", feed: Offers.feed, channel: .walmart,
                columns: [
                    Offers.ownPrice.name, Offers.landedPrice.name, Offers.featuredOwner.name, Offers.featuredPrice.name,
                ]
            ) { record, frame in
                items(record) { cells, row in
                    row[Offers.ownPrice] = cells.cell("seller item price")
                    row[Offers.landedPrice] = landed(
                        cells.cell("seller item price"), cells.cell("seller ship price"), frame)
                    let featured = cells.cell("BuyBox Item Price", "Buy Box Item Price")
                    row[Offers.featuredPrice] = landed(
                        featured, cells.cell("BuyBox Ship Price", "Buy Box Ship Price"), frame)
                    row[Offers.featuredOwner] =
                        switch cells.cell("isSellerBuyBoxWinner")?.lowercased() {
                        case "yes", "y", "true": "SELF"
                        case "no", "n", "false": featured == nil ? "NONE" : "COMPETITOR"
                        default: nil
                        }
                }
            }
        ])

    /// A price with its shipping, written as the cells are, with the sign that one of them has; without a word on shipping it
    /// is not known.
    private static func landed(_ price: String?, _ shipping: String?, _ frame: DocumentFrame) -> String? {
        func number(_ cell: String?) -> CellNumber? {
            cell.flatMap { try? CellNumber($0.utf8.span, style: frame.decimal) }.flatMap { $0.isPercentage ? nil : $0 }
        }
        guard let price = number(price), let shipping = number(shipping),
            let sum = price.value.adding(shipping.value, times: 1), sum.unscaled >= 0
        else { return nil }
        let signs = Set([price.currency, shipping.currency].compactMap(\.self))
        guard signs.count < 2 else { return nil }
        let digits = frame.decimal == .comma ? "\(sum)".replacing(".", with: ",") : "\(sum)"
        return ([digits] + signs).joined(separator: " ")
    }

    /// The inventory report: a row for each listing and place that holds some of it.
    private static let walmartInventory = SheetKind(
        title: "Walmart inventory report", markers: [["AvailToSell Quantity", "Inventory Count"]],
        known: ["item id", "product name", "ship node id", "ship node name", "input quantity"], key: sku,
        isScattered: true,
        tables: [
            DocumentTable(
                sheet: "Walmart inventory report", feed: Stock.feed, channel: .walmart,
                columns: [Stock.fulfillable.name]
            ) {
                record, frame in
                DocumentTable.oneOfAll(
                    record, code: "sku", "seller sku",
                    place: { $0.cell("ship node id", "ship node name").map { [$0] } }
                ) { rows, row in
                    row[DocumentTable.Heading.product] = rows.first?.cell("item id")
                    row.setSum(
                        of: rows.counts("AvailToSell Quantity", "Inventory Count"), Stock.fulfillable,
                        as: frame.decimal)
                }
            }
        ])

    /// The export of orders of Seller Center: a row for each line of a purchase order, each with its status. Whether what an
    /// item costs is said of a unit or of the line is not known, so it is not read.
    private static let walmartOrders = SheetKind(
        title: "Walmart orders", markers: [["po#"], ["order date"], ["qty"]],
        known: ["order#", "ship by", "delivery date", "status", "item description", "upc", "item cost"], key: ["po#"],
        tables: [
            DocumentTable(
                sheet: "Walmart orders", feed: Orders.feed, channel: .walmart,
                columns: [Orders.order.name, Orders.purchased.name, Orders.quantity.name, Orders.status.name]
            ) { record, _ in
                DocumentTable.rowByRow(record, code: "sku", "seller sku") { cells, row in
                    var row = row
                    let status = cells.cell("status")
                    let isCancelled = status?.lowercased().hasPrefix("cancel") ?? false
                    row[Orders.order] = cells.cell("po#")
                    row[Orders.purchased] = cells.cell("order date")
                    // A cancelled line is no demand.
                    row[Orders.quantity] = isCancelled ? "0" : cells.cell("qty")
                    row[Orders.status] = status
                    return [row]
                }
            }
        ])
}
