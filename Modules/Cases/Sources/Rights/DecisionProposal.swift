public import FlywheelKit

/// A person who decides, with the roles the desk gave them.
public struct Decider: Hashable, Sendable {
    /// Their name at the desk.
    public let name: String
    /// Their roles.
    public let roles: Set<String>

    /// A person.
    public init(_ name: String, roles: Set<String>) {
        self.name = name
        self.roles = roles
    }

    /// `mia` and `Mia` are one person: nobody agrees with themselves by a capital letter or a space.
    func isSamePerson(as other: Decider) -> Bool {
        func key(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        return key(name) == key(other.name)
    }
}

/// A decision as somebody wants to take it.
public struct DecisionProposal: Hashable, Sendable {
    /// What it is about.
    public let type: DecisionType
    /// The sum it is about; `nil` where it is not known.
    public let amount: Money?
    /// Who wants to take it.
    public let by: Decider

    /// A proposal.
    public init(_ type: DecisionType, _ amount: Money?, by person: Decider) {
        self.type = type
        self.amount = amount
        by = person
    }
}
