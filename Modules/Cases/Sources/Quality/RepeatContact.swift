import Statistics

/// How often who asked had to come back about the same.
public struct RepeatContact: Hashable, Sendable {
    /// Came back, of the cases whose window is over; `open` counts those whose window is not.
    public let share: ShareSummary
    /// The same by the product-limit estimate of the time to coming back, in which open windows take part for as long as
    /// they were seen; `nil` without a case.
    public let estimate: Estimate?

    /// A share that is estimated, with bounds of 95 %.
    public struct Estimate: Hashable, Sendable {
        /// The share.
        public let share: Double
        /// Its lower bound; `nil` while nobody came back.
        public let low: Double?
        /// Its upper bound; `nil` while nobody came back.
        public let high: Double?
    }

    init(_ windows: [ContactWindow], seconds: Int64) {
        let answers = windows.map { $0.answer(within: seconds) }
        let open = answers.count { $0 == .tooEarly }
        share = ShareSummary(
            part: answers.count { $0 == .cameBack }, whole: answers.count - open, open: open)
        let curve = DurationCurve(
            windows.map { DurationCurve.Observation(Double($0.seen), ended: $0.cameBack) })
        estimate = curve.map { curve in
            let bounds = curve.interval(at: Double(seconds))
            return Estimate(
                share: 1 - curve.survival(at: Double(seconds)), low: bounds.map { 1 - $0.upperBound },
                high: bounds.map { 1 - $0.lowerBound })
        }
    }
}

/// The time after a case first ended, in which its person may come back.
struct ContactWindow: Hashable, Sendable {
    /// Seconds until they came back, or for which they were seen not to.
    let seen: Int64
    /// Whether they came back.
    let cameBack: Bool
    /// Seconds from the end to the moment of reading.
    let age: Int64

    /// Whether somebody came back within so many seconds.
    enum Answer: Hashable, Sendable {
        case cameBack, stayedAway, tooEarly
    }

    /// A case counts once its window is over, and not before, even if its person is back already: the others of its day
    /// may still come, and counting the early ones alone would make the share too high.
    func answer(within seconds: Int64) -> Answer {
        guard age >= seconds else { return .tooEarly }
        return cameBack && seen <= seconds ? .cameBack : .stayedAway
    }
}
