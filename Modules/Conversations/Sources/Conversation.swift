public import FlywheelKit

/// A ticket or a thread of mail as its source tells it, in the source's own words: what it means is for the desk to say.
///
/// It holds what people wrote and who they are. It goes where that can be erased, and nowhere else.
public struct Conversation: Hashable, Sendable {
    /// The system it comes from, `zendesk`, `zammad`, `freshdesk`, `mail`, `table`.
    public let source: String
    /// Its number there.
    public let code: String
    /// What it is headed.
    public var subject: String?
    /// When it was opened.
    public var opened: Instant?
    /// When the source last changed it; the newer of two versions counts.
    public var updated: Instant?
    /// When it was first answered, solved and closed, where the source says so and its messages do not show it.
    public var firstAnswered: Instant?
    public var solved: Instant?
    public var closed: Instant?
    /// Its state.
    public var status: String?
    /// How urgent it is.
    public var priority: String?
    /// What it is about.
    public var category: String?
    /// How it came in.
    public var channel: String?
    /// Who asks: `buyer`, `seller` or another word of the source.
    public var side: String?
    /// The language the source says it is in.
    public var language: String?
    /// Who has it, and which group.
    public var assignee: String?
    public var group: String?
    /// Labels people gave it.
    public var tags: [String] = []
    /// What its source names outright: order, SKU, ASIN, number of a case; by the name of the field.
    public var references: [String: String] = [:]
    /// Who asks.
    public var requester: Correspondent?
    /// How satisfied who asked was, in the source's words.
    public var satisfaction: String?
    /// What was written, oldest first.
    public var messages: [CorrespondenceMessage] = []

    /// A conversation of which nothing but its name is known.
    public init(source: String, code: String) {
        self.source = source
        self.code = code
    }
}
