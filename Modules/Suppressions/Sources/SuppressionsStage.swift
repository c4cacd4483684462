public import FlywheelKit

/// Finds listings that the marketplace removed, blocked or hid, says what share of their revenue that takes, and how each
/// issue is solved.
public struct SuppressionsStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "suppressions", title: "Suppressions",
        inputs: [
            issues,
            Catalog.feed.helping(
                Catalog.title, Catalog.price, Catalog.status, Catalog.channel, Catalog.category, Catalog.quantity),
            Stock.feed.helping(Stock.fulfillable),
            Offers.feed.helping(
                Offers.ownPrice, Offers.landedPrice, Offers.lowestCompetitorPrice, Offers.lowestLandedPrice,
                Offers.referencePrice, Offers.discount, Offers.packSize, Offers.competitorPackSize,
                Offers.minimumAdvertisedPrice),
            Costs.feed.helping(Costs.unitCost, Costs.fees, Costs.floor, Costs.minimumAdvertisedPrice),
            Rates.feed.helping(Rates.rate),
        ],
        windows: [Sales.units.last(days: 91)],
        publishes: [ListingAvailability.key],
        kinds: FindingKind.suppressions, rootCauses: RootCause.suppressions,
        writes: [.detect, .exposure, .resolve, .learn, .measure], changesListings: true)

    /// The issues as reported, which decide.
    static let issues = SuppressedListings.feed.deciding(
        SuppressedListings.status, SuppressedListings.reason, SuppressedListings.issue, SuppressedListings.code,
        SuppressedListings.since, SuppressedListings.exemptUntil)

    private let knobs: SuppressionsKnobs
    private let model: SuppressionsModel

    /// A stage with these knobs, and what was learned of the share that comes by search.
    public init(knobs: SuppressionsKnobs, model: SuppressionsModel) {
        self.knobs = knobs
        self.model = model
    }

    /// Reports one finding for each issue of a listing, and publishes how much of its trade is blocked.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<SuppressionEvidence>
    ) {
        let reader = IssueReader(chunk)
        let listings = ListingReader(chunk)
        let prices = PriceBoundsReader(chunk)
        let bursts = model.bursts.byKey(ofAtLeast: knobs.burstListings, in: chunk)
        var availability = [ListingAvailability?](repeating: nil, count: chunk.count)
        // Most rows of a chunk are of few categories: each is looked up once.
        var shares: [String: LearnedShare] = [:]
        for row in chunk.rows {
            var issues = reader.issues(of: row)
            if let issue = listings.unexplained(row, by: issues, asOf: chunk.asOf) { issues.append(issue) }
            switch listings.isGone(row) {
            case true?: issues.append(.gone)
            case false?: break
            case nil: findings.cannotTell(of: .notListed, at: row)
            }
            guard !issues.isEmpty else { continue }
            let category = listings.category(of: row)
            let share =
                shares[category]
                ?? model.searchShare(prior: knobs.searchShare, marketplace: chunk.marketplace, category: category)
            shares[category] = share
            for issue in issues {
                let group = bursts.isEmpty ? nil : issue.burstKey(in: chunk).flatMap { bursts[$0] }
                findings.report(
                    issue.kind, at: row, discriminator: issue.discriminator, formerly: issue.formerly,
                    since: issue.onset(in: chunk), in: group,
                    evidence(of: issue, on: row, of: listings, prices, share: share, asOf: chunk.asOf))
            }
            availability[row] = ListingAvailability(after: issues, at: row, in: chunk, hidden: share.value)
        }
        signals.publish(availability)
    }

    /// The enforcement's share, surely, or an unknown loss where the enforcement is not known; while there is an exemption,
    /// from its end on and with a probability.
    ///
    /// Closing one issue cures no other: a listing that may be bought again is still hidden by what hid it.
    public func exposure(of evidence: SuppressionEvidence) -> Exposure {
        let exemption = evidence.pendingExemption
        return Exposure(
            loss(of: evidence), probability: exemption == nil ? 1 : knobs.enforcedAfterExemption,
            begins: exemption?.until,
            deadline: exemption?.until, fixTakesDays: evidence.group.fixTakesDays)
    }

    /// A status nobody told us the meaning of may take everything or nothing: no share is right, and 0 least of all.
    private func loss(of evidence: SuppressionEvidence) -> Exposure.Loss {
        guard evidence.enforcement != nil else { return .unknown("what the reported status takes is not known") }
        return evidence.lossShare > 0 ? .dailyShare([evidence.lossShare]) : .nothing
    }

    /// The group's playbook; a status that is not known is for a person to look at.
    public func resolve(_ evidence: SuppressionEvidence) -> Resolution { Remedies.resolution(of: evidence) }

    private func evidence(
        of issue: Issue, on row: Int, of listings: ListingReader, _ prices: PriceBoundsReader, share: LearnedShare,
        asOf: Instant
    ) -> SuppressionEvidence {
        let gravest = issue.gravest
        let group = IssueGroup(
            attributes: gravest.attributes, reason: gravest.knownReason, enforcement: gravest.enforcement)
        return SuppressionEvidence(
            enforcement: gravest.enforcement, reportedStatuses: Set(issue.rows.map(\.status)).sorted(),
            reason: gravest.reason, group: group, code: gravest.code, attributes: gravest.attributes,
            issue: gravest.issue, since: issue.since,
            exemption: gravest.exemptUntil.map { Exemption(until: $0, asOf: asOf) },
            lossShare: gravest.enforcement?.lossShare(hidden: share.value) ?? 0,
            searchShare: gravest.enforcement?.isHidden == true ? share : nil, rows: issue.rows.count,
            listing: listings.facts(of: row), price: group == .price ? prices.price(of: row) : nil,
            bounds: gravest.comparesPrices ? prices.bounds(of: row) : nil)
    }
}
