public import FlywheelKit
public import Statistics

/// Another price, what it is expected to do, and what that rests on.
///
/// `gain` = `wonBack` - `givenAway`: the margin of what sells besides, less what is given away on all that sells anyway. A
/// rise has both below zero: it takes more of every unit that still sells, and loses the margin of those that no longer do.
public struct PriceProposal: Hashable, Sendable, Codable {
    /// What the move is for.
    public enum Aim: String, Hashable, Sendable, Codable {
        /// To be featured in another offer's place.
        case winFeaturedOffer = "win-featured-offer"
        /// To be featured where nobody is.
        case bringBackFeaturedOffer = "bring-back-featured-offer"
        /// To earn more while featured: the price at which the margin of a day is highest lies there.
        case earnMore = "earn-more"
    }

    /// What margins were worked out from.
    public enum MarginBasis: String, Hashable, Sendable, Codable {
        /// Cost and fees.
        case costAndFees = "cost-and-fees"
        /// The cost, which is taken to hold the fees.
        case cost
        /// The floor, in place of a cost that is not known: nobody sells on purpose below what a unit costs.
        case floor
    }

    /// The price until now.
    public let from: Money
    /// The price proposed.
    public let to: Money
    /// What it is for.
    public let aim: Aim
    /// Units a day as things are.
    public let unitsNow: Double
    /// Units a day expected after the move.
    public let unitsThen: Double
    /// These at P10 and P90 of the elasticity, the fewer first; whether the offer is then featured is not in it.
    public let unitsThenRange: ClosedRange<Double>
    /// What is left of a unit after cost, fees and tax as things are.
    public let leftNow: Money
    /// What is left of one after the move.
    public let leftThen: Money
    /// What it brings a day after cost, fees and tax.
    public let gain: Money
    /// The least it brings at either end of these units.
    public let gainLow: Money
    /// The most it brings at either end of them.
    public let gainHigh: Money
    /// The margin given away a day on what sells anyway.
    public let givenAway: Money
    /// The margin a day of what sells besides.
    public let wonBack: Money
    /// What margins rest on.
    public let marginBasis: MarginBasis
    /// The elasticity used.
    public let elasticity: Double
    /// What the elasticity rests on.
    public let evidence: Elasticity.Evidence
}
