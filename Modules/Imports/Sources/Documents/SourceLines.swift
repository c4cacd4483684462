import Synchronization

/// For each row made of a document, the line it comes from; and how the document ends. Rows are made while others are converted.
final class SourceLines: Sendable {
    private let lines = Mutex<[UInt32]>([])
    private let ending = Mutex(FileEnd())

    /// How the document ends, once all rows are made.
    var end: FileEnd {
        get { ending.withLock { $0 } }
        set { ending.withLock { $0 = newValue } }
    }

    func append(_ line: Int, count: Int = 1) {
        lines.withLock { $0.append(contentsOf: repeatElement(UInt32(clamping: line), count: count)) }
    }

    /// The line of the document that the row comes from which stands in `line` of the table made of it; the first line of
    /// the table are its headings.
    func origin(of line: Int) -> Int {
        lines.withLock { $0.indices.contains(line - 2) ? Int($0[line - 2]) : 1 }
    }
}
