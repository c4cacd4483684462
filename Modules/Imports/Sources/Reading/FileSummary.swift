public import FlywheelKit

/// What was found in a file.
public struct FileSummary: Hashable, Sendable {
    /// Rows that became facts.
    public internal(set) var kept = 0
    /// Rows that did not.
    public internal(set) var rejected = 0
    /// For logs: the first and last moment between which the file knows of everything that happened, both included;
    /// `nil` for other feeds, and where the rows vouch for no span.
    public internal(set) var covers: ClosedRange<Instant>?
    /// The parts of ``covers`` of which it knows nothing all the same, both ends included, the earliest first.
    public internal(set) var gaps: [ClosedRange<Instant>] = []
    /// Whether the last line is ended; `true` where there are no lines.
    public var endsWithLineEnd: Bool { end.hasLineEnd }
    /// The line of the last row where it has fewer cells than there are headings, and no line end after it.
    public var brokenOffAt: Int? { end.brokenOffAt }
    var end = FileEnd()
    /// The feed's columns with amounts of which nothing says the currency: of these the file does not say how they stand.
    public internal(set) var openColumns: Set<String> = []
    /// What was made of cells that may surprise.
    public internal(set) var warnings: [ImportWarning] = []
}

/// How far a file has been read.
public struct ReadProgress: Hashable, Sendable {
    /// Rows read, kept and rejected.
    public internal(set) var rows = 0
    /// Bytes of text read, after decompression.
    public internal(set) var bytes = 0

    /// So much is read.
    public init(rows: Int = 0, bytes: Int = 0) {
        self.rows = rows
        self.bytes = bytes
    }
}
