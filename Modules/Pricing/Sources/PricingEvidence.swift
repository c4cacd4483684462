import FlywheelKit

/// What a person needs to check a claim about a listing's price or its featured offer.
public struct PricingEvidence: Hashable, Sendable {
    /// The offers on the product page, and the limits of the own price.
    public let offer: Offer
    /// What is wrong with it.
    public let claim: Claim
    /// What sells, and what there is to sell.
    public let trade: Trade

    /// What a finding is of.
    public enum Claim: Hashable, Sendable {
        /// The own offer is not featured.
        case loss(FeaturedLoss)
        /// It will not be, if things go on.
        case warning(FeaturedWarning)
        /// It is dearer than others while it still is.
        case gap(CompetitiveGap)
        /// A limit is broken.
        case breach(PriceBreach)
        /// The price is an error.
        case error(PriceError)
        /// The seller asks less on another channel.
        case parity(PriceParity)
    }

    init(_ offer: Offer, trade: Trade, _ claim: Claim) {
        self.offer = offer
        self.trade = trade
        self.claim = claim
    }

    /// The loss of the featured offer, where the claim is of one.
    var loss: FeaturedLoss? { if case .loss(let loss) = claim { loss } else { nil } }
}

/// A claim stands beside the offer, under its name.
extension PricingEvidence: Codable {
    private enum Key: String, CodingKey { case offer, trade, loss, warning, gap, breach, error, parity }

    /// Reads what was kept.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        offer = try keys.decode(Offer.self, forKey: .offer)
        trade = try keys.decode(Trade.self, forKey: .trade)
        if let loss = try keys.decodeIfPresent(FeaturedLoss.self, forKey: .loss) {
            claim = .loss(loss)
        } else if let warning = try keys.decodeIfPresent(FeaturedWarning.self, forKey: .warning) {
            claim = .warning(warning)
        } else if let gap = try keys.decodeIfPresent(CompetitiveGap.self, forKey: .gap) {
            claim = .gap(gap)
        } else if let breach = try keys.decodeIfPresent(PriceBreach.self, forKey: .breach) {
            claim = .breach(breach)
        } else if let error = try keys.decodeIfPresent(PriceError.self, forKey: .error) {
            claim = .error(error)
        } else {
            claim = .parity(try keys.decode(PriceParity.self, forKey: .parity))
        }
    }

    /// Writes it as it is kept.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(offer, forKey: .offer)
        try keys.encode(trade, forKey: .trade)
        switch claim {
        case .loss(let loss): try keys.encode(loss, forKey: .loss)
        case .warning(let warning): try keys.encode(warning, forKey: .warning)
        case .gap(let gap): try keys.encode(gap, forKey: .gap)
        case .breach(let breach): try keys.encode(breach, forKey: .breach)
        case .error(let error): try keys.encode(error, forKey: .error)
        case .parity(let parity): try keys.encode(parity, forKey: .parity)
        }
    }
}

/// What sells of a listing and what there is to sell, as others say; `nil` is unknown.
public struct Trade: Hashable, Codable, Sendable {
    /// Units a day that are asked for when nothing is wrong, in the coming week.
    public let unitsADay: Double?
    /// Units that can be sold now.
    public let units: Int?
    /// Days until more can be sold, where a list of supply says.
    public let leadTimeDays: Double?
    /// How buyers answered to the own prices; `nil` where the listing's days say too little.
    public let elasticity: OwnElasticity?
    /// How they answer to the prices of the listing's kind; `nil` where too few listings say.
    public let peers: PeerElasticity?

    /// Whether there is nothing to ship.
    var isOutOfStock: Bool { units.map { $0 <= 0 } ?? false }
}
