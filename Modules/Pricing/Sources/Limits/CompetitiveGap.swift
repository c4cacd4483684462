public import FlywheelKit
import Statistics

/// The own offer is dearer than the cheapest of a competitor, while it is still featured or nobody knows.
public struct CompetitiveGap: Hashable, Codable, Sendable {
    /// The own price compared, after what a buyer is taken off: with shipping where both are known with it.
    public let own: Money
    /// The competitor's.
    public let lowest: Money
    /// How many times the competitor's price of a piece the own one is, above 1.
    public let ratio: Double
    /// Whether prices are compared by the piece; else pack sizes are unknown and taken to be equal.
    public let isByPiece: Bool
    /// Whether both prices are with shipping.
    public let isLanded: Bool

    /// The gap of an offer; `nil` below `least`, and where prices cannot be compared: unknown, in two currencies, or the own
    /// offer a pack beside one of unknown size.
    init?(_ offer: Offer, least: Double) {
        let landed = offer.landed.flatMap { own in offer.lowestLanded.map { (own, $0) } }
        let plain = offer.price.flatMap { own in offer.lowest.map { (own, $0) } }
        guard let (asked, lowest) = landed ?? plain, let packRatio = offer.packRatio else { return nil }
        let own = offer.afterDiscount(asked)
        guard let plainRatio = own.ratio(to: lowest) else { return nil }
        ratio = (plainRatio / packRatio).rounded(toParts: 10_000)
        isByPiece = offer.competitorPackSize != nil
        guard ratio >= 1 + least else { return nil }
        (self.own, self.lowest, isLanded) = (own, lowest, landed != nil)
    }

    /// The part of buyers that the dearer price loses: 1 - ratio^-elasticity, with a constant elasticity.
    func lostShare(elasticity: Double) -> Double {
        (1 - SpecialFunctions.power(ratio, -elasticity)).rounded(toParts: 1_000)
    }
}
