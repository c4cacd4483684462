/// Walks through a document of a known kind, record by record.
struct DocumentReader {
    let kind: DocumentKind
    let frame: JSONValue
    private let json: JSONReader
    private enum Place { case start, members, records, end }
    private var place = Place.start

    /// A record and the line it begins at.
    struct Record {
        let line: Int
        let value: JSONValue
    }

    init(_ source: ByteSource, _ kind: DocumentKind, frame: JSONValue, limits: ReadLimits) {
        self.kind = kind
        self.frame = frame
        json = JSONReader(source, limits: limits)
    }

    /// The next record; nil behind the last one.
    mutating func next() throws(ReadError) -> Record? {
        while true {
            switch place {
            case .start:
                _ = try json.peekToken()
                let line = json.line
                if kind.isRecord {
                    place = .end
                    return Record(line: line, value: frame)
                }
                try json.beginObject()
                place = .members
            case .members:
                guard let name = try json.nextName() else {
                    place = .end
                    continue
                }
                if kind.recordArrays.contains(name), try json.peekToken() == UInt8(ascii: "[") {
                    try json.beginArray()
                    place = .records
                } else {
                    try json.skipValue()
                }
            case .records:
                guard try json.nextElement() else {
                    place = .members
                    continue
                }
                _ = try json.peekToken()
                let line = json.line
                return Record(line: line, value: try json.value())
            case .end: return nil
            }
        }
    }
}
