public import FlywheelKit

/// A ticket or a thread of mail as its source tells it, in the source's own words: what it means is for the desk to say.
///
/// It holds what people wrote and who they are. It goes where that can be erased, and nowhere else.
///
/// What is `nil` or empty is unknown and changes nothing that was known before. A file may tell of one conversation in
/// several pieces, such as each mail of a thread, or tickets and their comments in two files: pieces have the same
/// ``source`` and ``code``, and the same message or change in two of them is one.
public struct Conversation: Hashable, Sendable {
    /// The system it comes from, `zendesk`, `zammad`, `freshdesk`, `amazon`, `mail`, `table`.
    public let source: String
    /// Its number there.
    public let code: String
    /// What it is headed.
    public var subject: String?
    /// When it was opened.
    public var opened: Instant?
    /// When the source last changed it; the newer of two versions counts.
    public var updated: Instant?
    /// When it was first answered, where the source says so and its messages do not show it.
    public var firstAnswered: Instant?
    /// When it was solved, where the source says so.
    public var solved: Instant?
    /// When it was closed for good, where the source says so.
    public var closed: Instant?
    /// Its state.
    public var status: String?
    /// How urgent it is.
    public var priority: String?
    /// What it is about.
    public var category: String?
    /// How it came in.
    public var channel: String?
    /// Who asks: `buyer`, `seller`, `platform` or another word of the source.
    public var side: String?
    /// The language the source says it is in.
    public var language: String?
    /// The marketplace the source says it concerns.
    public var marketplace: String?
    /// Who has it: a name, or the source's number where that is all it tells.
    public var assignee: String?
    /// The group that has it, likewise.
    public var group: String?
    /// Labels people gave it.
    public var tags: [String] = []
    /// What its source names outright: `order`, `sku`, `asin`, `marketplace-case`, or a field of its own by that field's
    /// name.
    public var references: [String: String] = [:]
    /// What its source counted or judged, by the names of ``Figure``, in the source's words.
    public var figures: [Figure: String] = [:]
    /// Who asks.
    public var requester: Correspondent?
    /// How satisfied who asked was, in the source's words.
    public var satisfaction: String?
    /// What was written, oldest first.
    public var messages: [CorrespondenceMessage] = []
    /// What happened to it, oldest first.
    public var changes: [ConversationChange] = []
    /// What it names: orders, products, listings, cases. Found in its references and in what was written, before anything
    /// was redacted; nothing of it is confirmed.
    public var links: [FoundLink] = []

    /// A conversation of which nothing but its name is known.
    public init(source: String, code: String) {
        self.source = source
        self.code = code
    }

    /// What sources count or judge of a conversation.
    public enum Figure: String, Hashable, Sendable, CaseIterable {
        /// How often it was opened again.
        case reopens
        /// How often it went to another owner or group.
        case reassignments
        /// How many answers the desk gave.
        case replies
        /// How often anything of it was changed.
        case updates
        /// Whether the source holds its promises of time for kept.
        case madePromise = "made-promise"
        /// A sum that hangs on it, with its currency.
        case amount
    }
}
