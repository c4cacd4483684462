/// Why a file cannot be read as rows at all; a single bad row or cell never throws one of these.
package enum ReadError: Error, Hashable, Sendable {
    /// The file cannot be opened or read; `reason` is the operating system's.
    case unreadable(path: String, reason: String)
    /// The bytes are not text in rows.
    case binary(BinaryKind)
    /// A gzip file ends before its last member does.
    case truncatedGzip
    /// A gzip file whose contents contradict themselves; `reason` is the decompressor's.
    case corruptGzip(reason: String)
    /// More bytes than the caller allows, after decompression.
    case tooManyBytes(limit: Int)
    /// A gzip file that grows by more than `limit` bytes for each byte read.
    case tooCompressed(limit: Int)
    /// A quotation opened at `line` and byte `column` (both from 1) is not closed by the end of the file, or within
    /// `limit` bytes.
    case unterminatedQuote(line: Int, column: Int, limit: Int)
    /// A JSON document breaks the grammar at `line` and byte `column` (both from 1).
    case malformedJSON(line: Int, column: Int, reason: String)
    /// A ZIP archive cannot be taken apart, or not safely.
    case unusableArchive(reason: String)
    /// The row that starts at `line` is longer than `limit` bytes.
    case rowTooLong(line: Int, limit: Int)
}

extension ReadError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .binary(let kind): "expected text in rows, found \(kind.found): \(kind.remedy)"
        case .truncatedGzip: "the gzip file ends too early: fetch it again"
        case .corruptGzip(let reason): "the gzip file is damaged (\(reason)): fetch it again"
        case .tooManyBytes(let limit):
            "expected at most \(limit) bytes of text, found more: raise the limit or cut the file"
        case .tooCompressed(let limit):
            "expected at most \(limit) bytes for each compressed byte, found more: decompress the file first if you trust it"
        case .unterminatedQuote(let line, let column, let limit):
            "line \(line), byte \(column): the quotation that opens here is not closed by the end of the file or within \(limit) bytes"
        case .malformedJSON(let line, let column, let reason): "line \(line), byte \(column): \(reason)"
        case .unusableArchive(let reason): "the ZIP archive cannot be used: \(reason)"
        case .rowTooLong(let line, let limit): "line \(line): expected the row to end within \(limit) bytes"
        }
    }
}
