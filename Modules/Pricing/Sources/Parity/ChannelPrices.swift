import FlywheelKit

/// What an account's SKUs cost on its channels.
///
/// Only a list while it is gathered: an account with one channel, as most have, is never looked through.
struct ChannelPrices: Sendable {
    struct Channel: Hashable {
        let account: String
        let marketplace: String
    }

    private(set) var quotes: [Channel: [(sku: String, price: Money)]] = [:]

    mutating func merge(_ other: ChannelPrices) {
        for (channel, found) in other.quotes { quotes[channel, default: []] += found }
    }

    /// Adds the listings of a chunk that are on sale.
    mutating func add(_ chunk: Chunk) {
        let offered = chunk[Offers.ownPrice]
        let listed = chunk[Catalog.price]
        let status = chunk[Catalog.status]
        var found: [(sku: String, price: Money)] = []
        for row in chunk.rows {
            guard let price = offered[row] ?? listed[row], price.minorUnits > 0 else { continue }
            guard ListingStatus.isOnSale(status[row]) ?? true else { continue }
            found.append((chunk.codes[row], price))
        }
        guard !found.isEmpty else { return }
        quotes[Channel(account: chunk.account, marketplace: chunk.marketplace), default: []] += found
    }

    /// For each account the SKUs that do not cost the same on all its channels of one currency, each with the lowest price.
    func lowestOfThoseThatDiffer() -> [String: [ChannelQuote]] {
        Dictionary(grouping: quotes, by: \.key.account).compactMapValues { channels in
            guard channels.count > 1 else { return nil }
            var lowest: [PricedSKU: ChannelQuote] = [:]
            var differing: Set<PricedSKU> = []
            // In the order of their names, so that of equal prices the same one is named whoever was surveyed first.
            for (channel, quotes) in channels.sorted(by: { $0.key.marketplace < $1.key.marketplace }) {
                for (code, price) in quotes {
                    let sku = PricedSKU(code: code, currency: price.currency)
                    let quote = ChannelQuote(sku: code, marketplace: channel.marketplace, price: price)
                    guard let known = lowest[sku] else {
                        lowest[sku] = quote
                        continue
                    }
                    if known.price != price { differing.insert(sku) }
                    if price.minorUnits < known.price.minorUnits { lowest[sku] = quote }
                }
            }
            let found = differing.compactMap { lowest[$0] }
            return found.isEmpty
                ? nil : found.sorted { ($0.sku, $0.price.currency.code) < ($1.sku, $1.price.currency.code) }
        }
    }
}

/// A SKU by the currency it is sold in: prices are compared within one.
struct PricedSKU: Hashable {
    let code: String
    let currency: Currency
}
