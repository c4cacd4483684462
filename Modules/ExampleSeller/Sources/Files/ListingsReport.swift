import FlywheelKit

/// All listings of a marketplace (`GET_MERCHANT_LISTINGS_ALL_DATA`).
enum ListingsReport {
    static let american = [
        "item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date", "image-url",
        "item-is-marketplace", "product-id-type", "zshop-shipping-fee", "item-note", "item-condition",
        "zshop-category1", "zshop-browse-path", "zshop-storefront-feature", "asin1", "asin2", "asin3",
        "will-ship-internationally", "expedited-shipping", "zshop-boldface", "product-id",
        "bid-for-featured-placement", "add-delete", "pending-quantity", "fulfillment-channel",
        "merchant-shipping-group", "status",
    ]

    /// The same in Europe since 2024: headings that stand more than once, and another spelling.
    static let european = [
        "item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date",
        "Deprecated column", "item-is-marketplace", "product-id-type", "Deprecated column", "item-note",
        "item-condition", "Deprecated column", "Deprecated column", "Deprecated column", "asin1", "Deprecated column",
        "Deprecated column", "will-ship-internationally", "expedited-shipping", "Deprecated column", "product-id",
        "Deprecated column", "add-delete", "pending-quantity", "fulfilment-channel",
        "optional-payment-type-exclusion", "merchant-shipping-group", "status", "Minimum order quantity",
        "Sell remainder",
    ]

    static func bytes(of listings: [Listing]) -> [UInt8] {
        guard let shop = listings.first?.shop else { return [] }
        let headings = shop.isEuropean ? european : american
        var table = Table(headings)
        for (number, listing) in listings.enumerated() {
            table.add(cells(of: listing, number: number), under: headings)
        }
        return shop.encoded(table.text)
    }

    private static func cells(of listing: Listing, number: Int) -> [String: String] {
        let shop = listing.shop
        let isBlocked = listing.suppressions.contains { $0.status == .removed }
        return [
            "item-name": listing.title,
            "listing-id": "0\(910_000_000 + number * 7)",
            "seller-sku": listing.sku,
            "price": listing.price.amount,
            // Blank where the marketplace ships: it keeps count elsewhere.
            "quantity": listing.isByMerchant ? String(listing.units) : "",
            "open-date": openDate(listing),
            "item-is-marketplace": "y",
            "product-id-type": "1",
            "item-condition": "11",
            "asin1": listing.product.asin,
            "product-id": listing.product.asin,
            "pending-quantity": "0",
            shop.isEuropean ? "fulfilment-channel" : "fulfillment-channel":
                listing.isByMerchant ? "DEFAULT" : shop.fulfilment,
            "merchant-shipping-group": "Standard",
            "status": isBlocked || listing.units == 0 ? "Inactive" : "Active",
        ]
    }

    /// The zone's own time and its abbreviation, as each continent writes them.
    private static func openDate(_ listing: Listing) -> String {
        let isSummer = (4...9).contains(listing.opened.utcDay.date.month)
        let hours: Int64 = (listing.shop.isEuropean ? 1 : -8) + (isSummer ? 1 : 0)
        let local = listing.opened.advanced(bySeconds: hours * 3_600)
        let time = local.description.dropFirst(11).prefix(8)
        guard listing.shop.isEuropean else { return "\(local.utcDay) \(time) \(isSummer ? "PDT" : "PST")" }
        let parts = local.utcDay.description.split(separator: "-")
        return "\(parts[2])/\(parts[1])/\(parts[0]) \(time) \(isSummer ? "MEST" : "MET")"
    }
}
