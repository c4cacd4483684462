/// A kind of JSON document: by which members it is known, where its records are, and which tables they make.
struct DocumentKind: Sendable {
    let title: String
    /// Top-level members of which each must be there, or its alternatives.
    let markers: [[String]]
    /// Top-level members that documents of this kind never have, and others that look like them do.
    let strangers: Set<String>
    /// Top-level arrays whose elements are records.
    var recordArrays: [String] = []
    /// Whether the document itself is a record.
    var isRecord = false
    /// Top-level members that records are read in the light of. They are held in memory.
    let frame: [String]
    let tables: [DocumentTable]

    static let all = [listingsItem, listingsSearch, salesAndTraffic]

    /// Whether a document with these top-level members is of this kind.
    func describes(_ members: Set<String>) -> Bool {
        members.isDisjoint(with: strangers) && markers.allSatisfy { !members.isDisjoint(with: $0) }
    }

    /// Whether people may call the kind so. Its tables may also be called like their feeds.
    func isCalled(_ name: String) -> Bool {
        HeadingName(name) == HeadingName(title) || tables.contains { HeadingName(name) == HeadingName($0.title) }
    }

    /// The kind with the most markers that describes a document with these members.
    static func of(_ members: Set<String>) -> DocumentKind? {
        all.filter { $0.describes(members) }.max { $0.markers.count < $1.markers.count }
    }
}
