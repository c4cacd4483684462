import FlywheelKit

/// How likely it is, day by day, that nothing is left to sell.
struct StockOutlook {
    /// Units expected on a day from today on, 0 being today.
    struct Arrival: Hashable {
        let day: Int
        let units: Int
    }

    let fulfillable: Int
    /// Earliest first; each with units.
    let arrivals: [Arrival]
    let demand: DemandEstimate

    init(_ stock: StockPosition, _ demand: DemandEstimate, knobs: InventoryKnobs) {
        self.demand = demand
        fulfillable = max(0, stock.fulfillable)
        arrivals = [
            Arrival(day: Int(knobs.receivingDays.rounded(.up)), units: stock.receiving ?? 0),
            Arrival(day: Int(knobs.inboundDays.rounded(.up)), units: stock.shipped ?? 0),
        ].filter { $0.units > 0 }.sorted { $0.day < $1.day }
    }

    /// The probability that nothing is left in the middle of a day from today on, 0 being today:
    ///
    ///     P(demand from the start to the middle of the day ≥ units at hand and arrived by then)
    ///
    /// The middle stands for the whole day: on average over it, this is the share of its demand that finds nothing. Demand
    /// starts today, or on the day of the first arrival when there is nothing to sell until then.
    func emptyProbability(on day: Int) -> Double {
        guard let start = fulfillable > 0 ? 0 : arrivals.first?.day, day >= start else { return 1 }
        let available = fulfillable + arrivals.reduce(0) { $0 + ($1.day <= day ? $1.units : 0) }
        return demand.probability(ofSelling: available, within: Double(day - start) + 0.5)
    }

    /// The probability of running out within a number of days: the highest of its days.
    ///
    /// Between arrivals it only rises, so the days that matter are the last one and those before arrivals. Running out on
    /// one day and on another are not added up, which makes this a lower bound where there are arrivals.
    func emptyProbability(within days: Int) -> Double {
        let lastDays = arrivals.map { $0.day - 1 }.filter { (0..<days - 1).contains($0) } + [days - 1]
        return lastDays.map(emptyProbability(on:)).max() ?? 0
    }

    /// The first day, 0 being today, on which running out is at least so likely; `nil` when none of the year is.
    func firstDay(emptyWith probability: Double) -> Int? {
        // Between arrivals it only rises, so each stretch is searched by halves, once its last day is likely enough.
        let ends = arrivals.map(\.day).filter { (1..<365).contains($0) } + [365]
        var first = 0
        for end in ends {
            defer { first = max(first, end) }
            guard first < end, emptyProbability(on: end - 1) >= probability else { continue }
            var days = first..<end
            while days.count > 1 {
                let middle = days.lowerBound + (days.count - 1) / 2
                days =
                    emptyProbability(on: middle) >= probability
                    ? days.lowerBound..<middle + 1 : middle + 1..<days.upperBound
            }
            return days.lowerBound
        }
        return nil
    }

    /// Whether running out within a number of days is surely less likely than a probability: the units at hand lie so many
    /// deviations above the demand that no distribution of that mean and variance reaches them so often (Cantelli).
    func isSafe(within days: Int, below probability: Double) -> Bool {
        guard probability > 0 else { return false }
        let demand = demand.moments(days: Double(days))
        let excess = Double(fulfillable) - 0.5 - demand.mean
        return excess > 0 && excess * excess > demand.variance * (1 / probability - 1)
    }
}
