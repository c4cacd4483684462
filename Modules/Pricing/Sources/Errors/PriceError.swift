public import FlywheelKit

/// A price that nobody can have meant.
public struct PriceError: Hashable, Codable, Sendable {
    /// What is wrong with it.
    public enum Fault: String, Hashable, Codable, Sendable, CaseIterable {
        /// Many times the usual.
        case tooHigh = "too-high"
        /// A small part of the usual.
        case tooLow = "too-low"
        /// Nothing, or less.
        case zero
        /// There was a price, the listing is active, and there is none any more.
        case missing
        /// In another currency than the marketplace's, or than its own past prices.
        case currency
    }

    /// What the usual price was taken from.
    public enum Basis: String, Hashable, Codable, Sendable {
        /// The median of the listing's own past prices.
        case ownPrices = "own-prices"
        /// What the marketplace compares the price with.
        case reference
        /// What the cheapest competitor asks.
        case competitor
    }

    /// What is wrong with it.
    public let fault: Fault
    /// The price; `nil` where it is missing.
    public let price: Money?
    /// What it usually is; `nil` where nobody knows.
    public let usual: Money?
    /// What that was taken from.
    public let basis: Basis?
    /// The currency that was expected, where that is the fault.
    public let expectedCurrency: Currency?

    /// How many times the usual the price is, where both are known and of one currency.
    var ratio: Double? { price.flatMap { price in usual.flatMap { price.ratio(to: $0) } } }
}

/// Reads which prices of a chunk's listings are errors.
struct ErrorReader {
    /// Known days that a median of past prices needs.
    private static let leastDays = 3

    private let prices: History
    private let currency: Currency?
    private let factor: Double

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        prices = chunk[Offers.ownPrices]
        currency = Marketplace.named(chunk.marketplace)?.currency
        factor = knobs.errorFactor
    }

    /// What is wrong with the price of an offer, if anything is.
    func error(of offer: Offer, isActive: Bool?, at row: Int) -> PriceError? {
        guard let price = offer.price else {
            // A price that no file ever brought is unknown, and not missing.
            guard isActive == true, let usual = median(row) else { return nil }
            return PriceError(
                fault: .missing, price: nil, usual: usual, basis: .ownPrices, expectedCurrency: nil)
        }
        if let expected = currency ?? prices.currency(of: row), expected != price.currency {
            return PriceError(
                fault: .currency, price: price, usual: median(row), basis: median(row).map { _ in .ownPrices },
                expectedCurrency: expected)
        }
        if price.minorUnits <= 0 {
            let usual = median(row)
            return PriceError(
                fault: .zero, price: price, usual: usual, basis: usual.map { _ in .ownPrices }, expectedCurrency: nil)
        }
        guard let (usual, basis) = usualIfFar(from: price, offer, row), let ratio = price.ratio(to: usual) else {
            return nil
        }
        let fault: PriceError.Fault? = ratio >= factor ? .tooHigh : ratio <= 1 / factor ? .tooLow : nil
        return fault.map {
            PriceError(fault: $0, price: price, usual: usual, basis: basis, expectedCurrency: nil)
        }
    }

    /// What the price usually is. The listing's own past comes first; the median is worked out only where some day lies so
    /// far from today's price that it could make an error.
    private func usualIfFar(
        from price: Money, _ offer: Offer, _ row: Int
    ) -> (usual: Money, basis: PriceError.Basis)? {
        if prices.currency(of: row) == price.currency {
            var isFar = false
            var known = 0
            let today = Double(price.minorUnits)
            for past in prices.row(row) {
                guard let past, past > 0 else { continue }
                known += 1
                isFar = isFar || today >= factor * Double(past) || Double(past) >= factor * today
            }
            if known >= Self.leastDays { return isFar ? median(row).map { ($0, .ownPrices) } : nil }
        }
        if let reference = offer.reference { return (reference, .reference) }
        return (offer.lowestLanded ?? offer.lowest).map { ($0, .competitor) }
    }

    /// The median of the listing's past prices; `nil` where fewer than three days are known.
    private func median(_ row: Int) -> Money? {
        guard let currency = prices.currency(of: row) else { return nil }
        let known = prices.row(row).compactMap(\.self).filter { $0 > 0 }.sorted()
        guard known.count >= Self.leastDays else { return nil }
        return Money(minorUnits: Int64(known[known.count / 2]), currency)
    }
}
