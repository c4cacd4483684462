import FlywheelKit

/// What a person needs to check a claim about a listing's price or its featured offer. One of the parts is there: the one
/// that the finding is of.
public struct PricingEvidence: Hashable, Codable, Sendable {
    /// The offers on the product page, and the limits of the own price.
    public let offer: Offer
    /// The own offer is not featured.
    public let loss: FeaturedLoss?
    /// It will not be, if things go on.
    public let warning: FeaturedWarning?
    /// It is dearer than others while it still is.
    public let gap: CompetitiveGap?
    /// A limit is broken.
    public let breach: PriceBreach?
    /// The price is an error.
    public let error: PriceError?
    /// The seller asks less on another channel.
    public let parity: PriceParity?
    /// What sells, and what there is to sell.
    public let trade: Trade

    init(
        _ offer: Offer, trade: Trade, loss: FeaturedLoss? = nil, warning: FeaturedWarning? = nil,
        gap: CompetitiveGap? = nil, breach: PriceBreach? = nil, error: PriceError? = nil,
        parity: PriceParity? = nil
    ) {
        self.offer = offer
        self.trade = trade
        self.loss = loss
        self.warning = warning
        self.gap = gap
        self.breach = breach
        self.error = error
        self.parity = parity
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
