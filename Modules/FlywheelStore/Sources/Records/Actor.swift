/// Who did something.
public struct Actor: Hashable, Sendable, Codable {
    /// What kind of hand it was.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A person.
        case person
        /// The rotation or another part of the program, by what the facts show.
        case system
        /// A rule a person approved.
        case rule
    }

    /// What kind of hand it was.
    public let kind: Kind
    /// The person's or rule's name.
    public let name: String

    /// Names who did something.
    public init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// The program itself.
    public static let flywheel = Actor(.system, "flywheel")
}
