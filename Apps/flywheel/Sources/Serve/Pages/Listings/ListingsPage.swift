import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import WebPages

extension Pages {
    /// Everything that is sold, and everything about one thing of it.
    var listings: [Route] {
        [
            get("/listings") { visit in try ListingsPage(visit).content },
            get("/listings/{account}/{marketplace}/{sku}") { visit in try ListingPage(visit).content },
        ]
    }
}

/// The listings whose SKU or title holds what is searched for; without a search, those with most at risk.
struct ListingsPage {
    let visit: PageVisit
    let search: String
    private let found: [FoundListing]
    private let isCut: Bool

    /// Listings shown.
    private static let most = 50

    init(_ visit: PageVisit) throws {
        self.visit = visit
        search = (visit.request.query["q"] ?? "").trimmingSpace
        let session = try visit.session()
        if search.isEmpty {
            let first = try session.host.store.listings(of: nil, after: nil, limit: Self.most)
            found = try FoundListing.all(first, in: session)
            isCut = false
        } else {
            let listings = try ListingSearch(search, atMost: Self.most, in: session)
            found = listings.found
            isCut = listings.count > Self.most
        }
    }

    /// The page.
    var content: PageContent {
        let words = visit.words
        var shell = visit.shell(words.text("listing.all"), door: .listings)
        shell.command = "flywheel listings"
        shell.json = "/api/v1/listings"
        let form = FilterForm(
            "/listings", [.search(name: "q", label: words("listing.search"), text: search)]
        ).html(for: visit.reader)
        let rows = found.map { listing in
            DataTable.Row([
                visit.place(of: listing.subject), "<bdi>\(listing.title)</bdi>",
                "<bdi>\(listing.subject.account)</bdi>", amount(listing.atRisk),
            ])
        }
        let caption =
            search.isEmpty
            ? words("listing.top", ["count": .count(rows.count)])
            : words(
                isCut ? "listing.foundMany" : "listing.found", ["count": .count(rows.count), "text": .text(search)])
        let table = DataTable(
            id: "listings", caption: caption,
            columns: [
                .init(words("listing.sku")), .init(words("listing.title")),
                .init(words("data.account")),
                .init(words("exception.atRiskHeading"), isNumber: true),
            ], rows: rows,
            empty: search.isEmpty
                ? words("listing.noneOpen") : words("listing.none", ["text": .text(search)]))
        return PageContent(shell: shell, main: "\(form)<section>\(table.html)</section>")
    }

    private func amount(_ minorUnits: Int64?) -> HTML {
        guard let minorUnits, let currency = visit.currency else {
            return "<span class=\"muted\">\(visit.words("listing.nothing"))</span>"
        }
        return HTML(text: visit.formats.money(Money(minorUnits: minorUnits, currency)))
    }
}
