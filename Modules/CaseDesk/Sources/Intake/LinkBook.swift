import Cases
import FlywheelKit
public import FlywheelStore

/// What the facts know of what cases name: listings by SKU, products, and orders with the listings they are of.
public struct LinkBook: Sendable {
    private var listings = TextTable()
    private var products = TextTable()
    private var orders: [String: Set<String>] = [:]

    /// A book that knows nothing.
    public init() {}

    /// What was imported of an account.
    public init(_ store: some FactStore, account: String) throws(StoreError) {
        let sources = try store.imports().filter {
            $0.state == .kept && $0.draft.account == account && $0.draft.feed == Orders.feed.key.text
        }.map(\.id)
        for place in try store.chunks(of: .listing) where place.account == account {
            let rows = try store.rows(of: place)
            listings.add(rows.codes)
            products.add(rows.products)
            guard !sources.isEmpty else { continue }
            let column = Orders.order.name
            for block in try store.facts(in: place, feed: Orders.feed.key, columns: [column], from: sources) {
                guard case .texts(let numbers) = block.columns[column] else { continue }
                for (index, row) in block.rows.enumerated() {
                    guard let number = numbers[index], let sku = rows.codes[Int(row)] else { continue }
                    add(order: number, of: [sku])
                }
            }
        }
    }

    /// Knows an order, and the listings it is of.
    mutating func add(order: String, of skus: Set<String>) { orders[order, default: []].formUnion(skus) }

    /// The links with those confirmed that are known; a known order brings its listings.
    func confirmed(_ links: [CaseLink]) -> [CaseLink] {
        var confirmed = links
        for index in links.indices where !links[index].isConfirmed {
            let code = links[index].code
            confirmed[index].isConfirmed =
                switch links[index].kind {
                case .listing: listings.contains(code)
                case .product: products.contains(code)
                case .order: orders[code] != nil
                case .marketplaceCase: false
                }
        }
        for link in links where link.kind == .order {
            for sku in (orders[link.code] ?? []).sorted()
            where !confirmed.contains(where: { $0.kind == .listing && $0.code == sku }) {
                confirmed.append(CaseLink(.listing, sku, isConfirmed: true))
            }
        }
        return confirmed
    }
}
