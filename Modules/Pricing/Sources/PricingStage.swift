public import FlywheelKit

/// Finds listings whose offer is not the featured one or soon will not be, and prices that break a limit or are errors.
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
            Catalog.feed.helping(Catalog.price, Catalog.status, Catalog.category),
            Stock.feed.helping(Stock.fulfillable),
            Costs.feed.helping(
                Costs.unitCost, Costs.fees, Costs.floor, Costs.ceiling, Costs.minimumAdvertisedPrice),
            Supply.feed.helping(Supply.leadTime), Rates.feed.helping(Rates.rate),
        ],
        windows: [
            Offers.ownPrices.last(days: priceDays), Offers.lowestPrices.last(days: priceDays),
            Traffic.featuredShare.last(days: 91), Traffic.pageViews.last(days: 91),
            Sales.units.last(days: priceDays), Stock.levels.last(days: priceDays),
        ],
        publishes: [ReckonedPrice.key], reads: [StockCover.key, DemandForecast.key],
        kinds: FindingKind.pricing, rootCauses: RootCause.pricing,
        writes: [.detect, .exposure, .resolve, .learn, .measure], changesListings: true)

    /// Days of prices that are looked at, and of what sold at them.
    static let priceDays = 35

    let knobs: PricingKnobs

    let model: PricingModel

    /// A stage with these knobs and what the catalogue taught.
    public init(knobs: PricingKnobs, model: PricingModel) {
        self.knobs = knobs
        self.model = model
    }

    /// Reports what is wrong with the offer of each listing, and publishes the price to reckon with where its own is an error.
    ///
    /// Nothing is said of listings that are not active, nor of the featured offer where neither who has it nor its share of
    /// page views is known, nor where a file says who has it in words that cannot be read: what is open there stays open. A
    /// price that is an error is held against nothing else.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<PricingEvidence>
    ) {
        let offers = OfferReader(chunk, knobs: knobs)
        let shares = ShareReader(chunk, knobs: knobs)
        let trades = TradeReader(chunk, &signals, model: model)
        let warnings = WarningReader(chunk, knobs: knobs)
        let breaches = BreachReader(chunk)
        let errors = ErrorReader(chunk, knobs: knobs)
        let channels = ParityReader(chunk, model: model, least: knobs.leastParityGap)
        var reckoned = [ReckonedPrice?](repeating: nil, count: chunk.count)
        for row in chunk.rows {
            let isActive = offers.isActive(row)
            guard isActive ?? true else {
                findings.cannotTell(at: row)
                continue
            }
            let offer = offers.offer(of: row)
            let share = shares.share(of: row)
            let error = errors.error(of: offer, isActive: isActive, at: row)
            let loss = FeaturedLoss(
                offer, share, isOutOfStock: trades.isOutOfStock(row), error: error, knobs: knobs)
            if let loss {
                findings.report(
                    .featuredOfferLost, at: row, since: loss.began(in: chunk), reachingBackTo: loss.reach(in: chunk),
                    PricingEvidence(offer, trade: trades.trade(of: row), .loss(loss)))
            } else if offer.owner != nil || share?.usual != nil,
                case (let warning, let weight)? = warnings.warning(at: row, offer, share)
            {
                findings.report(
                    .featuredOfferLost, at: row, weighing: weight,
                    PricingEvidence(offer, trade: trades.trade(of: row), .warning(warning)))
            } else if offer.owner == nil, share?.usual == nil || offers.saysOwnerUnread(row) {
                findings.cannotTell(of: .featuredOfferLost, at: row)
            }
            if let error {
                reckoned[row] = error.usual.map(ReckonedPrice.init(price:))
                findings.report(
                    .priceError, at: row, PricingEvidence(offer, trade: trades.trade(of: row), .error(error)))
                continue
            }
            let broken = breaches.breaches(of: offer, at: row)
            for breach in broken {
                findings.report(
                    breach.limit.origin.kind, at: row, since: breach.since.map(chunk.start),
                    PricingEvidence(offer, trade: trades.trade(of: row), .breach(breach)))
            }
            for kind in breaches.undecided(of: offer) where !broken.contains(where: { $0.limit.origin.kind == kind }) {
                findings.cannotTell(of: kind, at: row)
            }
            if let parity = channels.parity(of: offer, at: row) {
                findings.report(
                    .priceParity, at: row, PricingEvidence(offer, trade: trades.trade(of: row), .parity(parity)))
            }
            if loss == nil, let gap = CompetitiveGap(offer, least: knobs.leastGap) {
                findings.report(
                    .competitiveGap, at: row, PricingEvidence(offer, trade: trades.trade(of: row), .gap(gap)))
            }
        }
        signals.publish(reckoned)
    }

    /// What the evidence claims to be lost; see ``PricingEvidence/exposure(by:)``.
    public func exposure(of evidence: PricingEvidence) -> Exposure { evidence.exposure(by: knobs) }

    /// The cause's playbook, and another price where that is expected to pay.
    public func resolve(_ evidence: PricingEvidence) -> Resolution { Remedies(evidence, knobs: knobs).resolution }
}

extension FeaturedLoss {
    /// When it began, as far as page views say: the first day below the usual, or the day after the last one that was as
    /// usual. `nil` where that has not come yet.
    func began(in chunk: Chunk) -> Instant? {
        let day = basis == .pageViews ? share?.since : share?.lastDay.advanced(by: 1)
        return day.map(chunk.start).flatMap { $0 <= chunk.asOf ? $0 : nil }
    }

    /// The first moment of the page views that would have to be as usual to end it; `nil` where the state tells of it.
    func reach(in chunk: Chunk) -> Instant? {
        guard basis == .pageViews, let share else { return nil }
        return chunk.start(of: share.lastDay.advanced(by: 1 - ShareReader.usualDays))
    }
}

extension PriceLimit.Origin {
    /// The kind of finding that breaking it makes.
    var kind: FindingKind {
        switch self {
        case .floor, .cost: .priceFloorBreach
        case .ceiling: .priceCeilingBreach
        case .minimumAdvertisedPrice: .mapBreach
        }
    }
}
