import FlywheelKit

/// Listings the marketplace hides or blocks (`GET_MERCHANTS_LISTINGS_FYP_REPORT`), one row for each issue.
enum SuppressedReport {
    static let headings = [
        "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date", "Issue Description",
    ]

    static func bytes(of listings: [Listing], in shop: Shop, on day: Day) -> [UInt8] {
        var table = Table(headings, isWindows1252: shop.isEuropean)
        for listing in listings {
            for trouble in listing.troubles where trouble.holds(on: day) {
                guard let objection = Objection(of: trouble) else { continue }
                table.add([
                    objection.status, objection.reason, listing.sku, listing.product.asin, listing.title, "11",
                    trouble.from.description, objection.description,
                ])
            }
        }
        return table.bytes
    }
}
