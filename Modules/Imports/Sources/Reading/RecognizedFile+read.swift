import Calendars
public import FlywheelKit

extension RecognizedFile {
    /// Reads all rows and hands them to `body` as columns, in file order, together with the rows that are rejected.
    ///
    /// Each row of the file is in one delivery: among the facts, or among the rejected. Rows are made columns on all
    /// cores, a few megabytes at a time, so memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - columns: the names of the feed's columns that are wanted; all when left out. What is not wanted is not looked at,
    ///     so that it cannot reject a row either. Columns without which no row can be judged are read all the same:
    ///     required ones, those the feed's shape names, and all of a kind of file whose rows follow a rule.
    ///   - batchRows: how many rows are gathered for a delivery; it is made at the next block of the file from there.
    ///   - progress: called as rows are read.
    ///   - body: takes the facts and the rejected rows. Rows that it does not keep make room for the next ones.
    /// - Throws: ``ImportError/unreadable(reason:)`` where the file ends or breaks off unexpectedly, by when rows may have
    ///   been delivered; and what `body` throws.
    public func read(
        columns: Set<String>? = nil, batchRows: Int = 65_536, progress: (ReadProgress) -> Void = { _ in },
        _ body: (FactRows, [RejectedRow]) throws -> Void
    ) throws -> FileSummary {
        let converter = columns.map { self.converter.limited(to: $0) } ?? self.converter
        var collector = BatchCollector(batchRows: batchRows)
        do {
            var reader = try source.reader()
            try reader.forEachBatch(converting: converter.convert) { converted in
                collector.add(converted)
                progress(collector.progress)
                if let (facts, rejected) = collector.next() { try body(facts, rejected) }
            }
        } catch let error as ReadError {
            throw ImportError(error)
        }
        let (last, summary) = collector.finish(converter.zone ?? .utc)
        if let (facts, rejected) = last { try body(facts, rejected) }
        return summary
    }
}
