import FlywheelKit
import Statistics

@testable import Inventory

/// A listing whose buyers and supplier are drawn: what its files say, and what comes of it.
struct SimulatedListing {
    enum Kind: CaseIterable {
        /// Sells on most days; demand is read from its sales.
        case steady
        /// Sells now and then, a few at a time; demand is read from its sales.
        case intermittent
        /// Runs through a season that a forecast knows, but for its level.
        case seasonal
    }

    let listing: Listing
    private let leadTime: Double
    /// Units a day in each coming week.
    private let weekly: [Double]
    private let dispersion: Double

    /// How late orders are learned to come, and how they do: quantiles of two half normal distributions.
    static let lateness = Lateness(early: -3, median: 0, late: 6, deviation: 3.7)

    init(_ kind: Kind, _ random: inout SplitMix64) {
        let rate: Double
        switch kind {
        case .steady, .seasonal: rate = random.between(0.5, 12)
        case .intermittent: rate = random.between(0.08, 0.5)
        }
        dispersion = random.between(1.05, 4)
        leadTime = random.between(5, 30).rounded()
        var listing = Listing(sales: [], leadTime: leadTime)
        if kind == .seasonal {
            let (phase, error) = (16 * random.uniform(), random.between(0.05, 0.3))
            let expected = (0..<16).map { rate * (1 + 0.7 * Self.wave((Double($0) + phase) / 16)) }
            // The level is drawn about its forecast as the forecast says that it may lie.
            let level = random.gamma(1 / (error * error)) * error * error
            weekly = expected.map { $0 * level }
            var forecast = SIMD16<Float>()
            for week in 0..<16 { forecast[week] = Float(expected[week]) }
            listing.forecast = DemandForecast(
                dailyByWeek: forecast, dispersion: Float(dispersion), relativeError: Float(error), daysUsed: 90,
                daysLeftOut: 0)
        } else {
            weekly = [Double](repeating: rate, count: 16)
        }
        for _ in 0..<90 { listing.sales.append(random.units(rate, dispersion: dispersion)) }
        let needed = rate * (leadTime + 7)
        listing.fulfillable = max(1, Int(needed * random.between(0.1, 2)))
        if random.uniform() < 0.4 {
            listing.orders = [
                OrderExample(
                    expected: Int(random.between(8, 25)), units: max(1, Int(needed * random.between(0.1, 1))))
            ]
        }
        self.listing = listing
    }

    /// Whether nothing was left to sell before an order placed at the next review arrived, and what was asked for in vain
    /// on the days that lead time and review take as expected.
    func future(_ random: inout SplitMix64) -> (ranOut: Bool, lost: Int) {
        let expectedDays = Int(leadTime) + 7
        // As in the outlook, the last day counts by half.
        let end = max(0, leadTime + Self.lateness.deviation * random.normal() + 7 - 0.5)
        let arrivals = listing.orders.map { order in
            let spread = Double(random.uniform() < 0.5 ? Self.lateness.early : Self.lateness.late) / 1.2816
            return (
                day: max(1, (order.expected ?? 0) + Int((spread * abs(random.normal())).rounded())), units: order.units
            )
        }
        var (left, ranOut, lost) = (listing.fulfillable ?? 0, false, 0)
        for day in 0..<max(expectedDays, Int(end.rounded(.up))) {
            left += arrivals.filter { $0.day == day }.reduce(0) { $0 + $1.units }
            let rate = weekly[min(day / 7, 15)]
            // The part of the day before the ordered units arrive, and the part after.
            let before = min(1, max(0, end - Double(day)))
            for (part, counts) in [(before, true), (1 - before, false)] where part > 0 {
                let asked = random.units(rate * part, dispersion: dispersion)
                if day < expectedDays { lost += max(0, asked - left) }
                left -= min(left, asked)
                ranOut = ranOut || counts && left == 0
            }
        }
        return (ranOut, lost)
    }

    /// A wave from -1 to 1 and back, once as its argument goes from 0 to 1.
    private static func wave(_ turn: Double) -> Double { 4 * abs(turn - turn.rounded(.down) - 0.5) - 1 }
}

extension SplitMix64 {
    fileprivate mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// A negative binomial count: a Poisson count of a rate that is itself drawn.
    fileprivate mutating func units(_ mean: Double, dispersion: Double) -> Int {
        poisson(gamma(mean / (dispersion - 1)) * (dispersion - 1))
    }
}
