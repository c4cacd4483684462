public import FlywheelKit

/// Something that happened to a conversation, as its source's history tells.
public struct ConversationChange: Hashable, Sendable {
    /// What changed.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// Its state. A row of a log that repeats the state is kept: something happened then.
        case status
        /// How urgent it is.
        case priority
        /// What it is about.
        case category
        /// Who has it.
        case assignee
        /// The group that has it.
        case group
        /// A step that the source names and that is no state.
        case activity
    }

    /// When it happened.
    public let at: Instant
    /// What changed.
    public let field: Field
    /// What it became, in the source's words; `nil` where it was taken away.
    public let value: String?
    /// Who did it, where the source says so.
    public let by: String?

    /// A change.
    public init(at: Instant, _ field: Field, _ value: String?, by: String? = nil) {
        self.at = at
        self.field = field
        self.value = value
        self.by = by
    }
}
