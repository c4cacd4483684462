public import FlywheelKit

/// What was measured of one workflow's effect on another at one moment, by looking with and without what it publishes.
public struct WorkflowLink: Hashable, Sendable {
    /// The place of the workflow that publishes in ``WorkHistory/workflows``.
    public var from: Int
    /// The place of the workflow that reads.
    public var to: Int
    /// The signal they meet in.
    public var signal: String
    /// When it was measured.
    public var at: Instant
    /// Rows on which the reader could have read it: those it looked at.
    public var rows: Int
    /// Rows on which it was published; `nil` where that is not known, and all rows count.
    public var published: Int?
    /// Rows on which it was there to read.
    public var read: Int
    /// Findings of the reader with the signal, and those that are there only without it.
    public var findings: Int
    /// Those of them that are not there, or claim something else, without it, or are there only without it.
    public var changedFindings: Int
    /// Rows of the queue that stand elsewhere without it, by more than one place.
    public var movedRanks: Int
    /// Hours between the facts the signal rests on and those of its reader; `nil` where neither is dated.
    public var lagHours: Double?

    /// A measurement in which nothing was read.
    public init(from: Int, to: Int, signal: String, at: Instant) {
        self.from = from
        self.to = to
        self.signal = signal
        self.at = at
        rows = 0
        read = 0
        findings = 0
        changedFindings = 0
        movedRanks = 0
    }
}
