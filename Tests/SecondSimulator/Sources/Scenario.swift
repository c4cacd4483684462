/// What kind of organisation a history is of.
public enum Scenario: String, Hashable, Sendable, CaseIterable {
    /// Nothing holds the wheel back.
    case healthy
    /// People take rows in another order than the queue's.
    case noRanking = "no-ranking"
    /// More comes than the staffed hours can end.
    case noCapacity = "no-capacity"
    /// Work ends without a usable root cause.
    case noCapture = "no-capture"
    /// Causes are recorded and come back, and nothing is decided.
    case noDecision = "no-decision"
    /// Problems are found once a week, or by people, late.
    case weeklyDetection = "weekly-detection"
    /// Closes are never checked, or left where the data refuted them.
    case noVerification = "no-verification"
    /// It reaches a stage and falls back.
    case regressing
    /// It goes through the five stages in order.
    case year
    /// There is too little to tell anything from.
    case tooLittle = "too-little"

    /// The word a diagnosis should find; `nil` where the scenario is about the stage and not about a stall.
    public var diagnosis: String? {
        switch self {
        case .regressing, .year: nil
        case .tooLittle: "inconclusive"
        default: rawValue
        }
    }
}
