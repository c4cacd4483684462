import FlywheelKit
import WebPages

/// The listings whose forecast can be looked at, by SKU.
struct ForecastsPage {
    let listings: [Subject]
    let search: String
    /// Where the next page begins: behind this listing.
    let isCut: Bool
    let notUnderstood: [String]
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let filter = FilterForm(
            "/plan/forecast", [.search(name: "q", label: phrases("plan.searchSKU"), text: search)],
            notUnderstood: notUnderstood)
        let table = DataTable(
            id: "listings",
            caption: phrases(isCut ? "plan.listingsCut" : "plan.listings", ["count": .count(listings.count)]),
            columns: [
                .init(phrases("plan.column.listing")), .init(phrases("plan.column.marketplace")),
                .init(phrases("plan.column.account")),
            ],
            rows: listings.map { listing in
                .init([
                    """
                    <a href="\("/plan/forecast/\(listing.account)/\(listing.marketplace)/\(listing.code)" as Address)" \
                    translate="no">\(listing.code)</a>
                    """,
                    "\(reader.marketplace(listing.marketplace))", "<bdi>\(listing.account)</bdi>",
                ])
            }, empty: phrases("plan.noListing"))
        return
            "\(PlanLinks(reader: reader, current: "/plan/forecast").html)\n\(filter.html(for: reader))\n<section>\(table.html)</section>"
    }
}
