public import FlywheelKit
import Statistics

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
        /// What the cheapest competitor asks, mostly, for as many pieces.
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
    /// What a price usually is, and whose word that is.
    private typealias Usual = (usual: Money, basis: PriceError.Basis)

    private let prices: History
    private let lowest: History
    private let currency: Currency?
    private let factor: Double

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        prices = chunk[Offers.ownPrices]
        lowest = chunk[Offers.lowestPrices]
        currency = Marketplace.named(chunk.marketplace)?.currency
        factor = knobs.errorFactor
    }

    /// What is wrong with the price of an offer, if anything is.
    func error(of offer: Offer, isActive: Bool?, at row: Int) -> PriceError? {
        guard let price = offer.price else {
            // A price that no file ever brought is unknown, and not missing.
            guard isActive == true, let usual = median(prices, row) else { return nil }
            return PriceError(
                fault: .missing, price: nil, usual: usual, basis: .ownPrices, expectedCurrency: nil)
        }
        if let expected = currency ?? prices.currency(of: row), expected != price.currency {
            let usual = median(prices, row)
            return PriceError(
                fault: .currency, price: price, usual: usual, basis: usual.map { _ in .ownPrices },
                expectedCurrency: expected)
        }
        if price.minorUnits <= 0 {
            let usual: Usual? =
                median(prices, row).map { ($0, .ownPrices) } ?? outside(offer, row, in: price.currency)
            return PriceError(
                fault: .zero, price: price, usual: usual?.usual, basis: usual?.basis, expectedCurrency: nil)
        }
        guard let (usual, basis) = usualIfFar(from: price, offer, row), let ratio = price.ratio(to: usual) else {
            return nil
        }
        let fault: PriceError.Fault? = ratio >= factor ? .tooHigh : ratio <= 1 / factor ? .tooLow : nil
        return fault.map {
            PriceError(fault: $0, price: price, usual: usual, basis: basis, expectedCurrency: nil)
        }
    }

    /// What the price usually is. The listing's own past comes first; it is looked into only where some day lies so far from
    /// today's price that one of the two could be an error.
    private func usualIfFar(from price: Money, _ offer: Offer, _ row: Int) -> Usual? {
        guard prices.currency(of: row) == price.currency else { return outside(offer, row, in: price.currency) }
        var isFar = false
        var known = 0
        for past in prices.row(row) {
            guard let past, past > 0 else { continue }
            known += 1
            isFar = isFar || !areNear(Double(past), Double(price.minorUnits))
        }
        guard known >= UsualPrice.leastKnown else { return outside(offer, row, in: price.currency) }
        return isFar ? usualOfPast(price, offer, row) : nil
    }

    /// What the price was on the days that others bear out. An error that stood for weeks would else become the usual, and the
    /// corrected price the error.
    private func usualOfPast(_ price: Money, _ offer: Offer, _ row: Int) -> Usual? {
        let past = prices.row(row).compactMap(\.self).filter { $0 > 0 }
        if let outside = outside(offer, row, in: price.currency) {
            let others = Double(outside.usual.minorUnits)
            let trusted = past.filter { areNear(Double($0), others) }
            if trusted.count >= UsualPrice.leastKnown { return (median(trusted, price.currency), .ownPrices) }
            if !trusted.isEmpty || areNear(Double(price.minorUnits), others) { return outside }
        }
        // Nobody says which is right, but a price that is again as it was before is no error.
        let isAsBefore = past.prefix(UsualPrice.leastKnown).allSatisfy { areNear(Double($0), Double(price.minorUnits)) }
        return isAsBefore ? nil : (median(past, price.currency), .ownPrices)
    }

    /// What others say that it costs: the marketplace's comparison, else what the cheapest competitor mostly asked for as many
    /// pieces. One who followed an error down today says nothing.
    private func outside(_ offer: Offer, _ row: Int, in currency: Currency) -> Usual? {
        func usable(_ price: Money) -> Bool { price.currency == currency && price.minorUnits > 0 }
        if let reference = offer.reference, usable(reference) { return (reference, .reference) }
        let lowest = median(lowest, row).map(offer.forOwnPack) ?? offer.lowestForOwnPack
        return lowest.flatMap { usable($0) ? ($0, .competitor) : nil }
    }

    private func areNear(_ one: Double, _ other: Double) -> Bool {
        UsualPrice.areNear(one, other, factor: factor)
    }

    /// The median of past prices; `nil` where fewer than three days are known.
    private func median(_ history: History, _ row: Int) -> Money? {
        guard let currency = history.currency(of: row) else { return nil }
        let known = history.row(row).compactMap(\.self).filter { $0 > 0 }
        return known.count >= UsualPrice.leastKnown ? median(known, currency) : nil
    }

    /// Of an even number of prices it lies between two of them, and is rounded to the even minor unit.
    private func median(_ prices: [Int], _ currency: Currency) -> Money {
        let middle = (Robust.median(of: prices.map(Double.init)) ?? 0).rounded(.toNearestOrEven)
        return Money(minorUnits: Int64(exactly: middle) ?? .max, currency)
    }
}
