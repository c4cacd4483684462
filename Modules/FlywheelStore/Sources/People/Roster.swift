/// Who can be given work: whoever is kept out, or may not know of an account, would never see what of it is theirs.
///
/// Whoever is nobody at the server is taken to know of everything: teams without one are known by name alone.
public struct Roster: Sendable {
    /// Why somebody cannot be given what is of an account.
    public enum Obstacle: String, Hashable, Sendable, Codable, CaseIterable {
        /// They are kept out.
        case disabled
        /// They may not know of the account.
        case outOfScope = "out-of-scope"
    }

    private let people: [String: PersonRecord]

    /// Those people.
    public init(_ people: [PersonRecord]) {
        self.people = Dictionary(people.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether anybody may come in at all; else names are all there is.
    public var isEmpty: Bool { people.isEmpty }

    /// Whether somebody of that name may come in, or might once.
    public func knows(_ name: String) -> Bool { people[name] != nil }

    /// Whether somebody is kept out.
    public func isKeptOut(_ name: String) -> Bool { people[name]?.disabled != nil }

    /// Why somebody cannot be given what is of an account; `nil` where they can.
    public func obstacle(for name: String, account: String) -> Obstacle? {
        guard let person = people[name] else { return nil }
        if person.disabled != nil { return .disabled }
        return person.accounts?.contains(account) ?? true ? nil : .outOfScope
    }
}
