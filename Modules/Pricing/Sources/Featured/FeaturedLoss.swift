/// The own offer is not the featured one, or was not on part of the page views.
public struct FeaturedLoss: Hashable, Codable, Sendable {
    /// Which of the two measures the claim rests on; they are never mixed.
    public enum Basis: String, Hashable, Codable, Sendable {
        /// The share of page views over past days.
        case pageViews = "page-views"
        /// Who is featured now.
        case state
    }

    /// What the claim rests on.
    public let basis: Basis
    /// Why it is lost.
    public let cause: LossCause
    /// The part of the usual sales that is lost while it lasts, 0 to 1: measured from page views, a prior from the state.
    public let lostShare: Double
    /// What page views say, where they say anything.
    public let share: FeaturedShare?
}

extension FeaturedLoss {
    /// What is lost of a listing; `nil` where nothing is, and where nobody can tell.
    ///
    /// Page views that were lost measure the loss, whoever is featured at this moment. Where they say nothing, or end
    /// before a loss that a look just found, the state decides and the size is a prior. Where page views say that offers take
    /// turns as usual, another's turn is no loss.
    ///
    /// - Parameter error: what is wrong with the own price, if anything is.
    init?(_ offer: Offer, _ share: FeaturedShare?, isOutOfStock: Bool, error: PriceError?, knobs: PricingKnobs) {
        let measured = share?.since == nil ? nil : share?.lost
        let isSeen = offer.owner == .competitor || offer.owner == FeaturedOwner.none
        if let measured, measured >= knobs.leastLostShare {
            (basis, lostShare) = (.pageViews, measured)
        } else if isSeen, share?.usual ?? 1 >= knobs.ownedShare {
            (basis, lostShare) = (.state, knobs.featuredSales)
        } else {
            return nil
        }
        cause = LossCause(offer, isOutOfStock: isOutOfStock, error: error)
        self.share = share
    }
}
