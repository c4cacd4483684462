import Calendars
import FlywheelKit

/// Sums converted batches up, and gathers what they reject.
struct BatchCollector {
    private let feed: Feed
    private let rejectsAtOnce: Int
    private var rejected: [RejectedRow] = []
    /// Rejected rows of a single cell, which are footers unless another row follows.
    private var undecided: [RejectedRow] = []
    private var coverage = Coverage()
    private var warnings = WarningTally()
    private(set) var summary = FileSummary()
    private(set) var progress = ReadProgress()

    init(_ feed: Feed, rejectsAtOnce: Int) {
        self.feed = feed
        self.rejectsAtOnce = rejectsAtOnce
    }

    mutating func add(_ converted: ConvertedBatch) {
        let decided = converted.rejected.dropLast(converted.lastOneCellRows)
        if converted.rowCount > converted.lastOneCellRows {
            rejected += undecided
            undecided = []
        }
        rejected += decided
        undecided += converted.rejected.suffix(converted.lastOneCellRows)
        coverage.merge(converted.coverage)
        warnings.merge(converted.warnings)
        summary.openColumns.formUnion(converted.openColumns)
        summary.kept += converted.facts.codes.count
        summary.rejected += converted.rejected.count
        summary.end = converted.end
        progress.rows += converted.rowCount
        progress.bytes += converted.bytes
    }

    /// The rejected rows that are to be delivered now; none while there are few.
    mutating func rejectsDue() -> [RejectedRow] {
        guard rejected.count >= rejectsAtOnce else { return [] }
        defer { rejected = [] }
        return rejected
    }

    /// The rejected rows that are left, and the sum of all.
    mutating func finish(_ zone: TimeZoneTable) -> ([RejectedRow], FileSummary) {
        rejected += undecided.map(\.asFooter)
        undecided = []
        summary.warnings = warnings.warnings
        if summary.kept > 0 { summary.covers = coverage.span(in: zone) }
        if summary.kept > 0, feed.isOfSingleDays {
            summary.gaps = coverage.gaps.map(zone.moments)
            summary.warnings += [coverage.warningOfGaps].compactMap(\.self)
        }
        return (rejected, summary)
    }
}

extension RejectedRow {
    fileprivate var asFooter: RejectedRow {
        RejectedRow(
            line: line, column: column, heading: "", code: .footer, reason: "found words under the table",
            subject: nil, excerpt: excerpt)
    }
}
