public import FlywheelKit

/// What both a case's source and the desk may say something about.
public enum CaseField: String, Hashable, Sendable, Codable, CaseIterable {
    /// Where it stands.
    case state
    /// Who has it.
    case owner
    /// Which group has it.
    case group
    /// How urgent it is.
    case urgency
    /// What it is about.
    case intents
}

/// A field of which a case's source says something else than the desk, and said so later.
public struct CaseConflict: Hashable, Sendable {
    /// The field.
    public let field: CaseField
    /// What holds: the desk's word.
    public let here: String
    /// What the source says.
    public let there: String
    /// Since when the source says so.
    public let since: Instant

    /// A conflict.
    public init(_ field: CaseField, here: String, there: String, since: Instant) {
        self.field = field
        self.here = here
        self.there = there
        self.since = since
    }
}
