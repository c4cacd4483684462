import FlywheelKit
import Statistics

/// Judges the conditions of all five cycles, month by month.
///
/// What people do (order, causes, thresholds) is held against a fixed share. What came of it is held against what it was
/// before they did so: in the months when order was by hand, or before any threshold was tuned; where they did so from the start, against
/// the first months watched, which it must not fall behind.
struct CycleJudge {
    private let figures: CycleFigures
    private let months: [MonthlyFigures.Month]
    private let model: WheelModel
    /// When thresholds were changed.
    private let tuned: [Instant]
    /// The first month in order, and the first in which a threshold had been tuned; all months where there is none.
    private let ranked: Int
    private let tunedFrom: Int

    init(_ monthly: MonthlyFigures, history: WorkHistory, model: WheelModel) {
        let figures = CycleFigures(monthly, history: history, model: model)
        let months = monthly.months
        self.months = months
        self.figures = figures
        self.model = model
        let tuned = history.decisions.filter { $0.kind == .threshold && $0.at > history.from }.map(\.at)
        self.tuned = tuned
        ranked = figures.order.firstIndex { $0.map { $0.value >= model.cycleOrder } ?? false } ?? months.count
        tunedFrom = tuned.first.flatMap { first in months.firstIndex { $0.until > first } } ?? months.count
    }

    /// The conditions of each month, by cycle.
    ///
    /// A month in which too little happened keeps what was known in the quarter before it.
    func conditions() -> [[CycleCondition]] {
        var known: [CycleCondition.Kind: (condition: CycleCondition, month: Int)] = [:]
        return months.indices.map { month in
            CycleCondition.Kind.allCases.map { kind in
                let last = known[kind].flatMap { month - $0.month <= 3 ? $0.condition : nil }
                let reading = reading(of: kind, in: month)
                let outcome = reading.outcome(after: last?.outcome == .met)
                if outcome == .unknown, let last { return last }
                let condition = CycleCondition(
                    kind: kind, outcome: outcome, value: reading.value, limit: reading.limit,
                    text: kind.text(reading.value, reading.limit))
                if outcome != .unknown { known[kind] = (condition, month) }
                return condition
            }
        }
    }

    private func reading(of kind: CycleCondition.Kind, in month: Int) -> CycleReading {
        switch kind {
        case .oneQueue: return .atLeast(2, figures.workflows[month], model)
        case .rankedOrder:
            let score = figures.order[month]
            return .atLeast(model.cycleOrder, score?.value, spread: score.map { 1 / $0.cases.squareRoot() } ?? 0, model)
        case .heroResolution:
            return outcome(
                figures.heroes, month, until: ranked, model.resolutionLimit, model.leastHeroes, isShown: true)
        case .causesCaptured:
            let (share, limit) = (figures.causes[month], model.cycleCauses)
            let spread = share.map { (limit * (1 - limit) / $0.cases).squareRoot() } ?? 0
            return .atLeast(limit, share?.value, spread: spread, model)
        case .levelQueue: return level(month)
        case .thresholdsTuned:
            var reading = CycleReading.atLeast(1, Double(changes(model.tunedWeeks, until: months[month].until)), model)
            reading.isBroken = changes(model.untunedWeeks, until: months[month].until) == 0
            return reading
        case .detectionTime:
            return outcome(figures.lags, month, until: tunedFrom, model.detectionLimit, model.leastMonthly)
        case .openExposure:
            return outcome(
                figures.exposure, month, until: tunedFrom, model.exposureLimit, 1, apart: model.exposureApart)
        case .listingsPerPerson:
            let first = figures.managed.prefix(3).compactMap(\.self)
            let mean = first.isEmpty ? nil : first.reduce(0, +) / Double(first.count)
            return .atLeast(mean.map { $0 * model.listingsGrowth }, figures.managed[month], model)
        case .repeatRate: return repeats(month)
        }
    }

    /// What came of the work in a quarter, against what it was in the last quarter before people did so, or in the first months
    /// where there is none.
    private func outcome(
        _ cases: [[DurationCurve.Observation]], _ month: Int, until change: Int, _ limit: WheelModel.Limit,
        _ least: Int, apart: Double = 1, isShown: Bool = false
    ) -> CycleReading {
        let now = Array(cases[max(0, month - 2)...month].joined())
        let isChanged = change > 0 && month >= change
        let before = isChanged ? cases[max(0, change - 3)..<change] : cases.prefix(3)
        return .median(
            of: now, against: Array(before.joined()), times: isChanged ? limit.sooner : limit.noWorse, least: least,
            apart: apart, isShown: isShown, model)
    }

    /// The part of what came that the queue grew by; below zero where it shrank. Chance is that of two counts of open rows.
    private func level(_ month: Int) -> CycleReading {
        guard let flow = figures.flow[month] else { return CycleReading(limit: model.levelQueue) }
        let grown = flow.came - flow.ended
        return .atMost(
            model.levelQueue, grown / flow.came, slack: model.levelQueue,
            deviations: (grown - model.levelQueue * flow.came) / max(1, flow.open).squareRoot(), model)
    }

    /// What came back after the ends of a quarter, which have had their time a month later, against all months before it.
    private func repeats(_ month: Int) -> CycleReading {
        guard month >= 6 else { return CycleReading() }
        let (before, now) = (sum(0...month - 4), sum(month - 3...month - 1))
        let limit = before.rate.map { $0 * model.repeatFall }
        // Of all that came back, as much as its part of the listings is expected to have done so now.
        let all = Double(now.count + before.count)
        let weight = now.listings + model.repeatFall * before.listings
        let expected = weight > 0 ? now.listings / weight : 0
        let spread = (all * expected * (1 - expected)).squareRoot()
        return .atMost(
            limit, now.rate, slack: (limit ?? 0) * model.slack,
            deviations: spread > 0 ? (Double(now.count) - all * expected) / spread : 0, model)
    }

    private func sum(_ span: ClosedRange<Int>) -> CycleFigures.Repeats {
        figures.repeats[span].reduce(into: CycleFigures.Repeats()) {
            $0.count += $1.count
            $0.listings += $1.listings
        }
    }

    /// Thresholds changed in some weeks before a moment.
    private func changes(_ weeks: Double, until moment: Instant) -> Int {
        tuned.count { $0 <= moment && moment.days(since: $0) <= 7 * weeks }
    }
}
