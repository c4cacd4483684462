public import FlywheelKit

/// A fall: conditions of cycles that had held and no longer did, with the likely reason.
///
/// What was lost may belong to a cycle that was never reached, such as a level queue where causes were never recorded; then the
/// cycle stays what it was.
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

    /// The cycle before it.
    public var from: Int
    /// The lowest cycle during it.
    public var to: Int
    /// When the first month began that showed it.
    public var since: Instant
    /// When all that was lost held again; `nil` as long as it does not.
    public var regained: Instant?
    /// The conditions that were lost, as they were in the newest month that did not meet them.
    public var lost: [CycleCondition]
    /// What changed then, the likeliest first; never empty.
    public var reasons: [Reason]
    /// Sentences that say so.
    public var evidence: [WheelEvidence]
}
