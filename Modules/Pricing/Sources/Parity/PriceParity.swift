public import FlywheelKit
import Statistics

/// The seller asks less for the same SKU on another channel of the own account: marketplaces that see it stop featuring the
/// dearer offer.
public struct PriceParity: Hashable, Codable, Sendable {
    /// The price here.
    public let here: Money
    /// The lowest of the other channels.
    public let there: Money
    /// The marketplace or shop that has it.
    public let marketplace: String
    /// How many times the other price the one here is, above 1.
    public let ratio: Double

    /// `nil` where the price here is not dearer by `least`, and where prices are in two currencies.
    init?(_ here: Money, beside quote: ChannelQuote, least: Double) {
        guard let ratio = here.ratio(to: quote.price), ratio >= 1 + least else { return nil }
        (self.here, there, marketplace) = (here, quote.price, quote.marketplace)
        self.ratio = ratio.rounded(toParts: 10_000)
    }
}

/// What a SKU costs on a channel.
struct ChannelQuote: Hashable, Codable, Sendable {
    let sku: String
    let marketplace: String
    let price: Money
}

extension PriceParity {
    /// The channel by the name people know it by.
    var channel: String { Marketplace.named(marketplace)?.name ?? marketplace }
}

/// Reads which listings of a chunk are cheaper on another own channel.
struct ParityReader {
    private let lowest: [PricedSKU: ChannelQuote]
    private let codes: Texts
    private let marketplace: String
    private let least: Double

    init(_ chunk: Chunk, model: PricingModel, least: Double) {
        lowest = model.lowestPrices(of: chunk.account)
        codes = chunk.codes
        marketplace = chunk.marketplace
        self.least = least
    }

    /// The lower price of an offer's SKU elsewhere, if there is one.
    func parity(of offer: Offer, at row: Int) -> PriceParity? {
        guard !lowest.isEmpty, let price = offer.price,
            let quote = lowest[PricedSKU(code: codes[row], currency: price.currency)], quote.marketplace != marketplace
        else { return nil }
        return PriceParity(price, beside: quote, least: least)
    }
}
