import FlywheelKit
import Statistics

/// Order lines of the last hundred days (`GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL`).
enum OrdersReport {
    static let headings = [
        "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
        "fulfillment-channel", "sales-channel", "order-channel", "ship-service-level", "product-name", "sku", "asin",
        "item-status", "quantity", "currency", "item-price", "item-tax", "shipping-price", "shipping-tax",
        "gift-wrap-price", "gift-wrap-tax", "item-promotion-discount", "ship-promotion-discount", "ship-city",
        "ship-state", "ship-postal-code", "ship-country", "promotion-ids", "is-business-order",
        "purchase-order-number", "price-designation",
    ]

    static func bytes(of lines: [OrderLine], in shop: Shop, _ random: inout SplitMix64) -> [UInt8] {
        var table = Table(headings)
        for line in lines { table.add(cells(of: line, in: shop, &random), under: headings) }
        return shop.encoded(table.text)
    }

    private static func cells(
        of line: OrderLine, in shop: Shop, _ random: inout SplitMix64
    ) -> [String: String] {
        let listing = line.listing
        let total = Money(minorUnits: listing.price.minorUnits * Int64(line.units), shop.currency)
        let isPriced = line.status == .shipped
        return [
            "amazon-order-id": line.order,
            "purchase-date": offset(line.placed),
            "last-updated-date": offset(line.updated),
            "order-status": line.status.rawValue,
            "fulfillment-channel": listing.isByMerchant ? "Merchant" : "Amazon",
            "sales-channel": shop.channel,
            "ship-service-level": "Standard",
            "product-name": listing.title,
            "sku": listing.sku,
            "asin": listing.product.asin,
            "item-status": line.status.rawValue,
            "quantity": String(line.units),
            "currency": isPriced ? shop.currency.code : "",
            // What all units of the line cost; nobody knows it before the order is released.
            "item-price": isPriced ? total.amount : "",
            // Nonsense, as personal data in an example must be.
            "ship-city": "city-" + random.code(5),
            "ship-state": random.code(2),
            "ship-postal-code": random.digits(5),
            "ship-country": shop.name,
            "is-business-order": "false",
        ]
    }

    /// `2026-11-18T15:22:10+00:00`.
    private static func offset(_ instant: Instant) -> String { instant.description.dropLast() + "+00:00" }
}
