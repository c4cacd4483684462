import FlywheelKit

/// What is known of a listing apart from its issues.
public struct ListingFacts: Hashable, Codable, Sendable {
    /// Its code, the seller's SKU.
    public let code: String
    /// The marketplace's id of the product, such as an ASIN.
    public let product: String?
    /// The marketplace it is on.
    public let marketplace: String
    /// Its title.
    public let title: String?
    /// The category or product type it stands under.
    public let category: String?
    /// Its status in the catalogue, in the source's words.
    public let status: String?
}

/// Reads what a chunk knows of its listings; its columns are looked up once.
struct ListingReader {
    private let chunk: Chunk
    private let titles: Values<String>
    private let categories: Values<String>
    private let statuses: Values<String>
    private let prices: Values<Money>
    private let quantities: Values<Int>
    private let shelf: Shelf
    private let sold: History

    init(_ chunk: Chunk) {
        self.chunk = chunk
        titles = chunk[Catalog.title]
        categories = chunk[Catalog.category]
        statuses = chunk[Catalog.status]
        prices = chunk[Catalog.price]
        quantities = chunk[Catalog.quantity]
        shelf = chunk.shelf
        sold = chunk[Sales.units]
    }

    func facts(of row: Int) -> ListingFacts {
        ListingFacts(
            code: chunk.codes[row], product: chunk.products[row], marketplace: chunk.marketplace, title: titles[row],
            category: categories[row], status: statuses[row])
    }

    func category(of row: Int) -> String { categories[row] ?? "" }

    /// Whether a listing that sold, and of which units are left, is missing from the list of all listings that had it before;
    /// `nil` where nobody can tell.
    func isGone(_ row: Int) -> Bool? {
        let isListed =
            titles.known[row] || prices.known[row] || statuses.known[row] || categories.known[row]
            || quantities.known[row]
        guard !isListed, sold.hasSold(row) else { return false }
        let unlisted = chunk.unlisted(row)
        guard let units = shelf.reported(row) ?? unlisted?.units else { return nil }
        return units <= 0 ? false : unlisted.map { _ in true }
    }

    /// What the listing's status says is done to it, where none of its issues explains it.
    ///
    /// A listing without stock cannot be bought either, and that is known elsewhere: it is no problem of its own here.
    func unexplained(_ row: Int, by issues: [Issue], asOf: Instant) -> Issue? {
        guard let status = statuses[row], let enforcement = Enforcement(listingStatus: status) else { return nil }
        if enforcement == .notBuyable, let units = shelf[row], units <= 0 { return nil }
        let explaining: Set<Enforcement> =
            enforcement == .notBuyable
            ? [.catalogRemoved, .listingSuppressed] : [.catalogRemoved, .listingSuppressed, .searchSuppressed]
        let isExplained = issues.contains { issue in
            issue.gravest.isEnforced(at: asOf) && issue.gravest.enforcement.map(explaining.contains) ?? false
        }
        guard !isExplained else { return nil }
        return Issue(
            kind: .enforced(enforcement), discriminator: "", formerly: [],
            rows: [ReportedRow(status: status, enforcement: enforcement)])
    }
}
