import Calendars
import FlywheelKit

/// Puts converted batches together to deliveries of a size that stores like, and sums them up.
struct BatchCollector {
    private let batchRows: Int
    private var parts: [FactRows] = []
    private var keptInParts = 0
    private var rejected: [RejectedRow] = []
    /// Rejected rows of a single cell, which are footers unless another row follows.
    private var undecided: [RejectedRow] = []
    private var codes: Set<String> = []
    private var coverage = Coverage()
    private var warnings = WarningTally()
    private(set) var summary = FileSummary()
    private(set) var progress = ReadProgress()

    init(batchRows: Int) {
        self.batchRows = batchRows
    }

    mutating func add(_ facts: FactRows, _ converted: ConvertedBatch) {
        let decided = converted.rejected.dropLast(converted.lastOneCellRows)
        if converted.rowCount > converted.lastOneCellRows {
            rejected += undecided
            undecided = []
        }
        rejected += decided
        undecided += converted.rejected.suffix(converted.lastOneCellRows)
        parts.append(facts)
        keptInParts += facts.codes.count
        codes.formUnion(facts.codes)
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
        summary.subjects = codes.count
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
        return (FactRows(joining: parts), rejected)
    }
}

extension RejectedRow {
    fileprivate var asFooter: RejectedRow {
        RejectedRow(
            line: line, column: column, heading: "", code: .footer, reason: "found words under the table",
            subject: nil, excerpt: excerpt)
    }
}
