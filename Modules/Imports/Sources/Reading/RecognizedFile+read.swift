import Calendars
public import FlywheelKit

extension RecognizedFile {
    /// The file with a way to find the listings of a product, for rows that name a product alone: they become a fact for
    /// each of these codes. Without it they are rejected.
    public func finding(listings: @escaping @Sendable (_ product: String) -> [String]) -> RecognizedFile {
        var file = self
        file.converter = converter.finding(listings)
        return file
    }

    /// Reads all rows and hands them to `body` as columns, in file order, together with the rows that are rejected.
    ///
    /// Each row of the file is in one delivery: among the facts, or among the rejected. Rows are made columns on all
    /// cores, a few megabytes at a time, so memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - columns: the names of the feed's columns that are wanted; all when left out. What is not wanted is not looked at,
    ///     so that it cannot reject a row either. Columns without which no row can be judged are read all the same:
    ///     required ones, those the feed's shape names, and all of a kind of file whose rows follow a rule.
    ///   - rejectsAtOnce: how many rejected rows are gathered for a delivery; it is made at the next block of the file from
    ///     there. Facts are delivered block by block.
    ///   - progress: called as rows are read.
    ///   - body: takes the facts and the rejected rows.
    /// - Throws: ``ImportError/unreadable(reason:)`` where the file ends or breaks off unexpectedly, by when rows may have
    ///   been delivered; and what `body` throws.
    public func read(
        columns: Set<String>? = nil, rejectsAtOnce: Int = 8_192, progress: (ReadProgress) -> Void = { _ in },
        _ body: (FactRows, [RejectedRow]) throws -> Void
    ) throws -> FileSummary {
        let converter = columns.map { self.converter.limited(to: $0) } ?? self.converter
        var collector = BatchCollector(feed, rejectsAtOnce: rejectsAtOnce)
        var lines: SourceLines?
        func deliver(_ facts: FactRows, _ rejected: [RejectedRow]) throws {
            try body(
                days.isEmpty ? facts : facts.with(days),
                lines.map { lines in rejected.map { $0.from(lines) } } ?? rejected)
        }
        do {
            var reader: RowReader
            (reader, lines) = try source.rows()
            try reader.forEachBatch(converting: converter.convert) { converted in
                collector.add(converted)
                progress(collector.progress)
                let rejected = collector.rejectsDue()
                if !converted.facts.codes.isEmpty || !rejected.isEmpty { try deliver(converted.facts, rejected) }
            }
        } catch let error as ReadError {
            throw ImportError(error)
        }
        let zone = converter.zone ?? converter.home
        var (last, summary) = collector.finish(zone)
        if !last.isEmpty { try deliver(FactRows(), last) }
        if let lines {
            summary.warnings = summary.warnings.map { $0.from(lines) }
            summary.end = lines.end
        }
        if summary.kept > 0, let covered = coveredByName { summary.covers = covered.span(in: zone) }
        return summary
    }

    /// The day that all rows are of, where only the file's name says so.
    private var coveredByName: Coverage? {
        guard case .log(let group, _, let at) = feed.shape, group == [at], let day = days[at] else { return nil }
        var coverage = Coverage()
        coverage.observe(at: .days(Values([day])), newest: nil)
        return coverage
    }
}

extension FactRows {
    fileprivate init() { self.init(codes: Texts(), products: Values(), columns: [:]) }

    /// The rows with columns that hold the same day in each of them.
    fileprivate func with(_ days: [String: Day]) -> FactRows {
        var rows = self
        for (column, day) in days {
            rows.columns[column] = .days(Values(repeatElement(Day?.some(day), count: codes.count)))
        }
        return rows
    }
}

extension RejectedRow {
    /// The row where it stands in the document that the table was made of: on which line, as a whole.
    fileprivate func from(_ lines: SourceLines) -> RejectedRow {
        RejectedRow(
            line: lines.origin(of: line), column: 0, heading: heading, code: code, reason: reason, subject: subject,
            excerpt: excerpt)
    }
}

extension ImportWarning {
    fileprivate func from(_ lines: SourceLines) -> ImportWarning {
        ImportWarning(code, message, cells: cells, line: line.map(lines.origin))
    }
}
