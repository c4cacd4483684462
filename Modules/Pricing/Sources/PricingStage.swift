public import FlywheelKit

/// Finds listings whose offer is not featured, is about to lose that, or carries a price that breaks a limit or is an error.
public struct PricingStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "pricing", title: "Pricing",
        inputs: [
            Offers.feed.deciding(
                Offers.ownPrice, Offers.landedPrice, Offers.lowestCompetitorPrice, Offers.lowestLandedPrice,
                Offers.featuredOwner, Offers.featuredShare, Offers.featuredPrice, Offers.expectedFeaturedPrice,
                Offers.referencePrice, Offers.discount, Offers.ownFulfillment, Offers.featuredFulfillment,
                Offers.competitors, Offers.eligibility, Offers.packSize, Offers.competitorPackSize,
                Offers.minimumAdvertisedPrice),
            Catalog.feed.helping(Catalog.price, Catalog.status),
        ],
        kinds: FindingKind.pricing, rootCauses: RootCause.pricing, writes: [.detect, .exposure])

    private let knobs: PricingKnobs

    /// A stage with these knobs; it has no model.
    public init(knobs: PricingKnobs, model: NoModel) { self.knobs = knobs }

    /// Reports what is wrong with the offer of each listing.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<PricingEvidence>
    ) {
        let owners = chunk[Offers.featuredOwner]
        let prices = chunk[Offers.ownPrice]
        for row in chunk.rows {
            guard let owner = owners[row].flatMap(FeaturedOwner.init(reported:)), owner != .own else { continue }
            let offer = Offer(
                price: prices[row], landed: nil, discount: nil, lowest: nil, owner: owner, featured: nil, expected: nil,
                reference: nil)
            findings.report(.featuredOfferLost, at: row, PricingEvidence(offer: offer))
        }
    }

    /// The share of sales that come by the featured offer.
    public func exposure(of evidence: PricingEvidence) -> Exposure {
        Exposure(.dailyShare([knobs.featuredSales]), fixTakesDays: 1)
    }
}
