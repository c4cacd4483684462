import FlywheelKit
import Statistics

/// What is known of a listing's demand.
enum Demand {
    /// No day says anything.
    case unknown
    /// Nothing was sold on so many usable days.
    case nothing(days: Int)
    /// So much is asked for.
    case rate(DemandEstimate)
}

/// Reads the demand of a chunk's listings: a published forecast where there is one, their own run rate otherwise.
struct DemandReader {
    /// Units, the older the less, of which a rate can be told; of fewer all days count alike, because what a few sales more say
    /// of a rate is worth more than that they are recent.
    static let enoughUnits = 20.0

    private let sales: History
    /// Units at hand at the end of past days.
    private let levels: History?
    private let availability: [ListingAvailability?]?
    private let forecasts: [DemandForecast?]?

    init(_ chunk: Chunk, _ signals: inout SignalPort) {
        self.init(
            sales: chunk[Sales.units], levels: chunk[Stock.levels],
            availability: signals.column(ListingAvailability.self),
            forecasts: signals.column(DemandForecast.self))
    }

    init(
        sales: History, levels: History? = nil, availability: [ListingAvailability?]?,
        forecasts: [DemandForecast?]? = nil
    ) {
        self.sales = sales
        self.levels = levels.flatMap { $0.isWhollyUnknown ? nil : $0 }
        self.availability = availability
        self.forecasts = forecasts
    }

    /// The demand of a listing.
    ///
    /// A forecast that expects nothing says that nothing sells; it rests on its own reading of the same days.
    func demand(of row: Int) -> Demand {
        if let forecast = forecasts?[row] {
            return DemandEstimate(forecast).map(Demand.rate) ?? .nothing(days: Int(forecast.daysUsed))
        }
        let availability = availability?[row]
        var sums = sums(of: row, availability, halfLifeDays: RunRate.halfLifeDays)
        if sums.unitsSum < Self.enoughUnits { sums = self.sums(of: row, availability, halfLifeDays: nil) }
        guard sums.daysUsed > 0 else { return .unknown }
        // Returns may outweigh sales; what is left then is no rate of sale, nor is less than a unit in fifty years.
        guard sums.unitsSum > 0, let estimate = RunRate.estimate(sums), estimate.rate >= 0.00005 else {
            return .nothing(days: sums.daysUsed)
        }
        return .rate(
            DemandEstimate(
                rate: estimate.rate, deviation: estimate.posterior.variance.squareRoot(),
                dispersion: estimate.dispersion, daysUsed: estimate.daysUsed, daysLeftOut: estimate.daysLeftOut))
    }

    private func sums(of row: Int, _ availability: ListingAvailability?, halfLifeDays: Double?) -> ExposedUnits {
        var sums = ExposedUnits(halfLifeDays: halfLifeDays)
        let levels = levels?.row(row)
        for (daysAgo, units) in zip(1..., sales.row(row).reversed()) {
            let level = levels.flatMap { $0.count >= daysAgo ? $0[$0.count - daysAgo] : nil }
            // A day at whose end nothing was left was rationed: what it sold is not what was asked for.
            let isEmpty = level.map { $0 <= 0 } ?? false
            let day = sales.days.upperBound.advanced(by: -daysAgo)
            sums.addDayBefore(
                units: units.map(Double.init), exposure: isEmpty ? 0 : availability?.openShare(on: day) ?? 1)
        }
        return sums
    }
}
