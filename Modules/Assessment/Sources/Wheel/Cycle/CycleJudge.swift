import FlywheelKit
import Statistics

/// Judges the conditions of all five cycles, month by month.
///
/// What people do (order, causes, thresholds) is held against a fixed share. What came of it is held against what it was
/// before they did so: in the months when order was by hand, before causes were written down, or before any threshold was tuned;
/// where they did so from the start, against the first months watched, which it must not fall behind.
struct CycleJudge {
    let figures: CycleFigures
    let months: [MonthlyFigures.Month]
    let model: WheelModel
    /// When thresholds were changed.
    private let tuned: [Instant]
    /// The first month in order, the first with causes, and the first in which a threshold had been tuned; all months where
    /// there is none.
    let ranked: Int
    let caused: Int
    let tunedFrom: Int

    init(_ monthly: MonthlyFigures, figures: CycleFigures, history: WorkHistory, model: WheelModel) {
        let months = monthly.months
        self.months = months
        self.figures = figures
        self.model = model
        let tuned = history.decisions.filter { $0.kind == .threshold && $0.at > history.from }.map(\.at)
        self.tuned = tuned
        ranked = figures.order.firstIndex { $0.map { $0.value >= model.cycleOrder } ?? false } ?? months.count
        caused = figures.causes.firstIndex { $0.map { $0.value >= model.cycleCauses } ?? false } ?? months.count
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
                    text: kind.text(
                        reading.value, reading.limit, isSold: figures.isSold,
                        mayBeChance: outcome == .met && !reading.isReached))
                if outcome != .unknown { known[kind] = (condition, month) }
                return condition
            }
        }
    }

    /// What fell in a month before it had come to its limit: causes of which fewer are written down, and a queue that grows
    /// faster, than two months before, by more than slack and chance.
    func slips(in month: Int) -> [CycleCondition.Kind] {
        guard month >= 3 else { return [] }
        var found: [CycleCondition.Kind] = []
        if let now = figures.causes[month], let before = figures.causes[month - 2] {
            let all = (now.value * now.cases + before.value * before.cases) / (now.cases + before.cases)
            let spread = (all * (1 - all) * (1 / now.cases + 1 / before.cases)).squareRoot()
            let isLess = now.value < before.value * (1 - model.slack)
            if isLess, before.value - now.value > model.slipDeviations * spread { found.append(.causesCaptured) }
        }
        if let now = figures.flow[month], let before = figures.flow[month - 2] {
            let faster = now.grown / now.came - before.grown / before.came
            let (one, other) = (now.spread / now.came, before.spread / before.came)
            let spread = (one * one + other * other).squareRoot()
            if now.grown > 0, faster > max(model.slack, model.slipDeviations * spread) { found.append(.levelQueue) }
        }
        return found
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
            reading.isBroken = isUntuned(at: months[month].until)
            return reading
        case .detectionTime:
            return outcome(figures.lags, month, until: tunedFrom, model.detectionLimit, model.leastMonthly)
        case .openExposure: return exposure(month)
        case .listingsPerPerson:
            let first = figures.managed.prefix(3).compactMap(\.self)
            let mean = first.isEmpty ? nil : first.reduce(0, +) / Double(first.count)
            return .atLeast(mean.map { $0 * (1 + model.leastGrowth) }, figures.managed[month], model)
        case .repeatRate: return repeats(month)
        }
    }

    /// Whether nobody tunes any more: for half a year no threshold was changed, and at the pace before that so long a time is
    /// no chance. Of k changes in T weeks none comes in the next g with the probability (T/(T + g))ᵏ.
    private func isUntuned(at moment: Instant) -> Bool {
        guard let first = months.first?.from, let last = tuned.last(where: { $0 <= moment }) else { return true }
        let (gap, before) = (moment.days(since: last) / 7, max(1, last.days(since: first) / 7))
        if gap > model.longestUntunedWeeks { return true }
        let pace = Double(tuned.count { $0 <= moment }) * naturalLogarithm(1 + gap / before)
        return gap > model.untunedWeeks && pace > -naturalLogarithm(model.lossProbability)
    }

    /// Thresholds changed in some weeks before a moment.
    private func changes(_ weeks: Double, until moment: Instant) -> Int {
        tuned.count { $0 <= moment && moment.days(since: $0) <= 7 * weeks }
    }
}
