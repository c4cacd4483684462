/// Who is meant by a name: help desks spell people in their own way, `Ann Miller` and `Ann` for `ann`.
public struct PeopleNames: Hashable, Sendable {
    /// Their names at the desk, by all that they go by.
    private var own: [String: String] = [:]

    /// The names of people, each one's own before what others go by elsewhere.
    public init(_ people: [DeskPerson] = []) {
        for person in people { own[Self.folded(person.name)] = person.name }
        for person in people {
            for alias in person.aliases.sorted() where own[Self.folded(alias)] == nil {
                own[Self.folded(alias)] = person.name
            }
        }
    }

    /// The one name of whoever goes by this one: capitals and spaces tell nobody apart.
    public func one(_ name: String) -> String { own[Self.folded(name)] ?? Self.folded(name) }

    private static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
