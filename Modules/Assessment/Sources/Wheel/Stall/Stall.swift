/// A handoff at which the wheel may stall: a phase does its work, and the next gets nothing of it.
public enum Stall: String, Hashable, Sendable, Codable, CaseIterable {
    /// Problems are found in a weekly review, days after they began.
    case weeklyDetection = "weekly-detection"
    /// What is found is not taken in the order of its worth.
    case noRanking = "no-ranking"
    /// What is ranked waits, since more comes than people can end.
    case noCapacity = "no-capacity"
    /// What ends leaves no cause behind.
    case noCapture = "no-capture"
    /// Causes are known and come back, and nothing is decided.
    case noDecision = "no-decision"
    /// What was closed is never looked at again.
    case noVerification = "no-verification"

    /// The phase that passes nothing on.
    public var phase: WheelPhase {
        switch self {
        case .weeklyDetection: .visibility
        case .noRanking: .prioritization
        case .noCapacity: .resolution
        case .noCapture: .betterData
        case .noDecision: .betterDecisions
        case .noVerification: .betterPerformance
        }
    }
}
