import FlywheelKit
import Statistics

/// What some problems cost, for 30 days.
///
/// What a problem counted for is for a horizon of 30 days, so one that lasted d days cost about min(d, 30) / 30 of it; that
/// is rounded once a problem, half to even, and summed in whole minor units. The sum over the days that are judged is
/// brought to 30 days. Problems come by chance, so its interval is that of a sum of as many draws from them: sum ± 1.28 x
/// the root of count x variance, the central 80 % by the central limit theorem, and no less than 0.
struct WorthEstimate {
    /// Problems with an amount without which nothing is said.
    static let leastPriced = 5
    /// Days that must have been watched.
    private static let leastDays = 7.0
    /// Days that an amount at risk is for.
    private static let horizon = 30.0

    let history: WorkHistory
    /// Days over which the problems were counted.
    let days: Double

    /// What problems cost that would not have come, at most.
    ///
    /// - Parameters:
    ///   - places: The problems, by their place in the history.
    ///   - share: The share of them that it would keep from coming.
    ///   - formula: What is summed, in words.
    func worth(of places: [Int], share: Double = 1, formula: String) -> AssessmentDocument.Worth {
        let priced = places.filter { history.problems[$0].atRiskAtOpen != nil }
        guard days >= Self.leastDays else { return .unknown("watched for \(Int(days)) days, 7 needed") }
        guard priced.count >= Self.leastPriced else {
            return .unknown("\(priced.count) problems with an amount, \(Self.leastPriced) needed")
        }
        let costs = priced.map(cost)
        let scale = share * Self.horizon / days
        let sum = Double(costs.reduce(0, +))
        let reach = Self.reach * (Double(costs.count) * variance(costs.map(Double.init))).squareRoot()
        let unpriced = places.count > priced.count ? "; \(places.count - priced.count) without an amount left out" : ""
        return AssessmentDocument.Worth(
            amount: rounded(sum * scale), p10: rounded(max(0, sum - reach) * scale),
            p90: rounded((sum + reach) * scale), grade: grade(priced.count),
            basis: "\(formula), \(priced.count) in \(Int(days.rounded())) days, brought to 30\(unpriced)",
            evidence: evidence(priced))
    }

    /// What would not have been lost if problems that failed a check had lasted as long as those that passed it.
    ///
    /// Each keeps its own amount: sum over failing of amount x (days - mean days of passing) / 30, days no more than 30.
    /// Problems may have failed and lasted for the same other reason, so it is no more than a comparison; where its 80 %
    /// interval holds zero, nothing is said.
    func worth(failing: [Int], passing: [Int], check: String) -> AssessmentDocument.Worth {
        let late = failing.filter { history.problems[$0].atRiskAtOpen != nil }
        let timely = passing.filter { history.problems[$0].ended != nil }.map(lasted)
        guard late.count >= Self.leastPriced, timely.count >= 2 * Self.leastPriced, days >= Self.leastDays else {
            return .unknown("too few problems that failed \(check), or passed it, to compare")
        }
        let usual = timely.reduce(0, +) / Double(timely.count)
        let amounts = late.map { Double(history.problems[$0].atRiskAtOpen ?? 0) / Self.horizon }
        let saved = zip(late, amounts).map { $1 * (lasted($0) - usual) }
        let sum = saved.reduce(0, +)
        // The usual days are an estimate too, and an error in them moves every problem alike.
        let whole = amounts.reduce(0, +)
        let spread =
            Double(late.count) * variance(saved) + whole * whole * variance(timely) / Double(timely.count)
        let reach = Self.reach * spread.squareRoot()
        guard sum - reach > 0 else {
            return .unknown("problems that failed \(check) did not last longer, by more than chance")
        }
        let scale = Self.horizon / days
        return AssessmentDocument.Worth(
            amount: rounded(sum * scale), p10: rounded((sum - reach) * scale), p90: rounded((sum + reach) * scale),
            grade: grade(min(late.count, timely.count)), isUpperBound: false,
            basis:
                "if \(late.count) problems that failed \(check) had lasted as long as \(timely.count) that passed it",
            evidence: evidence(late))
    }

    /// What a problem cost in minor units while it was open.
    func cost(_ place: Int) -> Int64 {
        rounded(Double(history.problems[place].atRiskAtOpen ?? 0) * lasted(place) / Self.horizon)
    }

    /// Days a problem was open, no more than 30.
    private func lasted(_ place: Int) -> Double {
        let problem = history.problems[place]
        let end = min(problem.ended ?? history.until, history.until)
        return min(max(end.days(since: problem.detected), 0), Self.horizon)
    }

    /// Standard deviations from the middle to a bound of the central 80 %.
    private static let reach = SpecialFunctions.normalQuantile(0.9)

    private func variance(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    }

    private func evidence(_ places: [Int]) -> AssessmentDocument.Evidence {
        .init(
            "problems it was summed from", count: places.count,
            ids: places.prefix(Tally.samples).map { "X\(history.problems[$0].id)" })
    }

    private func rounded(_ amount: Double) -> Int64 { Int64(amount.rounded(.toNearestOrEven)) }

    private func grade(_ count: Int) -> String { count < 20 ? "low" : count < 100 ? "medium" : "high" }
}
