import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Pricing

/// Fri 20 Nov 2026, noon UTC.
let noon = Instant(seconds: 1_795_176_000)

/// Cents, of US dollars unless said otherwise.
func money(_ cents: Int64, _ code: String = "USD") -> Money? { Money(minorUnits: cents, code) }

/// A listing as an example tells it; what is left out is unknown.
struct Listing {
    var code = "KN-12"
    var price: Money? = money(2_500)
    var landed: Money?
    var discount: Money?
    var lowest: Money?
    var lowestLanded: Money?
    var owner: String?
    var featured: Money?
    var expected: Money?
    var reference: Money?
    var competitors: Int?
    var fulfillment: String?
    var featuredFulfillment: String?
    var eligibility: String?
    var packSize: Int?
    var competitorPackSize: Int?
    var advertised: Money?
    var status: String? = "Active"
    var catalogPrice: Money?
    var category: String?
    var cost: Money?
    var fees: Money?
    var floor: Money?
    var ceiling: Money?
    var leadTime: Double?
    /// Shares of page views, in hundredths, the last being yesterday's.
    var shares: [Int?] = []
    /// Page views of past days, the last being yesterday's.
    var views: [Int?] = []
    /// Own and lowest prices of past days in cents, the last being yesterday's.
    var past: [Int?] = []
    var pastLowest: [Int?] = []
    /// Units sold on past days, and those at hand, the last being yesterday's.
    var sold: [Int?] = []
    var levels: [Int?] = []
    var units: Int32?
    var demand: Float?
}

/// A chunk of listings as the stage would be given it, and what others publish of them.
struct Scene {
    let chunk: Chunk
    let signals: SignalPort

    /// - Parameters:
    ///   - rates: dollars that a unit of each currency was worth yesterday.
    ///   - terms: what is taken of every sale; what is publicly known of the marketplace when left out.
    init(
        _ listings: [Listing], marketplace: String = "ATVPDKIKX0DER", currency: String = "USD",
        rates: [String: Double] = [:], terms: SellingTerms? = nil
    ) {
        var builder = ChunkBuilder(
            .listing, account: "example", marketplace: marketplace, codes: listings.map(\.code), asOf: noon)
        func set<Value>(_ column: Column<Value>, _ path: KeyPath<Listing, Value?>) {
            let values = listings.map { $0[keyPath: path] }
            if values.contains(where: { $0 != nil }) { builder.set(column, values) }
        }
        set(Offers.ownPrice, \.price)
        set(Offers.landedPrice, \.landed)
        set(Offers.discount, \.discount)
        set(Offers.lowestCompetitorPrice, \.lowest)
        set(Offers.lowestLandedPrice, \.lowestLanded)
        set(Offers.featuredOwner, \.owner)
        set(Offers.featuredPrice, \.featured)
        set(Offers.expectedFeaturedPrice, \.expected)
        set(Offers.referencePrice, \.reference)
        set(Offers.competitors, \.competitors)
        set(Offers.ownFulfillment, \.fulfillment)
        set(Offers.featuredFulfillment, \.featuredFulfillment)
        set(Offers.eligibility, \.eligibility)
        set(Offers.packSize, \.packSize)
        set(Offers.competitorPackSize, \.competitorPackSize)
        set(Offers.minimumAdvertisedPrice, \.advertised)
        set(Catalog.status, \.status)
        set(Catalog.price, \.catalogPrice)
        set(Catalog.category, \.category)
        set(Costs.unitCost, \.cost)
        set(Costs.fees, \.fees)
        set(Costs.floor, \.floor)
        set(Costs.ceiling, \.ceiling)
        set(Supply.leadTime, \.leadTime)
        func padded(_ days: [Int?], to count: Int) -> [Int?] {
            [Int?](repeating: nil, count: count - days.count) + days
        }
        builder.set(
            Traffic.featuredShare, listings.map { padded($0.shares, to: 91).map { $0.map { $0 * 100 } } })
        builder.set(Traffic.pageViews, listings.map { padded($0.views, to: 91) })
        builder.set(Offers.ownPrices, listings.map { padded($0.past, to: 35) }, in: Currency(currency))
        builder.set(Offers.lowestPrices, listings.map { padded($0.pastLowest, to: 35) }, in: Currency(currency))
        builder.set(Sales.units, listings.map { padded($0.sold, to: 91) })
        builder.set(Stock.levels, listings.map { padded($0.levels, to: 35) })
        builder.setRates(
            ExchangeRates(
                rates.sorted { $0.key < $1.key }.compactMap { base, rate in
                    guard let base = Currency(base), let dollar = Currency("USD") else { return nil }
                    let day = noon.utcDay.advanced(by: -1)
                    return ExchangeRate(base: base, quote: dollar, day: day, rate: rate, source: "ecb")
                }))
        if let terms { builder.setTerms(terms) }
        chunk = builder.build()
        var signals = SignalPort()
        signals.publish(
            listings.map { listing in listing.units.map { StockCover(units: $0, days: 20, emptyProbability: 0.1) } })
        signals.publish(
            listings.map { listing in
                listing.demand.map {
                    DemandForecast(
                        dailyByWeek: SIMD16(repeating: $0), dispersion: 1, relativeError: 0.1, daysUsed: 60,
                        daysLeftOut: 0)
                }
            })
        self.signals = signals
    }
}

/// What the stage sees.
struct Look {
    let findings: Findings<PricingEvidence>
    let reckoned: [ReckonedPrice?]
    let stage: PricingStage

    init(_ listings: Listing..., knobs: PricingKnobs = PricingKnobs(), marketplace: String = "ATVPDKIKX0DER") {
        self.init(Scene(listings, marketplace: marketplace), knobs: knobs)
    }

    init(_ scene: Scene, knobs: PricingKnobs = PricingKnobs(), model: PricingModel = PricingModel()) {
        stage = PricingStage(knobs: knobs, model: model)
        var findings = Findings<PricingEvidence>()
        var signals = scene.signals
        stage.detect(in: scene.chunk, signals: &signals, into: &findings)
        self.findings = findings
        reckoned = signals.column(ReckonedPrice.self) ?? []
    }

    var kinds: [String] { findings.all.map(\.kind.id) }

    /// The evidence of the one finding of a kind.
    func evidence(_ kind: FindingKind = .featuredOfferLost) -> PricingEvidence? {
        findings.all.first { $0.kind == kind }?.evidence
    }

    /// What the one finding of a kind claims.
    func exposure(_ kind: FindingKind = .featuredOfferLost) -> Exposure? {
        evidence(kind).map(stage.exposure)
    }

    /// The share of each day that it claims.
    func share(_ kind: FindingKind = .featuredOfferLost) -> Double? {
        guard case .dailyShare(let shares)? = exposure(kind)?.loss else { return nil }
        return shares.count == 1 ? shares[0] : nil
    }
}

extension PricingEvidence {
    var warning: FeaturedWarning? { if case .warning(let warning) = claim { warning } else { nil } }
    var gap: CompetitiveGap? { if case .gap(let gap) = claim { gap } else { nil } }
    var breach: PriceBreach? { if case .breach(let breach) = claim { breach } else { nil } }
    var error: PriceError? { if case .error(let error) = claim { error } else { nil } }
    var parity: PriceParity? { if case .parity(let parity) = claim { parity } else { nil } }
}

/// So many days of one number.
func days(_ runs: (Int?, Int)...) -> [Int?] { runs.flatMap { [Int?](repeating: $0.0, count: $0.1) } }
