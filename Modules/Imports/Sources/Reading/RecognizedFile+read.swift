import Calendars
public import FlywheelKit

extension RecognizedFile {
    /// Reads all rows and hands them to `body` as columns, in file order, together with the rows that are rejected.
    ///
    /// Each row of the file is in one delivery: among the facts, or among the rejected. Rows are made columns on all
    /// cores, a few megabytes at a time. What grows with the file is the set of distinct codes, which
    /// ``FileSummary/subjects`` counts.
    ///
    /// - Parameters:
    ///   - batchRows: how many rows are gathered for a delivery; it is made at the next block of the file from there.
    ///   - progress: called as rows are read.
    ///   - body: takes the facts and the rejected rows.
    /// - Throws: ``ImportError/unreadable(reason:)`` where the file ends or breaks off unexpectedly, by when rows may have
    ///   been delivered; and what `body` throws.
    public func read(
        batchRows: Int = 65_536, progress: (ReadProgress) -> Void = { _ in },
        _ body: (FactRows, [RejectedRow]) throws -> Void
    ) throws -> FileSummary {
        var collector = BatchCollector(batchRows: batchRows)
        do {
            var reader = try source.reader()
            try reader.forEachBatch { [converter] batch in
                let converted = converter.convert(batch)
                return (converted.facts, converted)
            } deliver: { facts, converted in
                collector.add(facts, converted)
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
