/// What is the matter with a simulated organisation. Its name stands in no store.
public enum Scenario: String, Hashable, Sendable, CaseIterable {
    /// Nothing is.
    case healthy
    /// People take rows in another order than the queue's.
    case noRanking = "no-ranking"
    /// More comes than the staffed hours can end.
    case noCapacity = "no-capacity"
    /// Work ends without a usable root cause.
    case noCapture = "no-capture"
    /// Causes are recorded, come back, and nothing is decided.
    case noDecision = "no-decision"
    /// Problems are found in a weekly review, or by people late.
    case weeklyDetection = "weekly-detection"
    /// Closes are not checked, or what was refuted is left.
    case noVerification = "no-verification"
    /// It reaches a stage of the cycle and falls back.
    case regressing
    /// It moves through the five stages of the cycle in order.
    case year

    /// What the scenario sets and between which bounds; everything else is drawn as in any organisation.
    public var sets: String {
        switch self {
        case .healthy: "nothing: every dial is drawn from what is ordinary"
        case .noRanking:
            "0 to 30 % of rows taken in the order of the queue, the rest oldest first, loudest first or at random"
        case .noCapacity: "work that comes is 1.25 to 2 times what the staffed hours can end"
        case .noCapture:
            "5 to 40 % of what ends has a usable cause, the rest vanishes or is closed as other or unknown;"
                + " 20 to 40 % of causes come back"
        case .noDecision: "no decision, or one in 16 to 30 weeks; 20 to 45 % of causes come back"
        case .weeklyDetection:
            "one turn a week, or 55 to 90 % of problems found by people 4 to 9 days late, or both"
        case .noVerification:
            "a complete snapshot every 4 to 9 weeks, or 30 to 60 % of closes refuted and 80 to 100 % of those left, or both"
        case .regressing:
            "the stages of year up to the second, third or fourth; then the one who does most leaves, or a policy"
                + " brings 3 to 5 times as much, or the order of the queue is given up"
        case .year:
            "order by hand; order from revenue at risk; causes recorded and prevented; thresholds tuned and detection"
                + " faster; a larger catalogue with the same people"
        }
    }
}
