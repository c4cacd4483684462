import FlywheelKit
import Statistics

/// The figures that conditions of cycles hang on, by month, and the cases behind them; `nil` where too little happened.
///
/// What people do is taken over a month and the one before, so that one thin month does not decide, and what came of it over a
/// quarter, since it scatters more.
struct CycleFigures {
    /// A share of some cases.
    struct Share {
        var value: Double
        var cases: Double
    }

    /// What came back in some months, in a catalogue of so many listings.
    struct Repeats {
        var count = 0
        var listings = 0.0

        /// For each thousand listings and month.
        var rate: Double? { listings > 0 ? 1_000 * Double(count) / listings : nil }
    }

    /// Over a quarter, the workflows that problems came of.
    let workflows: [Double?]
    /// The score of order, of as many independent choices.
    let order: [Share?]
    /// The share of work with a usable cause.
    let causes: [Share?]
    /// What came, what ended, and the rows that were open before and at the end together.
    let flow: [(came: Double, ended: Double, open: Double)?]
    /// By month, how long tier A took.
    let heroes: [[DurationCurve.Observation]]
    /// By month, hours to detection.
    let lags: [[DurationCurve.Observation]]
    /// By month, what the open queue had at risk by week, in weeks of sales, or for each listing where sales are not known.
    let exposure: [[DurationCurve.Observation]]
    /// Listings for each full-time person.
    let managed: [Double?]
    /// What came back; none where too little had the time to.
    let repeats: [Repeats]

    init(_ figures: MonthlyFigures, history: WorkHistory, model: WheelModel) {
        let months = figures.months
        let pairs = months.indices.map { months[max(0, $0 - 1)...$0] }
        let quarters = months.indices.map { months[max(0, $0 - 2)...$0] }
        workflows = quarters.map { quarter in
            let known = quarter.reduce(into: Set<Int>()) { $0.formUnion($1.workflows) }
            return known.isEmpty ? nil : Double(known.count)
        }
        order = Self.order(figures, history: history, model: model)
        causes = pairs.map { pair in
            let worked = pair.reduce(0) { $0 + $1.worked }
            guard worked >= model.leastMonthly else { return nil }
            return Share(value: Double(pair.reduce(0) { $0 + $1.caused }) / Double(worked), cases: Double(worked))
        }
        flow = zip(pairs, quarters).map { pair, quarter in
            let came = pair.reduce(0) { $0 + $1.came }
            let open = [quarter.first, quarter.last].compactMap { $0?.open.value }.reduce(0, +)
            return came >= model.leastMonthly ? (Double(came), Double(pair.reduce(0) { $0 + $1.ended }), open) : nil
        }
        heroes = months.map { $0.heroes.map { DurationCurve.Observation($0.days, ended: $0.ended) } }
        lags = months.map { $0.lags.map { DurationCurve.Observation($0, ended: true) } }
        let isSold = months.allSatisfy { ($0.revenue.value ?? 0) > 0 }
        exposure = months.map { month in
            guard let size = isSold ? month.revenue.value : month.listings.value, size > 0 else { return [] }
            return month.weeklyAtRisk.compactMap(\.value).map { DurationCurve.Observation($0 / size, ended: true) }
        }
        let areHoursSaid = months.contains { $0.staffHours.value != nil }
        managed = months.map { month in
            if areHoursSaid { return month.perPerson(month.listings.value, model) }
            // Whoever worked is known even where nobody said how many hours people have.
            return month.workers.isEmpty ? nil : month.listings.value.map { $0 / Double(month.workers.count) }
        }
        repeats = months.map { month in
            guard month.repeatable >= model.leastRepeatable, let listings = month.listings.value else {
                return Repeats()
            }
            return Repeats(count: month.repeated, listings: listings)
        }
    }

    /// The score of order over a month and the one before: that of the whole queue, or within workflows, whichever people keep
    /// to better.
    private static func order(_ figures: MonthlyFigures, history: WorkHistory, model: WheelModel) -> [Share?] {
        guard let first = figures.months.first else { return [] }
        // A window of all months: its weeks are quarters of them.
        let window = WheelWindow(from: first.from, until: history.until, weeks: 4 * figures.months.count)
        let queue = ClaimOrder(of: history, in: window, kept: 0).tally
        let lanes = LaneOrder(of: history, in: window, kept: 0).tally
        return figures.months.indices.map { month in
            let weeks = (4 * max(0, month - 1))..<(4 * month + 4)
            return [queue, lanes].compactMap { score($0, weeks, least: model.leastMonthly) }
                .max { $0.value < $1.value }
        }
    }

    private static func score(_ tally: WeeklyTally, _ weeks: Range<Int>, least: Int) -> Share? {
        let whole = tally.whole[weeks].reduce(0, +)
        guard tally.counts[weeks].reduce(0, +) >= least, whole > 0 else { return nil }
        return Share(value: max(0, min(1, tally.part[weeks].reduce(0, +) / whole)), cases: whole)
    }
}
