public import FlywheelKit

/// What a source says outright of a case's course, where its events need not show it: an export of the last state has no
/// history, and a log may count what no row of it tells.
///
/// A stated figure goes before one that is reckoned from ``Case/events``; `nil` means that the source does not say, never
/// zero.
public struct StatedFigures: Hashable, Sendable, Codable {
    /// When somebody of the desk first answered.
    public var firstAnswered: Instant?
    /// When it was solved, the last time.
    public var solved: Instant?
    /// When it was closed, the last time.
    public var closed: Instant?
    /// How often it was opened again.
    public var reopenings: Int?
    /// How often it passed from one person or group to another.
    public var reassignments: Int?
    /// How many answers the desk gave.
    public var replies: Int?
    /// Whether of all that was written the source told how it began, and nothing more; `nil` where it told of nothing written.
    public var tellsOpeningAlone: Bool?
    /// Whether the source holds its own promise for kept.
    public var keptPromise: Bool?

    /// Nothing is stated.
    public init() {}
}

extension StatedFigures {
    /// These figures, and of those that are unknown the others.
    func completed(by other: StatedFigures) -> StatedFigures {
        var all = self
        all.firstAnswered = firstAnswered ?? other.firstAnswered
        all.solved = solved ?? other.solved
        all.closed = closed ?? other.closed
        all.reopenings = reopenings ?? other.reopenings
        all.reassignments = reassignments ?? other.reassignments
        all.replies = replies ?? other.replies
        // Once the rest was told, it is known.
        all.tellsOpeningAlone = [tellsOpeningAlone, other.tellsOpeningAlone].compactMap(\.self).min { !$0 && $1 }
        all.keptPromise = keptPromise ?? other.keptPromise
        return all
    }
}
