import FlywheelKit
import Statistics

extension PricingEvidence {
    /// What is claimed to be lost.
    ///
    /// - A lost featured offer claims the lost part of the usual sales, less what resellers bring; nothing where an empty shelf
    ///   loses them, or a price that is an error: these are problems of their own.
    /// - A foreseen loss claims the same, with its probability, from the day it begins.
    /// - A gap claims the buyers that a constant elasticity says.
    /// - A wrong price claims the part of the usual revenue that the price does not bring, which the host reckons with the
    ///   usual price, see ``FlywheelKit/ReckonedPrice``.
    /// - A lower price of the seller's own on another channel claims nothing: what a marketplace makes of it is found when it
    ///   comes.
    /// - A broken limit claims nothing. What is sold below cost loses margin, which is not revenue; a price below the
    ///   advertised minimum sells more and not less, and what follows from it, a lost featured offer or a competitor's
    ///   answer, is found when it comes.
    func exposure(by knobs: PricingKnobs) -> Exposure {
        switch claim {
        case .loss(let loss):
            guard !loss.cause.isClaimedElsewhere else { return .none }
            return Exposure(sales(loss.lostShare, by: knobs), fixTakesDays: loss.cause.fixTakesDays)
        case .warning(let warning):
            return Exposure(
                sales(warning.lostShare, by: knobs), probability: warning.probability,
                begins: .start(of: warning.begins), deadline: .start(of: warning.begins),
                fixTakesDays: LossCause.price.fixTakesDays)
        case .gap(let gap):
            return Exposure(.dailyShare([gap.lostShare(elasticity: steepness(by: knobs))]), fixTakesDays: 0.5)
        case .error(let error):
            return Exposure(error.claim(elasticity: steepness(by: knobs)), fixTakesDays: 0.5)
        case .breach, .parity: return .none
        }
    }

    /// The elasticity without its sign; zero where buyers are believed to buy more at a higher price.
    private func steepness(by knobs: PricingKnobs) -> Double { max(0, -elasticity(by: knobs).mean) }

    private func sales(_ share: Double, by knobs: PricingKnobs) -> Exposure.Loss {
        let lost = knobs.sellerType == .brandWithResellers ? share * (1 - knobs.resellersBring) : share
        return .dailyShare([lost.rounded(toParts: 1_000)])
    }
}

extension PriceError {
    /// The part of the revenue at the usual price that is lost: all of it without a price, what is given away below it, and
    /// the buyers that stay away above it.
    func claim(elasticity: Double) -> Exposure.Loss {
        switch fault {
        case .zero where usual == nil: return .unknown("what the price should be is not known")
        case .zero, .missing: return .dailyShare([1])
        case .currency: return .unknown("what the price is in its right currency is not known")
        case .tooLow: return .dailyShare([(1 - (ratio ?? 1)).rounded(toParts: 1_000)])
        case .tooHigh:
            return .dailyShare([(1 - SpecialFunctions.power(ratio ?? 1, -elasticity)).rounded(toParts: 1_000)])
        }
    }
}
