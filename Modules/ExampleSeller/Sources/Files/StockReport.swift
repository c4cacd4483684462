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

    static func bytes(of listings: [Listing]) -> [UInt8] {
        guard let shop = listings.first?.shop else { return [] }
        var table = Table(headings)
        for listing in listings where !listing.isByMerchant {
            let unsellable = listing.units / 60
            let reserved = listing.units / 25
            let warehouse = listing.units + unsellable + reserved
            table.add([
                listing.sku, "X00" + listing.product.asin.suffix(7), listing.product.asin, listing.title, "New",
                listing.price.amount, "No", "", "Yes", String(warehouse), String(listing.units), String(unsellable),
                String(reserved), String(warehouse + listing.inbound), "0.08", "0", String(listing.inbound), "0", "0",
                "0", "0",
            ])
        }
        return shop.encoded(table.text)
    }
}

/// Stock in the seller's own warehouse, as a spreadsheet of theirs: the listings they ship and count themselves.
enum OwnStockTable {
    static let headings = ["SKU", "On hand", "Reserved"]

    static func bytes(of listings: [Listing]) -> [UInt8] {
        var table = Table(headings, separator: ",")
        for listing in listings.filter(\.isByMerchant).prefix(6) {
            table.add([listing.sku, String(listing.units), "0"])
        }
        return Array(table.text.utf8)
    }
}
