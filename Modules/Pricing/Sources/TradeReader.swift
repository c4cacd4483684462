import FlywheelKit
import Statistics

/// Reads what others publish of a chunk's listings, and what sold at which price.
struct TradeReader {
    private let covers: [StockCover?]?
    private let forecasts: [DemandForecast?]?
    private let leadTimes: Values<Double>
    private let elasticities: ElasticityReader
    private let categories: Values<String>
    private let peers: [String: PeerElasticity]

    init(_ chunk: Chunk, _ signals: inout SignalPort, model: PricingModel) {
        leadTimes = chunk[Supply.leadTime]
        elasticities = ElasticityReader(chunk)
        categories = chunk[Catalog.category]
        peers = model.elasticities(on: chunk.marketplace)
        covers = signals.column(StockCover.self)
        forecasts = signals.column(DemandForecast.self)
    }

    /// Units to the tenth: a forecast moves a little every day, which is no news of a price.
    func trade(of row: Int) -> Trade {
        Trade(
            unitsADay: forecasts?[row].map { Double($0.dailyByWeek[0]).rounded(toParts: 10) },
            units: covers?[row].map { Int($0.units) }, leadTimeDays: leadTimes[row],
            elasticity: elasticities.elasticity(of: row),
            peers: categories[row].flatMap { peers[$0] } ?? peers[""])
    }

    /// Whether there is nothing to ship.
    func isOutOfStock(_ row: Int) -> Bool { covers?[row].map { $0.units <= 0 } ?? false }
}
