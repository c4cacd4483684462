import Cases
import FlywheelKit
public import FlywheelStore

/// What the facts know of what cases name, by marketplace: listings by SKU, products, and orders with the listings they are
/// of.
public struct LinkBook: Sendable {
    private struct Place {
        var listings = TextTable()
        var products = TextTable()
        var orders: [String: Set<String>] = [:]
    }

    private var places: [String: Place] = [:]

    /// A book that knows nothing.
    public init() {}

    /// What was imported of an account.
    public init(_ store: some FactStore, account: String) throws(StoreError) {
        let sources = try store.imports().filter {
            $0.state == .kept && $0.draft.account == account && $0.draft.feed == Orders.feed.key.text
        }.map(\.id)
        for place in try store.chunks(of: .listing) where place.account == account {
            let rows = try store.rows(of: place)
            add(listings: rows.codes, products: rows.products, on: place.marketplace)
            guard !sources.isEmpty else { continue }
            let column = Orders.order.name
            for block in try store.facts(in: place, feed: Orders.feed.key, columns: [column], from: sources) {
                guard case .texts(let numbers) = block.columns[column] else { continue }
                for (index, row) in block.rows.enumerated() {
                    guard let number = numbers[index], let sku = rows.codes[Int(row)] else { continue }
                    add(order: number, of: [sku], on: place.marketplace)
                }
            }
        }
    }

    /// Knows listings, and the products that some of them are of.
    mutating func add(listings: Values<String>, products: Values<String>, on marketplace: String) {
        places[marketplace, default: Place()].listings.add(listings)
        places[marketplace, default: Place()].products.add(products)
    }

    /// Knows an order, and the listings it is of.
    mutating func add(order: String, of skus: Set<String>, on marketplace: String) {
        places[marketplace, default: Place()].orders[order, default: []].formUnion(skus)
    }

    /// The links with those confirmed that are known; a known order brings its listings.
    func confirmed(_ links: [CaseLink]) -> [CaseLink] {
        var confirmed = links
        for index in links.indices where !links[index].isConfirmed {
            confirmed[index].isConfirmed = !marketplaces(of: links[index]).isEmpty
        }
        for link in links where link.kind == .order {
            let skus = places.values.reduce(into: Set()) { $0.formUnion($1.orders[link.code] ?? []) }
            for sku in skus.sorted() where !confirmed.contains(where: { $0.kind == .listing && $0.code == sku }) {
                confirmed.append(CaseLink(.listing, sku, isConfirmed: true))
            }
        }
        return confirmed
    }

    // MARK: Marketplaces

    /// The marketplace of a case by what it names: that of its orders, else of its listings; `nil` where these are on none, or
    /// on several.
    func marketplace(of links: [CaseLink]) -> String? {
        for kind in [CaseLink.Kind.order, .listing] {
            let known = links.filter { $0.kind == kind }.map(marketplaces).filter { !$0.isEmpty }
            guard let first = known.first else { continue }
            let shared = known.dropFirst().reduce(first) { $0.intersection($1) }
            return shared.count == 1 ? shared.first { $0 != Subject.nowhere } : nil
        }
        return nil
    }

    /// The marketplace that people call so: by its id where it has one, else as the facts write it.
    func marketplace(called name: String) -> String {
        Marketplace.named(name)?.id ?? places.keys.filter { $0.lowercased() == name.lowercased() }.min() ?? name
    }

    /// Where what a link names is known.
    private func marketplaces(of link: CaseLink) -> Set<String> {
        Set(
            places.lazy.filter { _, place in
                switch link.kind {
                case .order: place.orders[link.code] != nil
                case .listing: place.listings.contains(link.code)
                case .product: place.products.contains(link.code)
                case .marketplaceCase: false
                }
            }.map(\.key))
    }
}
