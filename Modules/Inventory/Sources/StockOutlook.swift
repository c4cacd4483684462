import FlywheelKit
import Statistics

/// How likely it is, day by day, that nothing is left to sell, and how much of each day's demand finds nothing.
///
/// Where arrivals scatter, the outlook is a mixture of three: all come early, as expected, or late, weighted 0.3, 0.4 and
/// 0.3 (J. Swanson's rule for a distribution known by its 10th, 50th and 90th percentile; A. Hurst, G. Brown and R. Swanson,
/// "Swanson's 30-40-30 rule", AAPG Bulletin 84, 2000).
struct StockOutlook {
    private let cases: [(weight: Double, course: StockCourse)]

    init(fulfillable: Int, arrivals: [Arrival], _ demand: DemandEstimate) {
        func course(_ day: (Arrival) -> Int) -> StockCourse {
            StockCourse(
                fulfillable: max(0, fulfillable), arrivals: arrivals.map { (day($0), Double($0.units)) }, demand)
        }
        if arrivals.contains(where: { $0.early != $0.late }) {
            cases = [(0.3, course(\.early)), (0.4, course(\.day)), (0.3, course(\.late))]
        } else {
            cases = [(1, course(\.day))]
        }
    }

    /// The probability that nothing is left in the middle of a day from today on, 0 being today, that comes sooner or later by
    /// a deviation.
    func emptyProbability(on day: Int, deviation: Double = 0) -> Double {
        cases.reduce(0) { $0 + $1.weight * $1.course.emptyProbability(on: day, deviation: deviation) }
    }

    /// The probability of running out at some time within the days to cover, the last of which comes sooner or later as the
    /// lead time does.
    func emptyProbability(within cover: Cover) -> Double {
        cases.reduce(0) { $0 + $1.weight * $1.course.emptyProbability(within: cover) }
    }

    /// The first day, 0 being today, on which running out is at least so likely, once all that is on its way has come: what
    /// runs out before that no order changes. `nil` when no day of the coming year is.
    ///
    /// - Parameter deviation: how much sooner or later than thought a day comes, as one does on which an order arrives.
    func firstDay(emptyWith probability: Double, deviation: Double = 0) -> Int? {
        let last = 364
        let first = cases.flatMap { $0.course.stretches.map(\.start) }.max() ?? 0
        // From there on it only rises, so the days are searched by halves.
        guard first <= last, emptyProbability(on: last, deviation: deviation) >= probability else { return nil }
        var days = first..<last + 1
        while days.count > 1 {
            let middle = days.lowerBound + (days.count - 1) / 2
            days =
                emptyProbability(on: middle, deviation: deviation) >= probability
                ? days.lowerBound..<middle + 1 : middle + 1..<days.upperBound
        }
        return days.lowerBound
    }

    /// The share of each day's demand that finds nothing: E[short]/E[demand], for so many days from today on.
    func shortShares(days: Int) -> [Double] {
        var shares = [Double](repeating: 0, count: days)
        for (weight, course) in cases { course.addShortShares(weight: weight, to: &shares) }
        return shares
    }
}
