public import FlywheelKit

/// A price beyond a limit that somebody set for it.
public struct PriceBreach: Hashable, Codable, Sendable {
    /// Whose limit.
    public let limit: PriceLimit
    /// The price held against it: after discounts for costs and advertised prices, as asked for floor and ceiling.
    public let price: Money
    /// The first day since which it has been so, where past prices say.
    public let since: Day?
    /// For advertised prices: since when a competitor has been below as well; `nil` where none is, as far as known.
    public let competitorSince: Day?

    /// By how much the price is beyond the limit, a unit.
    public var beyond: Money {
        Money(minorUnits: abs(limit.price.minorUnits - price.minorUnits), price.currency)
    }

    /// Who went below the advertised price first; `nil` where only one is below, or both since one day.
    public var firstMover: FeaturedOwner? {
        guard let since, let competitorSince, since != competitorSince else { return nil }
        return since < competitorSince ? .own : .competitor
    }
}

/// Reads which limits the prices of a chunk's listings break.
struct BreachReader {
    private let ownPrices: History
    private let lowestPrices: History

    init(_ chunk: Chunk) {
        ownPrices = chunk[Offers.ownPrices]
        lowestPrices = chunk[Offers.lowestPrices]
    }

    /// The limits that an offer is beyond.
    func breaches(of offer: Offer, at row: Int) -> [PriceBreach] {
        var breaches: [PriceBreach] = []
        guard let price = offer.price, let effective = offer.effective else { return [] }
        if let floor = offer.floor, floor.isAbove(price) ?? false {
            breaches.append(breach(of: PriceLimit(floor, .floor), by: price, at: row))
        } else if let least = offer.costs.leastPaid, least.isAbove(effective) ?? false {
            breaches.append(breach(of: PriceLimit(least, .cost), by: effective, at: row))
        }
        if let ceiling = offer.ceiling, price.isAbove(ceiling) ?? false {
            breaches.append(breach(of: PriceLimit(ceiling, .ceiling), by: price, at: row))
        }
        if let minimum = offer.minimumAdvertised, minimum.isAbove(effective) ?? false {
            breaches.append(breach(of: PriceLimit(minimum, .minimumAdvertisedPrice), by: effective, at: row))
        }
        return breaches
    }

    /// The kinds of breach that nobody can tell: of limits in another currency than the price, to which no
    /// rate leads.
    func undecided(of offer: Offer) -> [FindingKind] {
        guard let price = offer.price else { return [] }
        func isForeign(_ limit: Money?) -> Bool { limit.map { $0.currency != price.currency } ?? false }
        var kinds: [FindingKind] = []
        let isCostForeign = offer.cost != nil && (isForeign(offer.cost) || isForeign(offer.fees))
        if isForeign(offer.floor) || isCostForeign { kinds.append(.priceFloorBreach) }
        if isForeign(offer.ceiling) { kinds.append(.priceCeilingBreach) }
        if isForeign(offer.minimumAdvertised) { kinds.append(.mapBreach) }
        return kinds
    }

    private func breach(of limit: PriceLimit, by price: Money, at row: Int) -> PriceBreach {
        let isMinimum = limit.origin == .minimumAdvertisedPrice
        return PriceBreach(
            limit: limit, price: price, since: firstDay(of: row, in: ownPrices, beyond: limit),
            competitorSince: isMinimum ? firstDay(of: row, in: lowestPrices, beyond: limit) : nil)
    }

    /// The first day of the run of days beyond a limit that reaches the last known one; days nobody knows do not end it.
    private func firstDay(of row: Int, in prices: History, beyond limit: PriceLimit) -> Day? {
        guard prices.currency(of: row) == limit.price.currency else { return nil }
        var first: Int?
        let days = prices.row(row)
        for day in days.indices.reversed() {
            guard let price = days[day].map(Int64.init) else { continue }
            let bound = limit.price.minorUnits
            guard limit.origin == .ceiling ? price > bound : price < bound else { break }
            first = day
        }
        return first.map { prices.days.lowerBound.advanced(by: $0) }
    }
}
