/// Walks through the documents of a file that are of a known kind, record by record.
struct DocumentReader: RecordReader {
    let kind: DocumentKind
    let frame: DocumentFrame
    private let json: JSONReader
    private let ways: [String]
    private enum Place { case start, document, members, records, end }
    private var place = Place.start
    private var isList = false
    /// The objects that were entered in the document, by the names that lead to them.
    private var path: [String] = []

    init(_ source: ByteSource, _ kind: DocumentKind, frame: DocumentFrame, limits: ReadLimits) {
        self.kind = kind
        self.frame = frame
        ways = kind.records.map { $0.lowercased() }
        json = JSONReader(source, limits: limits)
    }

    mutating func next() throws(ReadError) -> Record? {
        while true {
            switch place {
            case .start:
                isList = try json.peekToken() == UInt8(ascii: "[")
                if isList { try json.beginArray() }
                place = .document
            case .document:
                guard isList ? try json.nextElement() : try json.nextDocument() else {
                    place = .end
                    continue
                }
                guard try json.peekToken() == UInt8(ascii: "{") else {
                    try json.skipValue()
                    continue
                }
                if ways.isEmpty { return try record() }
                try json.beginObject()
                place = .members
            case .members:
                guard let name = try json.nextName() else {
                    if path.popLast() == nil { place = .document }
                    continue
                }
                if let record = try member(name) { return record }
            case .records:
                guard try json.nextElement() else {
                    place = .members
                    continue
                }
                return try record()
            case .end: return nil
            }
        }
    }

    /// The record that a member is; nil where it is none, or holds some.
    private mutating func member(_ name: String) throws(ReadError) -> Record? {
        let name = name.lowercased()
        let way = (path + [name]).joined(separator: "/")
        let next = try json.peekToken()
        if ways.contains(way) {
            guard next == UInt8(ascii: "[") else { return try record() }
            try json.beginArray()
            place = .records
        } else if next == UInt8(ascii: "{"), ways.contains(where: { $0.hasPrefix(way + "/") }) {
            try json.beginObject()
            path.append(name)
        } else {
            try json.skipValue()
        }
        return nil
    }

    private func record() throws(ReadError) -> Record {
        _ = try json.peekToken()
        return Record(line: json.line, contents: .document(try json.value()))
    }
}
