/// The six phases of the wheel, in their order.
public enum WheelPhase: String, Hashable, Sendable, Codable, CaseIterable {
    /// What is happening is seen.
    case visibility
    /// What matters most is taken first.
    case prioritization
    /// Somebody takes it on and ends it.
    case resolution
    /// What was learned from it is written down.
    case betterData = "better-data"
    /// What was learned changes how people work.
    case betterDecisions = "better-decisions"
    /// What was done is checked against what came of it.
    case betterPerformance = "better-performance"
}
