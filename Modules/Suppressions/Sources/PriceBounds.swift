public import FlywheelKit

/// What is known of how far the price of a listing may come down that is off sale because the same costs less elsewhere.
public struct PriceBounds: Hashable, Codable, Sendable {
    /// What the marketplace compares prices with, else the lowest that others ask for as many pieces.
    public let compared: Money
    /// What a buyer pays for shipping besides the own price.
    public let shipping: Money?
    /// What a buyer is taken off at checkout.
    public let discount: Money?
    /// The lowest price the seller allows.
    public let floor: Money?
    /// The lowest price that may be advertised.
    public let advertised: Money?
    /// What a unit costs and what is taken of its price.
    public let costs: UnitCosts
    /// Which of these were stated in another currency than the price; `nil` where none was.
    public let foreign: [ForeignAmount]?

    /// What the price has to come down to for a buyer to pay no more than elsewhere, and the lowest that it may be. Either is
    /// `nil` where nobody says, or in another currency than the price.
    func bounds(of price: Money) -> (to: Money?, least: Money?) {
        func minor(_ money: Money?) -> Int64? { money.flatMap { $0.currency == price.currency ? $0.minorUnits : nil } }
        func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, price.currency) }
        let off = minor(discount) ?? 0
        let paid = [costs.leastPaid, advertised].compactMap(\.self)
        let stated = paid + [floor].compactMap(\.self)
        let isKnown = (floor != nil || costs.leastPaid != nil) && stated.allSatisfy { minor($0) != nil }
        let least = (paid.compactMap(minor).map { $0 + off } + [floor].compactMap(minor)).max()
        return (
            minor(compared).map { money($0 - (minor(shipping) ?? 0)) }, isKnown ? least.map(money) : nil
        )
    }

    /// The lower price that is proposed; `nil` where the price is no higher already, where that would be too low, and where
    /// nobody says how low it may be.
    func lower(than price: Money) -> Money? {
        guard case (let to?, let least?) = bounds(of: price), least.minorUnits <= to.minorUnits, 0 < to.minorUnits,
            to.minorUnits < price.minorUnits
        else { return nil }
        return to
    }
}

/// Reads the bounds of a chunk's listings; its columns are looked up once.
struct PriceBoundsReader {
    private let ownPrice: Values<Money>
    private let landed: Values<Money>
    private let catalogPrice: Values<Money>
    private let lowest: Values<Money>
    private let lowestLanded: Values<Money>
    private let reference: Values<Money>
    private let discount: Values<Money>
    private let packSize: Values<Int>
    private let competitorPackSize: Values<Int>
    private let limits: LimitReader

    init(_ chunk: Chunk) {
        ownPrice = chunk[Offers.ownPrice]
        landed = chunk[Offers.landedPrice]
        catalogPrice = chunk[Catalog.price]
        lowest = chunk[Offers.lowestCompetitorPrice]
        lowestLanded = chunk[Offers.lowestLandedPrice]
        reference = chunk[Offers.referencePrice]
        discount = chunk[Offers.discount]
        packSize = chunk[Offers.packSize]
        competitorPackSize = chunk[Offers.competitorPackSize]
        limits = LimitReader(chunk)
    }

    /// The asking price: the offer's, else the catalogue's.
    func price(of row: Int) -> Money? { ownPrice[row] ?? catalogPrice[row] }

    /// The bounds of a listing; `nil` where its price is unknown, or what the same costs elsewhere.
    func bounds(of row: Int) -> PriceBounds? {
        let elsewhere = (lowestLanded[row] ?? lowest[row]).flatMap {
            Offers.price($0, ownPack: packSize[row], competitorPack: competitorPackSize[row])
        }
        guard let price = price(of: row), let compared = reference[row] ?? elsewhere else { return nil }
        let limits = limits.limits(of: row, in: price.currency)
        return PriceBounds(
            compared: compared, shipping: shipping(of: row, beside: price), discount: discount[row],
            floor: limits.floor, advertised: limits.minimumAdvertisedPrice, costs: limits.costs,
            foreign: limits.foreign.isEmpty ? nil : limits.foreign)
    }

    private func shipping(of row: Int, beside price: Money) -> Money? {
        guard let landed = landed[row], landed.currency == price.currency, landed.minorUnits > price.minorUnits else {
            return nil
        }
        return Money(minorUnits: landed.minorUnits - price.minorUnits, price.currency)
    }
}
