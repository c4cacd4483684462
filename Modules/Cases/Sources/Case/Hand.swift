/// Whose word an event of a case is.
public enum Hand: Hashable, Sendable, Codable {
    /// The system that the case comes from: a newer version of the case replaces everything it said.
    case source
    /// A person of the desk, by name.
    case person(String)
    /// A rule or program of the desk, by name.
    case rule(String)
}
