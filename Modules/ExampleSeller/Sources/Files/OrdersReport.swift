import FlywheelKit

/// Orders, a line for each part (`GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL`).
enum OrdersReport {
    static let headings = [
        "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
        "fulfillment-channel", "sales-channel", "order-channel", "ship-service-level", "product-name", "sku", "asin",
        "item-status", "quantity", "currency", "item-price", "item-tax", "shipping-price", "shipping-tax",
        "gift-wrap-price", "gift-wrap-tax", "item-promotion-discount", "ship-promotion-discount", "ship-city",
        "ship-state", "ship-postal-code", "ship-country", "promotion-ids", "is-business-order",
        "purchase-order-number", "price-designation",
    ]

    /// The lines last written in a span of time, as they stood at the moment of the export.
    static func bytes(
        of trade: Trade, in shop: Shop, writtenIn span: Range<Instant>, exported: Instant
    ) -> [UInt8] {
        var table = Table(headings, isWindows1252: shop.isEuropean)
        for sale in trade.sales {
            guard sale.placed < exported else { break }
            let isSettled = sale.settled < exported
            guard isSettled || !sale.isCancelled, span.contains(isSettled ? sale.settled : sale.placed) else {
                continue
            }
            let cells = cells(of: sale, trade.listings[sale.listing], in: shop, isSettled: isSettled)
            for _ in 0..<(sale.isSplit ? 2 : 1) { table.add(cells) }
        }
        return table.bytes
    }

    private static func cells(of sale: Sale, _ listing: Listing, in shop: Shop, isSettled: Bool) -> [String] {
        let status = sale.isCancelled ? "Cancelled" : isSettled ? "Shipped" : "Pending"
        let isPriced = isSettled && !sale.isCancelled
        let units = sale.isSplit ? 1 : sale.units
        let price = listing.price(on: Day(epochDays: Int32(sale.placed.seconds / 86_400)))
        let total = Money(minorUnits: price.minorUnits * Int64(units), price.currency)
        let digits = String(1_000_000_000_000_000 + sale.bits % 999_999_999_999_999).dropFirst()
        let order = "\(100 + sale.bits % 300)-\(digits.prefix(7))-\(digits.dropFirst(7).prefix(7))"
        return [
            order, "", offset(sale.placed), offset(isSettled ? sale.settled : sale.placed), status,
            listing.isByMerchant ? "Merchant" : "Amazon", shop.channel, "", "Standard", listing.title, listing.sku,
            listing.product.asin, status, String(units),
            // What all units of the line cost; nobody knows it before the order is released.
            isPriced ? price.currency.code : "", isPriced ? total.amount : "", "", "", "", "", "", "", "",
            // Nonsense, as personal data in an example must be.
            "city-\(digits.suffix(4))", "", String(digits.suffix(5)), shop.name, "", "false", "", "",
        ]
    }

    /// `2026-11-18T15:22:10+00:00`.
    private static func offset(_ instant: Instant) -> String { instant.description.dropLast() + "+00:00" }
}
