import FlywheelKit

/// Exports of a shop on Shopify, under the headings of 2024 and those before. Who bought is never read.
extension SheetKind {
    static let shopify = [shopifyProducts, shopifyInventory, shopifyOrders]

    /// Products: rows of one handle are a product, its title stands in the first of them, and further images have rows of
    /// their own.
    private static let shopifyProducts = SheetKind(
        title: "Shopify products", markers: [["variant price", "price"], ["option1 value"], ["variant sku", "sku"]],
        known: [
            "title", "status", "vendor", "type", "product category", "inventory quantity", "variant inventory qty",
            "cost per item", "fulfillment service", "variant fulfillment service", "compare at price",
            "product image url",
            "image src", "option1 name", "barcode", "variant barcode", "inventory tracker",
            "variant inventory tracker", "continue selling when out of stock", "variant inventory policy",
        ],
        key: ["handle", "url handle"], blanksThatTell: ["inventory tracker", "variant inventory tracker"],
        tables: [
            DocumentTable(
                sheet: "Shopify products", feed: Catalog.feed, channel: .shopify,
                columns: [
                    Catalog.title.name, Catalog.price.name, Catalog.status.name, Catalog.channel.name,
                    Catalog.quantity.name, Catalog.backorders.name, Catalog.category.name,
                ]
            ) { record, _ in
                let product = record.first?.wholeCells
                return DocumentTable.rowByRow(record, code: "variant sku", "sku") { cells, row in
                    var row = row
                    guard isVariant(cells) else {
                        row.setAside(.setAside, "found an image of a product, expected one of its variants")
                        return [row]
                    }
                    row[Catalog.title] = title(of: cells, product: product)
                    row[Catalog.price] = cells.cell("variant price", "price")
                    row[Catalog.status] = product?.cell("status")
                    // What the merchant ships itself, under the word that listings of all marketplaces have for it.
                    let service = cells.cell("variant fulfillment service", "fulfillment service")
                    row[Catalog.channel] = service == "manual" ? "DEFAULT" : service
                    // Of what nothing tracks the shop writes that there are 0.
                    if !cells.isBlank("inventory tracker", "variant inventory tracker") {
                        row[Catalog.quantity] = cells.cell("variant inventory qty", "inventory quantity")
                    }
                    row[Catalog.backorders] = cells.cell(
                        "variant inventory policy", "continue selling when out of stock")
                    row[Catalog.category] = product?.cell("type", "product category")
                    return [row]
                }
            },
            DocumentTable(
                sheet: "Shopify costs", feed: Costs.feed, channel: .shopify, isComplete: false,
                columns: [Costs.unitCost.name]
            ) { record, _ in
                DocumentTable.rowByRow(record, code: "variant sku", "sku") { cells, row in
                    guard let cost = cells.cell("cost per item"), isVariant(cells) else { return [] }
                    var row = row
                    row[Costs.unitCost] = cost
                    return [row]
                }
            },
        ])

    private static func isVariant(_ cells: JSONValue) -> Bool {
        cells.cell("variant sku", "sku", "variant price", "price") != nil
    }

    /// The product's title, and what tells this variant from the others.
    private static func title(of cells: JSONValue, product: JSONValue?) -> String? {
        let options = [cells.cell("option1 value"), cells.cell("option2 value"), cells.cell("option3 value")]
            .compactMap(\.self).filter { $0 != "Default Title" }
        guard let title = product?.cell("title") else { return nil }
        return options.isEmpty ? title : "\(title), \(options.joined(separator: " / "))"
    }

    /// Inventory: a row for each variant and location.
    private static let shopifyInventory = SheetKind(
        title: "Shopify inventory",
        markers: [["location"], ["available (not editable)", "available", "on hand (current)"]],
        known: [
            "handle", "title", "option1 name", "option1 value", "hs code", "coo", "bin name", "incoming (not editable)",
            "committed (not editable)", "unavailable (not editable)", "on hand (new)",
        ],
        key: ["sku"], isScattered: true,
        tables: [
            DocumentTable(
                sheet: "Shopify inventory", feed: Stock.feed, channel: .shopify,
                columns: [
                    Stock.fulfillable.name, Stock.inboundShipped.name, Stock.reservedForOrders.name,
                    Stock.unsellable.name,
                ]
            ) { record, frame in
                DocumentTable.oneOfAll(record, code: "sku", place: place) { rows, row in
                    let columns = [
                        (
                            Stock.fulfillable,
                            rows.counts("available (not editable)", "available", "on hand (current)")
                        ),
                        (Stock.inboundShipped, rows.counts("incoming (not editable)", "incoming")),
                        (Stock.reservedForOrders, rows.counts("committed (not editable)", "committed")),
                        (Stock.unsellable, rows.counts("unavailable (not editable)", "unavailable")),
                    ]
                    for (column, cells) in columns { row.setSum(of: cells, column, as: frame.decimal) }
                    if rows.stockNothing("available (not editable)", "available", "on hand (current)") {
                        row.setAside(.setAside, "found no location that stocks it")
                    }
                }
            }
        ])

    /// What a row of the inventory counts, and where: several variants may be sold under one SKU.
    private static func place(_ cells: JSONValue) -> [String?]? {
        cells.cell("location").map { location in
            [
                location, cells.cell("handle", "url handle"), cells.cell("option1 value"), cells.cell("option2 value"),
                cells.cell("option3 value"),
            ]
        }
    }

    /// Orders: what is true of the whole order stands in the first of its lines.
    private static let shopifyOrders = SheetKind(
        title: "Shopify orders", markers: [["lineitem quantity"], ["lineitem sku"], ["created at"]],
        known: [
            "financial status", "currency", "lineitem price", "lineitem name", "cancelled at", "fulfillment status",
        ],
        key: ["name"],
        tables: [
            DocumentTable(sheet: "Shopify orders", feed: Orders.feed, channel: .shopify, holdsWholes: true) {
                record, _ in
                let order = record.first?.wholeCells
                let isCancelled = order?.cell("cancelled at") != nil
                return DocumentTable.rowByRow(record, code: "lineitem sku") { cells, row in
                    var row = row
                    row[DocumentTable.Heading.currency] = order?.cell("currency")
                    row[Orders.order] = cells.cell("name")
                    row[Orders.purchased] = order?.cell("created at")
                    // A cancelled line is no demand.
                    row[Orders.quantity] = isCancelled ? "0" : cells.cell("lineitem quantity")
                    row[Orders.unitPrice] = cells.cell("lineitem price")
                    row[Orders.status] = isCancelled ? "cancelled" : order?.cell("financial status")
                    return [row]
                }
            }
        ])
}
