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

    static func bytes(
        of listings: [Listing], in shop: Shop, on day: Day, counts: [Shelf.Count]
    ) -> [UInt8] {
        var table = Table(shop.isEuropean ? european : american, isWindows1252: shop.isEuropean)
        for (number, listing) in listings.enumerated() where listing.isListed(on: day) {
            let isOffered = listing.isOffered(on: day)
            let isInStock = listing.isByMerchant || counts[number].units > 0
            table.add([
                "item-name": listing.title,
                "listing-id": "0\(910_000_000 + number * 7)",
                "seller-sku": listing.sku,
                "price": listing.price(on: day).amount,
                // Blank where the marketplace ships: it keeps count elsewhere.
                "quantity": listing.isByMerchant ? String(isOffered ? OwnStockTable.units(of: listing) : 0) : "",
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
                "status": isOffered && isInStock && !listing.isRemoved(on: day) ? "Active" : "Inactive",
            ])
        }
        return table.bytes
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
