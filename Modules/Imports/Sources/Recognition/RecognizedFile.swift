public import FlywheelKit

/// A file of a known kind, and all that is known of it before its rows are read.
public struct RecognizedFile: Sendable {
    /// Where it is.
    public let path: String
    /// What kind of file it is, "Amazon listings".
    public let format: String
    /// The feed its rows belong to.
    public let feed: Feed
    /// The account it is of: stated, else from the names of file and folders, else `default`.
    public let account: Sourced<String>
    /// The id of the marketplace it is of: stated, else from the names of file and folders, else the commonest among its
    /// first rows, else `default`.
    public let marketplace: Sourced<String>
    /// The currency of amounts that name none: stated, else the marketplace's.
    public let currency: Sourced<Currency>?
    /// When its contents were true: stated, else the beginning of the last day its name or a folder's names, else the
    /// time of its last change.
    public let effectiveAt: Sourced<Instant>
    /// Whether it speaks for every subject of its account and marketplace.
    public let isComplete: Bool
    /// The feed's columns that it has.
    public let columns: [String]
    /// The headings nothing is read from, as written.
    public let unboundHeadings: [String]
    /// What the same rows say for other feeds, as a list of stock does that names lead times.
    public let companions: [RecognizedFile]
    /// What may surprise, as far as it is known before reading.
    public let warnings: [ImportWarning]

    let source: FileSource
    let converter: RowConverter
}

/// How to open a file again, the same way as it was recognised.
struct FileSource: Sendable {
    let path: String
    let regional: TextEncoding
    /// How it is laid out; nil until somebody has looked.
    var layout: RowReader.Layout?
    let limits: ReadLimits
    let options: RowReader.Options

    func reader() throws(ReadError) -> RowReader {
        let source = try ByteSource.open(path: path, limits: limits)
        if let layout { return try RowReader(source, layout, limits: limits, options: options) }
        return try RowReader(source, regional: regional, limits: limits, options: options)
    }
}
