public import FlywheelKit

/// What one workflow's signal changed of another's findings and of the queue at one moment, found by taking it away.
///
/// Rows, findings and rows of the queue are those of a sample of chunks, ``LinkProbe/mostChunks`` of each account's
/// marketplace at most.
public struct MeasuredLink: Hashable, Sendable, Codable {
    /// The id of the workflow that publishes.
    public var from: String
    /// The id of the workflow that reads.
    public var to: String
    /// The signal they meet in.
    public var signal: SignalKey
    /// The moment the facts were looked at from.
    public var at: Instant
    /// Rows the reader looked at.
    public var rows = 0
    /// Rows at which the signal was published; `nil` where the reader looks at rows of another kind. Who has nothing to say of
    /// a row publishes nothing there, and is not less connected for it.
    public var published: Int?
    /// Rows at which the signal was there when the reader asked for it.
    public var read = 0
    /// Findings of the reader with the signal.
    public var findings = 0
    /// Of those, the ones that are not there without it.
    public var gone = 0
    /// Of those, the ones whose claim is another one without it.
    public var different = 0
    /// Findings that are there only without it.
    public var new = 0
    /// Rows of the queue that have an amount, with the signal and without it.
    public var ranked = 0
    /// Of those, the ones that stand more than one place elsewhere among each other, by amount; that rows came or went
    /// moves nobody.
    public var moved = 0
    /// By how many hours the facts behind the signal are older than the reader's, a mean over rows; below zero where they
    /// are newer, `nil` where nothing is dated.
    public var lagHours: Double?

    /// A link of which nothing was seen.
    public init(from: String, to: String, signal: SignalKey, at: Instant) {
        self.from = from
        self.to = to
        self.signal = signal
        self.at = at
    }
}
