/// What a first look through a whole document tells: of which kind it is, and its frame, wherever in it that stands.
///
/// A file may hold one document after the other, or a list of them; they are of one kind, which the first ones tell.
struct DocumentSurvey {
    /// Names that are remembered to tell the kind.
    private static let waysKept = 1_000
    /// Of documents and of elements of an array, how many are looked into.
    private static let elementsSeen = 50
    /// How far down members are looked at.
    private static let depth = 4

    /// Nil where the document is of no kind known.
    let kind: DocumentKind?
    /// The members at the top of the first document.
    let members: [String]
    /// The ways to members, in small letters.
    let ways: Set<String>
    let frame: JSONValue
    /// How many documents there are.
    let documents: Int

    /// Reads the document to its end, so one that is broken is refused before anything of it counts.
    init(_ source: ByteSource, limits: ReadLimits) throws(ReadError) {
        var look = Look(JSONReader(source, limits: limits))
        if try look.json.peekToken() == UInt8(ascii: "[") {
            try look.json.beginArray()
            while try look.json.nextElement() { try look.document() }
            try look.json.finish()
        } else {
            while try look.json.nextDocument() { try look.document() }
        }
        members = look.members
        ways = look.ways
        frame = .object(look.frame)
        documents = look.documents
        kind = DocumentKind.of(look.ways)
    }

    private struct Look {
        private static let framing = Set(DocumentKind.all.flatMap(\.frame))

        let json: JSONReader
        var members: [String] = []
        var ways: Set<String> = []
        var frame: [JSONValue.Member] = []
        var documents = 0

        init(_ json: JSONReader) { self.json = json }

        mutating func document() throws(ReadError) {
            documents += 1
            guard documents <= DocumentSurvey.elementsSeen, try json.peekToken() == UInt8(ascii: "{") else {
                return try json.skipValue()
            }
            try json.beginObject()
            while let name = try json.nextName() {
                if documents == 1, members.count < DocumentSurvey.waysKept { members.append(name) }
                if Self.framing.contains(name), documents == 1, !frame.contains(where: { $0.name == name }) {
                    ways.insert(name.lowercased())
                    frame.append(JSONValue.Member(name: name, value: try json.value()))
                } else {
                    try walk(name.lowercased(), depth: 1)
                }
            }
        }

        private mutating func walk(_ way: String, depth: Int) throws(ReadError) {
            if ways.count < DocumentSurvey.waysKept { ways.insert(way) }
            let next = try json.peekToken()
            if next == UInt8(ascii: "["), depth < DocumentSurvey.depth {
                try json.beginArray()
                var elements = 0
                while try json.nextElement() {
                    elements += 1
                    if elements <= DocumentSurvey.elementsSeen {
                        try walk(way, depth: depth)
                    } else {
                        try json.skipValue()
                    }
                }
            } else if next == UInt8(ascii: "{"), depth < DocumentSurvey.depth {
                try json.beginObject()
                while let name = try json.nextName() {
                    try walk("\(way)/\(name.lowercased())", depth: depth + 1)
                }
            } else {
                try json.skipValue()
            }
        }
    }
}
