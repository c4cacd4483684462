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

    /// What came in two months and what the queue grew by, with the standard deviation of that by chance.
    struct Flow {
        var came: Double
        var grown: Double
        var spread: Double
    }

    /// What came back after some months' work.
    struct Repeats {
        /// Confirmed ends that the same came back after in time, and all that had the time to.
        var count = 0
        var confirmed = 0
        /// All work that ended: confirmed ends speak for the rest, of which nobody knows what came back.
        var worked = 0
        /// Listings, each as busy as usual.
        var listings = 0.0

        /// The listings that confirmed ends speak for.
        var exposure: Double { worked > 0 ? listings * Double(confirmed) / Double(worked) : 0 }
        /// For each thousand listings and month.
        var rate: Double? { exposure > 0 ? 1_000 * Double(count) / exposure : nil }
    }

    /// Over a quarter, the workflows that problems came of.
    let workflows: [Double?]
    /// The score of order, of as many independent choices.
    let order: [Share?]
    /// The share of work with a usable cause.
    let causes: [Share?]
    /// Over two months, what came, by how much the queue grew, and how far it does so by chance.
    let flow: [Flow?]
    /// By month, how long tier A took.
    let heroes: [DurationSample]
    /// By month, hours to detection.
    let lags: [DurationSample]
    /// Whether sales are known of every month.
    let isSold: Bool
    /// What the open queue of a quarter had at risk, in weeks of sales, or for each listing where sales are not known, and of
    /// how many problems' chance that is.
    let exposure: [Share?]
    /// Listings for each full-time person.
    let managed: [Double?]
    /// What came back after the work of each month.
    let repeats: [Repeats]

    init(_ figures: MonthlyFigures, taken: TakenWork, lanes: LaneOrder, model: WheelModel) {
        let months = figures.months
        let pairs = months.indices.map { months[max(0, $0 - 1)...$0] }
        let quarters = months.indices.map { months[max(0, $0 - 2)...$0] }
        workflows = quarters.map { quarter in
            let known = quarter.reduce(into: Set<Int>()) { $0.formUnion($1.workflows) }
            return known.isEmpty ? nil : Double(known.count)
        }
        order = Self.order(months, taken: taken, lanes: lanes, model: model)
        causes = pairs.map { pair in
            let worked = pair.reduce(0) { $0 + $1.worked }
            guard worked >= model.leastMonthly else { return nil }
            return Share(value: Double(pair.reduce(0) { $0 + $1.caused }) / Double(worked), cases: Double(worked))
        }
        flow = Self.flow(pairs, quarters, least: model.leastMonthly)
        heroes = months.map { DurationSample($0.heroes) }
        lags = months.map { DurationSample(ended: $0.lags) }
        let isSold = months.allSatisfy { ($0.revenue.value ?? 0) > 0 }
        self.isSold = isSold
        let sizes = months.map { isSold ? $0.revenue.value : $0.listings.value }
        exposure = quarters.map { quarter in
            let weekly = quarter.indices.flatMap { month in
                quarter[month].weeklyAtRisk.compactMap { week in
                    week.value.flatMap { value in sizes[month].flatMap { $0 > 0 ? value / $0 : nil } }
                }
            }
            return Robust.median(of: weekly).map { Share(value: $0, cases: quarter.last?.atRisk.effective ?? 0) }
        }
        let areHoursSaid = months.contains { $0.staffHours.value != nil }
        managed = months.map { month in
            if areHoursSaid { return month.perPerson(month.listings.value, model) }
            // Whoever worked is known even where nobody said how many hours people have.
            return month.workers.isEmpty ? nil : month.listings.value.map { $0 / Double(month.workers.count) }
        }
        // Seasons bring more of everything, so a month counts for as many listings as it sold like.
        let (sold, listed) = (sizes.compactMap(\.self).reduce(0, +), months.compactMap(\.listings.value).reduce(0, +))
        repeats = zip(months, sizes).map { month, size in
            Repeats(
                count: month.repeated, confirmed: month.repeatable, worked: month.worked,
                listings: sold > 0 ? (size ?? 0) * listed / sold : 0)
        }
    }

    /// What came of two months, and the rows the queue grew by. Chance is that of two counts of open rows at the least; where
    /// problems come in bursts it is how far the queue grew and shrank over two months before, without what was out of the way.
    private static func flow(
        _ pairs: [ArraySlice<MonthlyFigures.Month>], _ quarters: [ArraySlice<MonthlyFigures.Month>], least: Int
    ) -> [Flow?] {
        let grown = pairs.map { pair in Double(pair.reduce(0) { $0 + $1.came - $1.ended }) }
        return pairs.indices.map { place in
            let came = pairs[place].reduce(0) { $0 + $1.came }
            guard came >= least else { return nil }
            let open = [quarters[place].first, quarters[place].last].compactMap { $0?.open.value }.reduce(0, +)
            let earlier = grown[min(1, place)..<place]
            let usual = earlier.count >= 3 ? Robust.medianAbsoluteDeviation(of: Array(earlier)) ?? 0 : 0
            return Flow(
                came: Double(came), grown: grown[place],
                spread: max(max(1, open).squareRoot(), usual * Robust.normalConsistency))
        }
    }

    /// The score of order over a month and the one before: that of the whole queue, or within workflows, whichever people keep
    /// to better.
    private static func order(
        _ months: [MonthlyFigures.Month], taken: TakenWork, lanes: LaneOrder, model: WheelModel
    ) -> [Share?] {
        guard let first = months.first, let last = months.last else { return [] }
        // A window of all months: its weeks are quarters of them.
        let window = WheelWindow(from: first.from, until: last.until, weeks: 4 * months.count)
        let queue = ClaimOrder(of: taken, in: window, kept: 0).tally
        let lanes = lanes.tally(in: window)
        return months.indices.map { month in
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
