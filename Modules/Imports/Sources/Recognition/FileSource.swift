/// How to open a file again, the same way as it was recognised.
struct FileSource: Sendable {
    /// A table that is made of a file's records.
    struct Document: Sendable {
        /// Where the records are.
        enum Contents: Sendable {
            case json(DocumentKind)
            case sheet(SheetKind, SheetReader.Layout)
            /// In memory, since they had to be sorted.
            case part(DocumentPart)
        }

        let contents: Contents
        var frame: DocumentFrame
        let table: DocumentTable

        /// Whether its numbers are written as people write them, and not as JSON does.
        var isSheet: Bool { if case .sheet = contents { true } else { false } }

        /// The changes that make up the table, where it is made of such.
        var part: DocumentPart? { if case .part(let part) = contents { part } else { nil } }
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

    /// The same file, of which one table is meant.
    func reading(_ document: Document) -> FileSource {
        var source = self
        source.document = document
        source.layout = nil
        return source
    }

    /// The same file, whose rows write numbers so.
    func reading(_ decimal: DecimalStyle) -> FileSource {
        var source = self
        if source.document?.isSheet ?? false { source.document?.frame.decimal = decimal }
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
        if let part = document.part {
            let lines = SourceLines()
            for line in part.lines { lines.append(line) }
            return (try reader(of: .of(MemoryStream(part.bytes), limits: limits), format: DocumentStream.format), lines)
        }
        let stream = DocumentStream(try records(of: document), document.table)
        return (try reader(of: .of(stream, limits: limits), format: DocumentStream.format), stream.lines)
    }

    /// The records that a table is made of, from the beginning.
    private func records(of document: Document) throws(ReadError) -> any RecordReader {
        switch document.contents {
        case .json(let kind): return DocumentReader(try bytes(), kind, frame: document.frame, limits: limits)
        case .sheet(let kind, let layout):
            let rows = try RowReader(bytes(), layout.rows, limits: limits, options: options)
            return SheetReader(rows, kind, layout, frame: document.frame)
        case .part: preconditionFailure("a part is in rows already")
        }
    }

    private func reader(of source: ByteSource, format: DelimitedFormat?) throws(ReadError) -> RowReader {
        if let layout { return try RowReader(source, layout, limits: limits, options: options) }
        return try RowReader(
            source, declared: document == nil ? nil : .utf8, regional: regional, format: format, limits: limits,
            options: options)
    }
}
