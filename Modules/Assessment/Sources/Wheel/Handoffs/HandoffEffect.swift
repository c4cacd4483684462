public import FlywheelKit

/// What taking out one handoff did to the time from detection to the end.
public struct HandoffEffect: Hashable, Sendable {
    /// What came of it.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// Problems end sooner, by more than chance explains.
        case faster
        /// Problems end later, by more than chance explains.
        case slower
        /// It may be chance.
        case inconclusive
        /// Too little has happened since, or had before, to tell.
        case notMeasured = "not-measured"
    }

    /// The number of the decision that took it out.
    public var decision: Int64
    /// What was taken out.
    public var subject: String
    /// When.
    public var at: Instant
    /// The month of the history it counts for, from 1.
    public var month: Int
    /// The median hours from detection to the end before, open ones counted for as long as they were seen.
    public var before: Double?
    /// The same after.
    public var after: Double?
    /// After over before, where it lies with a probability of 80 %; `nil` where it was not measured.
    public var ratio: ClosedRange<Double>?
    /// Problems looked at before.
    public var beforeCount: Int
    /// Problems looked at after.
    public var afterCount: Int
    /// What came of it.
    public var outcome: Outcome
}
