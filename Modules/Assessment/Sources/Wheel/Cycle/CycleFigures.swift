import FlywheelKit
import Statistics

/// The figures that conditions of cycles hang on, by month; `nil` where too little happened.
///
/// What people do is taken over a month and the one before, so that one thin month does not decide, and what came of it over a
/// quarter, since it scatters more.
struct CycleFigures {
    /// Workflows that problems came of.
    let workflows: [Double?]
    /// The score of order.
    let order: [Double?]
    /// Over a quarter, the median days to the end of tier A.
    let heroDays: [Double?]
    /// The share of work with a usable cause.
    let causes: [Double?]
    /// Over a quarter, (came - ended)/came: the part of what came that the queue grew by, below zero where it shrank.
    let growth: [Double?]
    /// Over a quarter, the median hours to detection.
    let lagHours: [Double?]
    /// Over a quarter, what the open queue has at risk, in weeks of sales, or for each listing where sales are not known.
    let exposure: [Double?]
    /// Listings for each full-time person.
    let managed: [Double?]

    init(_ figures: MonthlyFigures, history: WorkHistory, model: WheelModel) {
        let months = figures.months
        let pairs = months.indices.map { months[max(0, $0 - 1)...$0] }
        let quarters = months.indices.map { months[max(0, $0 - 2)...$0] }
        workflows = months.map { $0.came > 0 ? Double($0.workflows.count) : nil }
        order = Self.order(figures, history: history, model: model)
        heroDays = quarters.map { quarter in
            let seen = quarter.flatMap(\.heroes).map { DurationCurve.Observation($0.days, ended: $0.ended) }
            return seen.count >= model.leastHeroes ? DurationCurve(seen)?.quantile(0.5) : nil
        }
        causes = pairs.map { pair in
            let worked = pair.reduce(0) { $0 + $1.worked }
            return worked >= model.leastMonthly ? Double(pair.reduce(0) { $0 + $1.caused }) / Double(worked) : nil
        }
        growth = quarters.map { quarter in
            let came = quarter.reduce(0) { $0 + $1.came }
            return came >= model.leastMonthly
                ? Double(came - quarter.reduce(0) { $0 + $1.ended }) / Double(came) : nil
        }
        lagHours = quarters.map { quarter in
            let lags = quarter.flatMap(\.lags)
            return lags.count >= model.leastMonthly ? Robust.median(of: lags) : nil
        }
        let isSold = months.allSatisfy { ($0.revenue.value ?? 0) > 0 }
        exposure = quarters.map { quarter in
            let known = quarter.compactMap { month in
                month.openAtRisk.value.flatMap { risk in
                    (isSold ? month.revenue.value : month.listings.value).map { risk / $0 }
                }
            }
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
        managed = months.map { $0.perPerson($0.listings.value, model) }
    }

    /// The score of order over a month and the one before: that of the whole queue, or within workflows, whichever people keep
    /// to better.
    private static func order(_ figures: MonthlyFigures, history: WorkHistory, model: WheelModel) -> [Double?] {
        guard let first = figures.months.first else { return [] }
        // A window of all months: its weeks are quarters of them.
        let window = WheelWindow(from: first.from, until: history.until, weeks: 4 * figures.months.count)
        let queue = ClaimOrder(of: history, in: window, kept: 0).tally
        let lanes = LaneOrder(of: history, in: window, kept: 0).tally
        return figures.months.indices.map { month in
            let weeks = (4 * max(0, month - 1))..<(4 * month + 4)
            return [queue, lanes].compactMap { score($0, weeks, least: model.leastMonthly) }.max()
        }
    }

    private static func score(_ tally: WeeklyTally, _ weeks: Range<Int>, least: Int) -> Double? {
        let whole = tally.whole[weeks].reduce(0, +)
        guard tally.counts[weeks].reduce(0, +) >= least, whole > 0 else { return nil }
        return max(0, min(1, tally.part[weeks].reduce(0, +) / whole))
    }
}
