/// A ticket, row or message that did not become a conversation, and why.
public struct RejectedRecord: Hashable, Sendable {
    /// The line of the file where it begins, from 1.
    public let line: Int
    /// The byte of the row where the trouble begins, from 1; 0 where it is about the whole record, or the record is no row.
    public let column: Int
    /// The field or heading the trouble is in; empty where it is about the whole record.
    public let field: String
    /// What would have been right.
    public let expected: String
    /// What is there: the start of it at most, and nothing that people wrote.
    public let found: String
    /// The code of the conversation, where it could be read.
    public let conversation: String?

    /// A record that was rejected.
    public init(
        line: Int, column: Int = 0, field: String, expected: String, found: String, conversation: String? = nil
    ) {
        self.line = line
        self.column = column
        self.field = field
        self.expected = expected
        self.found = found
        self.conversation = conversation
    }

    /// What was found and what was expected, in a sentence in lower case.
    public var reason: String { "found \(found), expected \(expected)" }
}
