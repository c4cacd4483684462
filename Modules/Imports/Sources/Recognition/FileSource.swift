/// How to open a file again, the same way as it was recognised.
struct FileSource: Sendable {
    /// A table in a JSON document.
    struct Document: Sendable {
        let kind: DocumentKind
        let frame: JSONValue
        let table: DocumentTable
    }

    let path: String
    /// The file in the archive at `path`.
    var entry: ZipArchive.Entry?
    private(set) var regional: TextEncoding
    /// How it is laid out; nil until somebody has looked.
    var layout: RowReader.Layout?
    /// Which table of it is meant, where it is no table itself.
    var document: Document?
    let limits: ReadLimits
    let options: RowReader.Options

    /// The same file, its text in another encoding where it is not Unicode.
    func `in`(_ encoding: TextEncoding) -> FileSource {
        var source = self
        source.regional = encoding
        return source
    }

    /// Its text from the beginning.
    func bytes() throws(ReadError) -> ByteSource {
        guard let entry else { return try ByteSource.open(path: path, limits: limits) }
        return try ByteSource.text(of: ZipArchive(path: path, limits: limits).open(entry), limits: limits)
    }

    /// Its rows from the beginning, and for each the line it comes from where that is not the line it stands in.
    func rows() throws(ReadError) -> (reader: RowReader, lines: SourceLines?) {
        guard let document else { return (try reader(of: bytes(), format: nil), nil) }
        let records = DocumentReader(try bytes(), document.kind, frame: document.frame, limits: limits)
        let stream = DocumentStream(records, document.table)
        return (try reader(of: .of(stream, limits: limits), format: DocumentStream.format), stream.lines)
    }

    private func reader(of source: ByteSource, format: DelimitedFormat?) throws(ReadError) -> RowReader {
        if let layout { return try RowReader(source, layout, limits: limits, options: options) }
        return try RowReader(
            source, declared: document == nil ? nil : .utf8, regional: regional, format: format, limits: limits,
            options: options)
    }
}
