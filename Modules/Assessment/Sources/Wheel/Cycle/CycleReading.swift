import Statistics

/// What one condition comes to in one month.
///
/// It is reached where the figure meets its limit, and given up only where the figure misses it by more than the model's slack
/// and by more than chance: whoever looks every month at a figure that scatters would otherwise see it cross the limit to and fro.
struct CycleReading {
    /// The figure; `nil` where too little happened.
    var value: Double?
    /// What it is held against; `nil` where that is not known.
    var limit: Double?
    /// Whether the figure is on the right side of the limit.
    var isReached = false
    /// Whether that reaches the condition, by chance or not; `nil` where it is not known.
    var isMet: Bool?
    /// Whether that gives up a condition that held.
    var isBroken = false

    /// Whether the condition holds, given whether it did before.
    func outcome(after held: Bool) -> CycleCondition.Outcome {
        guard let isMet else { return .unknown }
        return isMet || (held && !isBroken) ? .met : .notMet
    }

    /// A figure that has to reach a limit.
    ///
    /// - Parameter spread: the standard deviation of the figure by chance, near the limit.
    static func atLeast(_ limit: Double?, _ value: Double?, spread: Double = 0, _ model: WheelModel) -> CycleReading {
        guard let limit, let value else { return CycleReading(value: value, limit: limit) }
        return CycleReading(
            value: value, limit: limit, isReached: value >= limit, isMet: value >= limit,
            isBroken: value < limit * (1 - model.slack) && value < limit - model.lossDeviations * spread)
    }

    /// A figure that must not pass a limit.
    ///
    /// - Parameters:
    ///   - slack: how far it may pass it and still hold.
    ///   - deviations: how many standard deviations of chance it passes it by.
    ///   - isShown: whether a figure beyond the limit must also be beyond chance not to meet it.
    static func atMost(
        _ limit: Double?, _ value: Double?, slack: Double, deviations: Double, isShown: Bool = false,
        _ model: WheelModel
    ) -> CycleReading {
        guard let limit, let value else { return CycleReading(value: value, limit: limit) }
        return CycleReading(
            value: value, limit: limit, isReached: value <= limit,
            isMet: value <= limit || (isShown && deviations <= model.lossDeviations),
            isBroken: value > limit + slack && deviations > model.lossDeviations)
    }

    /// The median of some durations, or of other figures, against that of earlier ones.
    ///
    /// - Parameters:
    ///   - factor: on the earlier median, which makes it the limit.
    ///   - isShown: whether a median beyond the limit must also be beyond chance not to meet it.
    static func median(
        of now: DurationSample, against before: DurationSample, times factor: Double, least: Int, isShown: Bool = false,
        _ model: WheelModel
    ) -> CycleReading {
        let value = now.count >= least ? DurationCurve(now)?.quantile(0.5) : nil
        let limit = before.count >= least ? DurationCurve(before)?.quantile(0.5).map { $0 * factor } : nil
        let later = DurationComparison(now, against: before.scaled(by: factor))?.z ?? 0
        return atMost(
            limit, value, slack: (limit ?? 0) * model.slack, deviations: later, isShown: isShown, model)
    }
}
