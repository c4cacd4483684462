import FlywheelKit

/// The reports a seller exports, in the layouts the marketplaces write them.
enum Report: String, CaseIterable, Sendable {
    case listings, suppressed, fba, orders

    func text(of seller: Seller) -> String {
        switch self {
        case .listings: Self.table(Self.listingHeadings, seller.listings.map { Self.cells($0, seller) })
        case .suppressed:
            Self.table(
                [
                    "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date",
                    "Issue Description",
                ],
                seller.issues.map { issue in
                    [
                        "Status": issue.status, "Reason": "Missing info", "SKU": issue.sku, "ASIN": issue.asin,
                        "Condition": "11", "Status Change Date": "\(issue.since)",
                        "Issue Description": "'[\(issue.attribute)]' is required but not supplied.",
                    ]
                })
        case .fba:
            Self.table(
                Self.stockHeadings,
                seller.stock.map { stock in
                    [
                        "sku": stock.sku, "asin": stock.asin, "afn-fulfillable-quantity": "\(stock.fulfillable)",
                        "afn-inbound-receiving-quantity": "\(stock.receiving)",
                        "afn-inbound-shipped-quantity": "\(stock.shipped)", "afn-reserved-quantity": "0",
                    ]
                })
        case .orders: Self.table(Self.orderHeadings, seller.orders.map { Self.cells($0, seller) })
        }
    }

    private static func cells(_ listing: Seller.Listing, _ seller: Seller) -> [String: String] {
        [
            "item-name": "Item \(listing.sku)", "listing-id": "L\(listing.sku)", "seller-sku": listing.sku,
            "price": listing.price, "quantity": listing.merchantUnits.map(String.init) ?? "",
            "open-date": "\(listing.opened) 12:00:00 \(seller.marketplace == "US" ? "PST" : "MET")",
            "product-id-type": "1", "asin1": listing.asin, "product-id": listing.asin,
            "fulfillment-channel": listing.merchantUnits == nil ? "AMAZON_NA" : "DEFAULT", "status": "Active",
        ]
    }

    private static func cells(_ order: Seller.Order, _ seller: Seller) -> [String: String] {
        let written = order.placed.advanced(bySeconds: 60)
        return [
            "amazon-order-id": order.id, "purchase-date": "\(order.placed)", "last-updated-date": "\(written)",
            "order-status": order.status, "sales-channel": seller.channel, "sku": order.sku, "asin": order.asin,
            "quantity": "\(order.units)", "currency": seller.currency, "item-price": "",
        ]
    }

    /// Rows by heading; cells that a row does not name are blank.
    static func table(_ headings: [String], _ rows: [[String: String]], separator: String = "\t") -> String {
        ([headings] + rows.map { row in headings.map { row[$0] ?? "" } })
            .map { $0.joined(separator: separator) + "\r\n" }.joined()
    }

    private static let listingHeadings = [
        "item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date", "image-url",
        "item-is-marketplace", "product-id-type", "item-note", "item-condition", "asin1", "asin2", "asin3",
        "product-id",
        "add-delete", "pending-quantity", "fulfillment-channel", "merchant-shipping-group", "status",
    ]
    private static let stockHeadings = [
        "sku", "fnsku", "asin", "product-name", "condition", "your-price", "afn-listing-exists",
        "afn-warehouse-quantity", "afn-fulfillable-quantity", "afn-unsellable-quantity", "afn-reserved-quantity",
        "afn-total-quantity", "afn-inbound-working-quantity", "afn-inbound-shipped-quantity",
        "afn-inbound-receiving-quantity", "afn-researching-quantity",
    ]
    private static let orderHeadings = [
        "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
        "fulfillment-channel", "sales-channel", "ship-service-level", "product-name", "sku", "asin", "item-status",
        "quantity", "currency", "item-price", "ship-city", "ship-country",
    ]
}
