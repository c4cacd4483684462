/// A kind of JSON document: by which members it is known, where its records are, and which tables they make.
///
/// Members are named by their way from the top, `payload/Summary`, through arrays as though they were not there; the case
/// of letters does not count.
struct DocumentKind: Sendable {
    let title: String
    /// Members of which each must be there, or its alternatives.
    let markers: [[String]]
    /// Members that documents of this kind never have, and others that look like them do.
    var strangers: [String] = []
    /// Members that are records, or arrays of records; the document itself is one where there are none.
    var records: [String] = []
    /// Top-level members that records are read in the light of. They are held in memory.
    var frame: [String] = []
    /// What a record is called where documents of this kind hold records of several kinds.
    var label: (@Sendable (JSONValue) -> String?)?
    let tables: [DocumentTable]

    static let all =
        [listingsItem, listingsSearch, salesAndTraffic, accountHealth] + amazonPricing + amazonNotifications + walmart

    /// Whether a document with these members, as ways in small letters, is of this kind.
    func describes(_ members: Set<String>) -> Bool {
        !strangers.contains { members.contains($0.lowercased()) }
            && markers.allSatisfy { $0.contains { members.contains($0.lowercased()) } }
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

/// What is known of the document that a record stands in.
struct DocumentFrame: Sendable {
    /// The members that its kind asks for.
    let members: JSONValue
    /// The marketplace's own id of the seller, where the account is called by it.
    let seller: String?
    /// How its rows write numbers, where they are not those of JSON.
    var decimal = DecimalStyle.point

    subscript(name: String) -> JSONValue? { members[name] }
}
