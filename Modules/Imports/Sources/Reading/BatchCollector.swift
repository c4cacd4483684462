import Calendars
import FlywheelKit

/// Puts converted batches together to deliveries of a size that stores like, and sums them up.
struct BatchCollector {
    private let batchRows: Int
    private var parts: [FactRows] = []
    private var keptInParts = 0
    /// What was delivered last; the next delivery lies in its memory, unless somebody keeps it.
    private var spare: FactRows?
    private var rejected: [RejectedRow] = []
    /// Rejected rows of a single cell, which are footers unless another row follows.
    private var undecided: [RejectedRow] = []
    private var coverage = Coverage()
    private var warnings = WarningTally()
    private(set) var summary = FileSummary()
    private(set) var progress = ReadProgress()

    init(batchRows: Int) {
        self.batchRows = batchRows
    }

    mutating func add(_ converted: ConvertedBatch) {
        let facts = converted.facts
        let decided = converted.rejected.dropLast(converted.lastOneCellRows)
        if converted.rowCount > converted.lastOneCellRows {
            rejected += undecided
            undecided = []
        }
        rejected += decided
        undecided += converted.rejected.suffix(converted.lastOneCellRows)
        parts.append(facts)
        keptInParts += facts.codes.count
        coverage.merge(converted.coverage)
        warnings.merge(converted.warnings)
        summary.kept += facts.codes.count
        summary.rejected += converted.rejected.count
        summary.endsWithLineEnd = converted.endsWithLineEnd
        summary.brokenOffAt = converted.brokenOffAt
        progress.rows += converted.rowCount
        progress.bytes += converted.bytes
    }

    /// What is to be delivered now; nil while there is less than a delivery.
    mutating func next() -> (FactRows, [RejectedRow])? {
        keptInParts + rejected.count >= batchRows ? take() : nil
    }

    /// The last delivery and the sum of all; no delivery where nothing is left.
    mutating func finish(_ zone: TimeZoneTable) -> ((FactRows, [RejectedRow])?, FileSummary) {
        rejected += undecided.map(\.asFooter)
        undecided = []
        summary.covers = coverage.span(in: zone)
        summary.warnings = warnings.warnings
        return (keptInParts + rejected.count > 0 ? take() : nil, summary)
    }

    private mutating func take() -> (FactRows, [RejectedRow]) {
        defer {
            parts = []
            rejected = []
            keptInParts = 0
        }
        let facts = parts.count == 1 ? parts[0] : FactRows(joining: parts, in: &spare)
        spare = facts
        return (facts, rejected)
    }
}

extension RejectedRow {
    fileprivate var asFooter: RejectedRow {
        RejectedRow(
            line: line, column: column, heading: "", code: .footer, reason: "found words under the table",
            subject: nil, excerpt: excerpt)
    }
}
