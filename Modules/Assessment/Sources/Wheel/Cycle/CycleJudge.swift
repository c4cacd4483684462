import FlywheelKit

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
    /// Months in which order was by hand, and in which no threshold had been tuned.
    private let manual: [Int]
    private let untuned: [Int]

    init(_ monthly: MonthlyFigures, history: WorkHistory, model: WheelModel) {
        let figures = CycleFigures(monthly, history: history, model: model)
        let months = monthly.months
        self.months = months
        self.figures = figures
        self.model = model
        let tuned = history.decisions.filter { $0.kind == .threshold && $0.at > history.from }.map(\.at)
        self.tuned = tuned
        // Only months before the first in order: where it is given up later, what came before is no longer "by hand".
        let firstRanked = figures.order.firstIndex { $0.map { $0 >= model.cycleOrder } ?? false }
        manual = Array(0..<(firstRanked ?? months.count)).filter { figures.order[$0] != nil }
        untuned = months.indices.filter { month in tuned.first.map { months[month].until <= $0 } ?? true }
    }

    /// The conditions of each month, by cycle.
    ///
    /// One that held may miss its limit by the model's slack and still hold, and a month in which too little happened keeps
    /// what was known in the quarter before it.
    func conditions() -> [[CycleCondition]] {
        var known: [CycleCondition.Kind: (condition: CycleCondition, month: Int)] = [:]
        return months.indices.map { month in
            CycleCondition.Kind.allCases.map { kind in
                let last = known[kind].flatMap { month - $0.month <= 3 ? $0.condition : nil }
                let judged = judged(kind, month, slack: last?.outcome == .met ? model.slack : 0)
                if judged.outcome == .unknown, let last { return last }
                let condition = CycleCondition(
                    kind: kind, outcome: judged.outcome, value: judged.value, limit: judged.limit,
                    text: kind.text(judged.value, judged.limit))
                if judged.outcome != .unknown { known[kind] = (condition, month) }
                return condition
            }
        }
    }

    private typealias Judged = (value: Double?, limit: Double?, outcome: CycleCondition.Outcome)

    private func judged(_ kind: CycleCondition.Kind, _ month: Int, slack: Double) -> Judged {
        let (low, high) = (1 - slack, 1 + slack)
        return switch kind {
        case .oneQueue: atLeast(2, figures.workflows[month])
        case .rankedOrder: atLeast(model.cycleOrder * low, figures.order[month])
        case .heroResolution: held(figures.heroDays, month, before: manual, model.resolutionLimit, high)
        case .causesCaptured: atLeast(model.cycleCauses * low, figures.causes[month])
        case .levelQueue: atMost(model.levelQueue + slack / 4, figures.growth[month])
        case .thresholdsTuned: atLeast(1, Double(changes(until: months[month].until)))
        case .detectionTime: held(figures.lagHours, month, before: untuned, model.detectionLimit, high)
        case .openExposure: held(figures.exposure, month, before: untuned, model.exposureLimit, high)
        case .listingsPerPerson:
            atLeast(
                Self.mean(figures.managed.prefix(3)).map { $0 * model.listingsGrowth * low }, figures.managed[month])
        case .repeatRate:
            // The ends of a month have had their time a month later.
            atMost(repeats(month - 6, month - 4).map { $0 * model.repeatFall * high }, repeats(month - 3, month - 1))
        }
    }

    /// A figure against what it was before, or where there is no before, in the first months it is known of.
    private func held(_ figure: [Double?], _ month: Int, before: [Int], _ limit: WheelModel.Limit, _ slack: Double)
        -> Judged
    {
        let earlier = before.filter { $0 < month }
        if let mean = Self.mean(earlier.suffix(3).map { figure[$0] }), !earlier.isEmpty, !before.contains(month) {
            return atMost(mean * limit.sooner * slack, figure[month])
        }
        let first = Self.mean(figure.prefix(3))
        return atMost(first.map { $0 * limit.noWorse * slack }, figure[month])
    }

    /// Thresholds changed in the quarter before a moment.
    private func changes(until moment: Instant) -> Int {
        tuned.count { $0 <= moment && moment.days(since: $0) <= 7 * model.tunedWeeks }
    }

    /// The share of confirmed ends of some months after which the same came back.
    private func repeats(_ first: Int, _ last: Int) -> Double? {
        guard first >= 0 else { return nil }
        let repeated = months[first...last].reduce(0) { $0 + $1.repeated }
        let repeatable = months[first...last].reduce(0) { $0 + $1.repeatable }
        return repeatable >= model.leastMonthly ? Double(repeated) / Double(repeatable) : nil
    }

    private func atLeast(_ limit: Double?, _ value: Double?) -> Judged {
        guard let value, let limit else { return (value, limit, .unknown) }
        return (value, limit, value >= limit ? .met : .notMet)
    }

    private func atMost(_ limit: Double?, _ value: Double?) -> Judged {
        guard let value, let limit else { return (value, limit, .unknown) }
        return (value, limit, value <= limit ? .met : .notMet)
    }

    private static func mean(_ values: some Sequence<Double?>) -> Double? {
        let known = values.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
}
