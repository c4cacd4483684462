import FlywheelKit
import Statistics

/// The course of a listing's stock when arrivals come on known days: stretches from one arrival to the next.
///
/// What is asked for while the shelf is empty is lost and not served later. So after an arrival not demand from the start
/// counts against all units so far, but what was sold before it, min(demand, units), and demand since: the two are put
/// together as a gamma distribution by their moments. The rate's own error makes them rise together while units last.
struct StockCourse {
    /// From a day on, until the next stretch begins.
    struct Stretch {
        let start: Int
        /// Units at hand at the beginning of all and arrived since.
        let available: Double
        /// Demand expected from today to ``start``.
        let meanBefore: Double
        /// Of the units that were there before, what was sold: its mean and variance.
        let sold: (mean: Double, variance: Double)
        /// What a unit of demand since adds to the variance beyond its own: twice its covariance with what was sold, which
        /// is error² · E[demand before where units lasted].
        let covariance: Double
    }

    /// The share of a day's demand from which all of it is taken to be short.
    private static let nearlyAll = 0.999

    let stretches: [Stretch]
    private let demand: DemandEstimate

    init(fulfillable: Int, arrivals: [(day: Int, units: Double)], _ demand: DemandEstimate) {
        self.demand = demand
        var units: [Int: Double] = [:]
        for arrival in arrivals { units[arrival.day, default: 0] += arrival.units }
        let atStart = Double(fulfillable) + (units.removeValue(forKey: 0) ?? 0)
        var stretches = [Stretch(start: 0, available: atStart, meanBefore: 0, sold: (0, 0), covariance: 0)]
        for (day, arrived) in units.sorted(by: { $0.key < $1.key }) {
            let before = stretches[stretches.count - 1]
            let meanBefore = demand.mean(within: Double(day))
            let error = demand.deviation / demand.rate
            let sold = Self.consumed(in: before, since: meanBefore - before.meanBefore, demand)
                .map { $0.sold(from: before.available) }
            stretches.append(
                Stretch(
                    start: day, available: before.available + arrived, meanBefore: meanBefore,
                    sold: (sold?.mean ?? before.sold.mean, sold?.variance ?? before.sold.variance),
                    covariance: sold.map { sold in
                        2 * error * error * max(0, sold.mean - before.available * (1 - sold.enough))
                    } ?? before.covariance))
        }
        self.stretches = stretches
    }

    /// The probability that what was asked for reaches what was there, by the middle of a day that comes sooner or later by a
    /// deviation:
    ///
    ///     P(demand from the start to the middle of the day ≥ units at hand and arrived by then)
    ///
    /// A whole unit counts from its half on, as whole numbers in a continuous distribution do. While there is nothing to
    /// sell it is 1, and demand starts with the first arrival. Demand that found nothing before an arrival counts here as
    /// well, so that units which come later never make a shelf look safer.
    func emptyProbability(on day: Int, deviation: Double = 0) -> Double {
        let stretch = stretch(on: day)
        guard stretch.available > 0 else { return 1 }
        let before = stretches.first { $0.available > 0 }?.meanBefore ?? 0
        let middle = Double(day) + 0.5
        let mean = demand.mean(within: middle) - before
        let further = demand.further(within: middle, deviation: deviation)
        return mean > 0 ? 1 - demand.over(mean: mean, further: further).cdf(stretch.available - 0.5) : 0
    }

    /// The probability that nothing is left at some time in the days to cover: before one of the arrivals, or at the end.
    /// Between arrivals it only rises, so these are the days that matter, each by its middle.
    func emptyProbability(within cover: Cover) -> Double {
        let last = cover.wholeDays - 1
        var lasting = LastingStock(demand)
        var mean = 0.0
        for (index, stretch) in stretches.enumerated() where stretch.start <= last {
            guard stretch.available > 0 else { return 1 }
            let next = index + 1 < stretches.count ? stretches[index + 1].start - 1 : last
            let day = min(next, last)
            let end = demand.mean(within: Double(day) + 0.5)
            lasting.go(on: end - mean, further: day == last ? demand.further(cover) : 0)
            lasting.cut(at: stretch.available - 0.5)
            mean = end
        }
        return 1 - lasting.probability
    }

    /// Adds the share of each day's demand that finds nothing, times a weight: what E[(consumed - units)⁺] grows by over the
    /// day, as a part of the day's demand.
    func addShortShares(weight: Double, to shares: inout [Double]) {
        for (index, stretch) in stretches.enumerated() where stretch.start < shares.count {
            let end = index + 1 < stretches.count ? stretches[index + 1].start : shares.count
            var mean = stretch.meanBefore
            var short = short(in: stretch, at: mean)
            for day in stretch.start..<min(end, shares.count) {
                let next = demand.mean(within: Double(day + 1))
                // Where nothing is asked for, nothing is short.
                guard next > mean else { continue }
                let shortNext = self.short(in: stretch, at: next)
                let share = min(1, max(0, (shortNext - short) / (next - mean)))
                shares[day] += weight * share
                (mean, short) = (next, shortNext)
                guard share > Self.nearlyAll else { continue }
                // Shares rise until the next arrival, so from here on all is short.
                for later in day + 1..<max(day + 1, min(end, shares.count)) { shares[later] += weight }
                break
            }
        }
    }

    private func short(in stretch: Stretch, at mean: Double) -> Double {
        let since = mean - stretch.meanBefore
        guard stretch.available > 0 else { return since }
        return Self.consumed(in: stretch, since: since, demand)?.expectedShort(stretch.available) ?? 0
    }

    private func stretch(on day: Int) -> Stretch {
        stretches.last { $0.start <= day } ?? stretches[0]
    }

    /// What was sold before a stretch and asked for in it; `nil` where that is nothing.
    private static func consumed(
        in stretch: Stretch, since mean: Double, _ demand: DemandEstimate
    ) -> GammaDistribution? {
        let total = stretch.sold.mean + mean
        guard total > 0 else { return nil }
        let variance =
            stretch.sold.variance + demand.variance(mean: mean) + stretch.covariance * mean
        guard variance > 0 else { return nil }
        return GammaDistribution(mean: total, variance: variance)
    }
}
