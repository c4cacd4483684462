import FlywheelKit

/// Listings the marketplace hides or blocks (`GET_MERCHANTS_LISTINGS_FYP_REPORT`), one row for each issue.
enum SuppressedReport {
    static let headings = [
        "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date", "Issue Description",
    ]

    static func bytes(of listings: [Listing]) -> [UInt8] {
        guard let shop = listings.first?.shop else { return [] }
        var table = Table(headings)
        for listing in listings {
            for suppression in listing.suppressions {
                table.add([
                    suppression.status.rawValue, suppression.reason, listing.sku, listing.product.asin, listing.title,
                    "11", suppression.since.description, suppression.issue,
                ])
            }
        }
        return shop.encoded(table.text)
    }
}
