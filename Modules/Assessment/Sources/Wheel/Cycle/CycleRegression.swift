public import FlywheelKit

/// A fall from a cycle that was held, with its likely reason.
public struct CycleRegression: Hashable, Sendable {
    /// What changed when it fell.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// A person who did much of the work does none any more.
        case keyPersonLeft = "key-person-left"
        /// Far more problems came than before.
        case queueFlooded = "queue-flooded"
        /// Work is no longer taken in the order of the queue.
        case rankingAbandoned = "ranking-abandoned"
        /// People have fewer hours for the queue than before.
        case fewerHours = "fewer-hours"
        /// None of these: the conditions that no longer hold are all that is known.
        case unexplained
    }

    /// The cycle that was held.
    public var from: Int
    /// The cycle that is left.
    public var to: Int
    /// When the first month began that no longer showed it.
    public var since: Instant
    /// The conditions that no longer held then, as they were in that month.
    public var lost: [CycleCondition]
    /// What changed then, the likeliest first; never empty.
    public var reasons: [Reason]
    /// Sentences that say so.
    public var evidence: [WheelEvidence]
}
