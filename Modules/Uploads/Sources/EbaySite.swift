import FlywheelKit

/// What eBay's file of actions says of a site in its first heading.
struct EbaySite {
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
    static func revise(_ lines: [UploadLine], on marketplace: String) -> String {
        guard case .ebay(let country) = Platform(marketplace: marketplace), let site = all[country] else { return "" }
        let action =
            "*Action(SiteID=\(site.id)|Country=\(site.country)|Currency=\(site.currency)|Version=1193|CC=UTF-8)"
        let rows = lines.compactMap { line in
            line.price.map { ["Revise", line.product ?? "", line.sku, $0.amount] }
        }
        return CSVText.file([[action, "ItemID", "CustomLabel", "*StartPrice"]] + rows)
    }
}
