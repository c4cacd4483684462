/// What became of a file.
public struct ConversationSummary: Hashable, Sendable {
    /// How many conversations, or pieces of them, were handed over.
    public var conversations = 0
    /// How many messages they hold.
    public var messages = 0
    /// How many changes they hold.
    public var changes = 0
    /// How many records were rejected.
    public var rejected = 0
    /// How many records were understood and are no conversation, such as a return that nobody complained about.
    public var setAside = 0
    /// What was taken out of texts, by kind.
    public var redacted: [Redaction.Kind: Int] = [:]
    /// Headings of a table that nothing is read from.
    public var unused: [String] = []

    /// Nothing read yet.
    public init() {}
}
