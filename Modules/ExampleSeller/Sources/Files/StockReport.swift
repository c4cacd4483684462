import FlywheelKit

/// Stock in the marketplace's warehouses (`GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA`).
enum StockReport {
    static let headings = [
        "sku", "fnsku", "asin", "product-name", "condition", "your-price", "mfn-listing-exists",
        "mfn-fulfillable-quantity", "afn-listing-exists", "afn-warehouse-quantity", "afn-fulfillable-quantity",
        "afn-unsellable-quantity", "afn-reserved-quantity", "afn-total-quantity", "per-unit-volume",
        "afn-inbound-working-quantity", "afn-inbound-shipped-quantity", "afn-inbound-receiving-quantity",
        "afn-researching-quantity", "afn-reserved-future-supply", "afn-future-supply-buyable",
    ]

    static func bytes(
        of listings: [Listing], in shop: Shop, on day: Day, counts: [Shelf.Count]
    ) -> [UInt8] {
        var table = Table(headings, isWindows1252: shop.isEuropean)
        for (listing, count) in zip(listings, counts) where !listing.isByMerchant && listing.isListed(on: day) {
            let unsellable = count.units / 60
            let reserved = count.units / 25
            let warehouse = count.units + unsellable + reserved
            let inbound = count.receiving + count.shipped + count.working
            table.add([
                listing.sku, "X00" + listing.product.asin.suffix(7), listing.product.asin, listing.title, "New",
                listing.price(on: day).amount, "No", "", "Yes", String(warehouse), String(count.units),
                String(unsellable), String(reserved), String(warehouse + inbound), "0.08", String(count.working),
                String(count.shipped), String(count.receiving), "0", "0", "0",
            ])
        }
        return table.bytes
    }
}

/// Stock in the seller's own warehouse, as a spreadsheet of theirs: the listings they ship and count themselves.
enum OwnStockTable {
    static let headings = ["SKU", "On hand", "Reserved"]

    static func bytes(of listings: [Listing], in shop: Shop, on day: Day) -> [UInt8] {
        var table = shop.spreadsheet(headings)
        for listing in listings where listing.isByMerchant && listing.isOffered(on: day) {
            table.add([listing.sku, String(units(of: listing)), "0"])
        }
        return table.bytes
    }

    /// The seller's own shelves are filled up every week: two months of sales, and a few.
    static func units(of listing: Listing) -> Int { Int((listing.unitsPerDay * 60).rounded(.up)) + 5 }
}
