/// An answer whose document is described once, by its members. Its rows are what stands in its list; an answer without a list
/// is one row.
protocol DocumentedAnswer: Answer, JSONRecord {
    static var document: Document { get }
    /// The document that it writes, where it may write one of several with the same members.
    var document: Document { get }
}

extension DocumentedAnswer {
    var document: Document { Self.document }

    var json: JSON {
        .object([JSON.Member(key: "schema", value: .text(document.id))] + Self.members.json(self).members)
    }

    var rows: [JSON] {
        guard let listKey else { return [Self.members.json(self)] }
        guard case .array(let rows) = Self.members[listKey]?.json(self) else { return [] }
        return rows
    }

    var columns: [String] {
        guard let listKey else { return Self.members.columns }
        switch Self.members[listKey]?.shape {
        case .list(let shape), .maybe(.list(let shape)): return shape.columns
        default: return []
        }
    }
}

extension Document {
    /// The document of an answer, by its members.
    init(_ name: String, version: Int = 1, _ meaning: String, _ members: Members<some Any>) {
        self.init(name, version: version, meaning, members.shape)
    }
}
