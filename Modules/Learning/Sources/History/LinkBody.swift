public import FlywheelStore
import FlywheelRuntime

/// The body of a link's ``FlywheelStore/LoopRecord``: the newest measurement of what one workflow does for another through a
/// signal. Its ``FlywheelStore/LoopRecord/at`` is the moment it was measured at, its workflow the one that reads.
public struct LinkBody: Hashable, Sendable, Codable {
    /// The id of the workflow that publishes.
    public var from: String
    /// The id of the workflow that reads.
    public var to: String
    /// The signal they meet in.
    public var signal: String
    /// See ``Assessment/WorkflowLink/rows``; the others likewise.
    public var rows: Int
    /// Rows on which the signal was published.
    public var published: Int?
    /// Rows on which the signal was there to read.
    public var read: Int
    /// Findings of the reader with the signal, and those that are there only without it.
    public var findings: Int
    /// Those of them that are not there, or claim something else, without it, or are there only without it.
    public var changedFindings: Int
    /// Rows of the queue that stand elsewhere without it.
    public var movedRanks: Int
    /// Hours between the facts the signal rests on and those of its reader.
    public var lagHours: Double?

    /// A measurement.
    public init(
        from: String, to: String, signal: String, rows: Int, read: Int, findings: Int, changedFindings: Int,
        movedRanks: Int, lagHours: Double? = nil
    ) {
        self.from = from
        self.to = to
        self.signal = signal
        self.rows = rows
        self.read = read
        self.findings = findings
        self.changedFindings = changedFindings
        self.movedRanks = movedRanks
        self.lagHours = lagHours
    }

    /// What a kept measurement says.
    public init(_ record: LoopRecord) throws { self = try CanonicalJSON.value(Self.self, from: record.body) }

    /// It as canonical JSON.
    public var json: String { get throws { try CanonicalJSON.text(self) } }

    /// What no other pair and signal has.
    public var key: String { "\(from) \(to) \(signal)" }
}
