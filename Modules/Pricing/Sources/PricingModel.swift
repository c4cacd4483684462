public import FlywheelKit
import Statistics

/// How buyers answer to the prices of products of a kind, as a seller's own listings show it.
///
/// In tenths: what moves less from day to day is no news.
public struct PeerElasticity: Hashable, Codable, Sendable {
    /// Per cent of buyers for each per cent of price, below zero.
    public let mean: Double
    /// How far products of the kind scatter about it.
    public let deviation: Double
    /// Listings whose days said enough.
    public let listings: Int

    /// `nil` where too few listings say enough, or their prices followed demand.
    init?(_ members: ElasticityMembers) {
        guard let prior = ElasticityPrior.fitted(to: members) else { return nil }
        mean = min(-0.1, prior.mean.rounded(toParts: 10))
        deviation = max(0.1, prior.deviation.rounded(toParts: 10))
        listings = members.count
    }

    var prior: ElasticityPrior { ElasticityPrior(mean: mean, deviation: deviation, evidence: .pooled) }
}

/// What the whole catalogue taught: how buyers answer to prices, by category, and which SKUs cost less on another channel.
public struct PricingModel: StageModel {
    /// Of the products of a category on a marketplace; the category is empty for all of the marketplace.
    struct Peers: Hashable, Codable {
        let marketplace: String
        let category: String
        let elasticity: PeerElasticity
    }

    /// Sorted, so that equal knowledge is equal text.
    private(set) var peers: [Peers] = []
    /// By account, the SKUs that do not cost the same on all its channels, with the lowest price.
    private(set) var lowest: [String: [ChannelQuote]] = [:]

    /// Nothing learned: buyers answer as the knob says.
    public init() {}

    init(_ survey: PricingSurvey) {
        peers = survey.members.compactMap { group, members in
            PeerElasticity(members).map {
                Peers(marketplace: group.marketplace, category: group.category, elasticity: $0)
            }
        }.sorted { ($0.marketplace, $0.category) < ($1.marketplace, $1.category) }
        lowest = survey.channels.lowestOfThoseThatDiffer()
    }

    /// The lowest prices of an account's SKUs, of those that do not cost the same everywhere.
    func lowestPrices(of account: String) -> [PricedSKU: ChannelQuote] {
        Dictionary(
            (lowest[account] ?? []).lazy.map { (PricedSKU(code: $0.sku, currency: $0.price.currency), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Of a marketplace by category; the empty one is for categories that are unknown or too small.
    func elasticities(on marketplace: String) -> [String: PeerElasticity] {
        Dictionary(
            peers.lazy.filter { $0.marketplace == marketplace }.map { ($0.category, $0.elasticity) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// What part of the catalogue teaches of prices.
public struct PricingSurvey: Mergeable, Sendable {
    struct Group: Hashable {
        let marketplace: String
        let category: String
    }

    var members: [Group: ElasticityMembers] = [:]
    var channels = ChannelPrices()

    /// Nothing seen.
    public init() {}

    /// Adds what another part teaches.
    public mutating func merge(_ other: PricingSurvey) {
        for (group, sums) in other.members { members[group, default: ElasticityMembers()].merge(sums) }
        channels.merge(other.channels)
    }
}

extension PricingStage: Surveying {
    /// Offers decide; where nobody ever brought any, there is nothing to learn.
    public static let surveyInputs = [
        Offers.feed.deciding(Offers.ownPrice, Offers.competitors),
        Catalog.feed.helping(Catalog.category, Catalog.price, Catalog.status),
        Stock.feed.helping(Stock.fulfillable),
    ]

    /// What sold at which price.
    public static let surveyWindows = [
        Offers.ownPrices.last(days: priceDays), Offers.lowestPrices.last(days: priceDays),
        Traffic.featuredShare.last(days: priceDays), Sales.units.last(days: priceDays),
        Stock.levels.last(days: priceDays),
    ]

    /// A quarter of a million listings: a prior is not better known from more. Prices on other channels are looked at
    /// everywhere.
    public static let surveyedHistories = 32

    /// Adds what the listings of a chunk say, by category.
    public static func survey(_ chunk: Chunk, into survey: inout PricingSurvey) {
        survey.channels.add(chunk)
        let reader = ElasticityReader(chunk)
        let categories = chunk[Catalog.category]
        for row in chunk.rows {
            guard let estimate = reader.estimate(of: row) else { continue }
            for category in Set(["", categories[row] ?? ""]) {
                let group = PricingSurvey.Group(marketplace: chunk.marketplace, category: category)
                survey.members[group, default: ElasticityMembers()].add(estimate)
            }
        }
    }

    /// An elasticity for each category, and for each marketplace, with enough listings that say enough.
    public static func fit(_ survey: PricingSurvey, after model: PricingModel) -> PricingModel { PricingModel(survey) }
}
