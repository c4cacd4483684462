import FlywheelKit
import Texts

/// What eBay's file of actions says of a site in its first heading.
struct EbaySite: Hashable {
    let id: String
    let country: String
    let currency: String

    /// The sites by the end of a marketplace's name, `de` of `ebay-de`.
    static let all = [
        "us": EbaySite(id: "US", country: "US", currency: "USD"),
        "uk": EbaySite(id: "UK", country: "GB", currency: "GBP"),
        "gb": EbaySite(id: "UK", country: "GB", currency: "GBP"),
        "de": EbaySite(id: "Germany", country: "DE", currency: "EUR"),
        "fr": EbaySite(id: "France", country: "FR", currency: "EUR"),
        "it": EbaySite(id: "Italy", country: "IT", currency: "EUR"),
        "es": EbaySite(id: "Spain", country: "ES", currency: "EUR"),
        "ca": EbaySite(id: "Canada", country: "CA", currency: "CAD"),
        "au": EbaySite(id: "Australia", country: "AU", currency: "AUD"),
    ]

    /// A file that revises the price of items by their numbers.
    func revise(_ lines: [UploadLine]) -> String {
        let action = "*Action(SiteID=\(id)|Country=\(country)|Currency=\(currency)|Version=1193|CC=UTF-8)"
        var rows = [[action, "ItemID", "CustomLabel", "*StartPrice"]]
        for line in lines {
            if let price = line.price { rows.append(["Revise", line.product ?? "", line.sku, price.amount]) }
        }
        return rows.map(CSVRow.line).joined()
    }
}
