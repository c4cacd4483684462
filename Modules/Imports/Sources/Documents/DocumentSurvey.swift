/// What a first look through a whole document tells: of which kind it is, and its frame, wherever in it that stands.
struct DocumentSurvey {
    /// Names of top-level members that are remembered to tell the kind.
    private static let membersKept = 1_000

    /// Nil where the document is of no kind known.
    let kind: DocumentKind?
    let members: [String]
    let frame: JSONValue

    /// Reads the document to its end, so one that is broken is refused before anything of it counts.
    init(_ source: ByteSource, limits: ReadLimits) throws(ReadError) {
        let framing = Set(DocumentKind.all.flatMap(\.frame))
        let json = JSONReader(source, limits: limits)
        var members: [String] = []
        var frame: [JSONValue.Member] = []
        if try json.peekToken() == UInt8(ascii: "{") {
            try json.beginObject()
            while let name = try json.nextName() {
                if members.count < Self.membersKept { members.append(name) }
                if framing.contains(name), !frame.contains(where: { $0.name == name }) {
                    frame.append(JSONValue.Member(name: name, value: try json.value()))
                } else {
                    try json.skipValue()
                }
            }
        } else {
            try json.skipValue()
        }
        try json.finish()
        self.members = members
        self.frame = .object(frame)
        kind = DocumentKind.of(Set(members))
    }
}
