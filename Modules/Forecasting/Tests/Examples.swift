import FlywheelKit
import Statistics

@testable import Forecasting

/// Friday 2026-11-20T16:05:00Z.
let asOf = Instant(seconds: 1_795_190_700)
let today = asOf.utcDay

/// One listing: what is known of it.
struct Listing {
    /// Units of the days before today, oldest first.
    var sales: [Int?] = [Int?](repeating: 2, count: 91)
    var product: String?
    var category: String?
    var fulfillable: Int?
    var status: String?
    /// Units at hand at the end of past days, oldest first, up to yesterday.
    var levels: [Int?] = []
    /// Shares of page views with the own offer featured, in ten-thousandths, oldest first, up to yesterday.
    var featured: [Int?] = []
    /// Own prices in cents, oldest first, up to yesterday.
    var prices: [Int?] = []
    var availability: ListingAvailability?
    /// Days on which somebody says it could not be sold, by days ago.
    var closed: [ClosedRange<Int>] = []
    var stated: [Stated] = []
    /// Page views of the days before today, oldest first, up to yesterday.
    var views: [Int?] = []
}

/// A stated forecast, in days from today; days of the past are below zero.
struct Stated {
    var units: Double
    var from: Int
    var until: Int
    var on: Int = -1
    var owner = "mia"
    var reason: String? = "deal"
}

/// An event in days from today.
struct Occasion {
    var name: String
    var days: ClosedRange<Int>
    var scope: String?
}

/// The chunk of some listings, and the signals another stage published of them.
func example(_ listings: [Listing], events: [Occasion] = []) -> (chunk: Chunk, signals: SignalPort) {
    var builder = ChunkBuilder(listings: listings.indices.map { "SKU-\($0)" }, asOf: asOf)
    builder.setProducts(listings.map(\.product))
    builder.set(Catalog.title, listings.indices.map { "Title \($0)" })
    builder.set(Catalog.category, listings.map(\.category))
    builder.set(Stock.fulfillable, listings.map(\.fulfillable))
    builder.set(Catalog.status, listings.map(\.status))
    let longest = listings.map(\.sales.count).max() ?? 0
    builder.set(Sales.units, listings.map { [Int?](repeating: nil, count: longest - $0.sales.count) + $0.sales })
    let widest = listings.map(\.levels.count).max() ?? 0
    builder.set(Stock.levels, listings.map { [Int?](repeating: nil, count: widest - $0.levels.count) + $0.levels })
    let measured = listings.map(\.featured.count).max() ?? 0
    builder.set(
        Traffic.featuredShare,
        listings.map { [Int?](repeating: nil, count: measured - $0.featured.count) + $0.featured })
    let dearest = listings.map(\.prices.count).max() ?? 0
    builder.set(
        Offers.ownPrices, listings.map { [Int?](repeating: nil, count: dearest - $0.prices.count) + $0.prices },
        in: Currency("USD"))
    let busiest = listings.map(\.views.count).max() ?? 0
    builder.set(Traffic.pageViews, listings.map { [Int?](repeating: nil, count: busiest - $0.views.count) + $0.views })
    for (row, listing) in listings.enumerated() {
        for run in listing.closed {
            builder.addDetail(
                of: Availability.feed, at: row, Availability.from(today.advanced(by: -run.upperBound)),
                Availability.to(today.advanced(by: -run.lowerBound)))
        }
        for stated in listing.stated { add(stated, at: row, to: &builder) }
    }
    for event in events {
        let (name, from, to) = (
            Events.name(event.name), Events.from(today.advanced(by: event.days.lowerBound)),
            Events.to(today.advanced(by: event.days.upperBound))
        )
        if let scope = event.scope {
            builder.addAccountDetail(of: Events.feed, name, from, to, Events.scope(scope))
        } else {
            builder.addAccountDetail(of: Events.feed, name, from, to)
        }
    }
    var signals = SignalPort()
    signals.publish(listings.map(\.availability))
    return (builder.build(), signals)
}

private func add(_ stated: Stated, at row: Int, to builder: inout ChunkBuilder) {
    builder.addDetail(
        of: ForecastOverrides.feed, at: row, ForecastOverrides.unitsPerDay(stated.units),
        ForecastOverrides.from(today.advanced(by: stated.from)),
        ForecastOverrides.until(today.advanced(by: stated.until)),
        ForecastOverrides.stated(today.advanced(by: stated.on)), ForecastOverrides.owner(stated.owner),
        ForecastOverrides.reason(stated.reason ?? ""))
}

/// What a stage says of some listings.
struct Look {
    var findings = Findings<ForecastEvidence>()
    var forecasts: [DemandForecast?] = []
    var seasons: [DemandSeason?] = []

    /// The ids of what was found, row by row.
    var kinds: [String] { findings.all.map(\.kind.id) }

    init(_ listings: [Listing], events: [Occasion] = [], model: ForecastingModel = ForecastingModel()) {
        self.init(listings, events: events, knobs: ForecastingKnobs(), model: model)
    }

    init(_ listings: [Listing], events: [Occasion] = [], knobs: ForecastingKnobs, model: ForecastingModel) {
        var (chunk, signals) = example(listings, events: events)
        ForecastingStage(knobs: knobs, model: model).detect(in: chunk, signals: &signals, into: &findings)
        forecasts = signals.column(DemandForecast.self) ?? []
        seasons = signals.column(DemandSeason.self) ?? []
    }
}

/// What one listing is forecast to sell.
func outlook(_ listing: Listing, events: [Occasion] = [], model: ForecastingModel = ForecastingModel())
    -> DemandForecast?
{
    Look([listing], events: events, model: model).forecasts.first ?? nil
}

/// Units a day that is forecast for the coming week.
func rate(_ listing: Listing) -> Double { outlook(listing).map { Double($0.dailyByWeek[0]) } ?? .nan }

/// Sales of so many days at a rate.
func sales(_ rate: Double, days: Int, using random: inout SplitMix64) -> [Int?] {
    (0..<days).map { _ in random.poisson(rate) }
}

/// Sales that follow each other at several rates, each for some days.
func sales(_ parts: [(rate: Double, days: Int)], using random: inout SplitMix64) -> [Int?] {
    parts.flatMap { sales($0.rate, days: $0.days, using: &random) }
}
