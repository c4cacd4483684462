/// The memory a batch lies in, handed on from one batch to the next so that a long file needs no more than a short one.
struct BatchMemory: Sendable {
    var bytes: [UInt8] = []
    var scan = RowScan()

    /// Cuts the bytes into rows; see ``RowScan/cut(_:format:isLast:limit:)``.
    mutating func cut(_ format: DelimitedFormat, isLast: Bool, limit: Int) -> OpenQuotation? {
        // Taken out, because memory that is looked at cannot change in any part.
        var cut = exchange(&scan, with: RowScan())
        defer { scan = cut }
        return cut.cut(bytes.span, format: format, isLast: isLast, limit: limit)
    }
}

extension RowBatch {
    /// Gives the memory back when the batch is done with. Where somebody kept the batch, it stays theirs.
    consuming func reclaimed() -> BatchMemory {
        BatchMemory(bytes: bytes, scan: scan)
    }
}
