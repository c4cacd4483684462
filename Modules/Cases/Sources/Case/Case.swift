/// A matter between the desk and somebody on a side of the marketplace.
///
/// What is true of it now follows from its ``events``; clocks, metrics and routing read nothing else. What people wrote, and
/// who they are, is not in it: `requester` is a number that leads to what can be erased.
public struct Case: Hashable, Sendable, Codable {
    /// The system it comes from, `zendesk`, `zammad`, `mail`, or `flywheel` itself.
    public let source: String
    /// Its number there.
    public let code: String
    /// The seller account it belongs to.
    public let account: String
    /// The marketplace it concerns; empty where none is known.
    public let marketplace: String
    /// Who asks.
    public var side: Side?
    /// The number of the person or company that asks.
    public var requester: Int64?
    /// How it came in: `email`, `web`, `phone`, `chat`, in the source's words.
    public var channel: String?
    /// The language of who asks, by its ISO 639 code.
    public var language: String?
    /// The topic as the source states it, where it does.
    public var category: String?
    /// Labels people gave it.
    public var tags: [String]
    /// What it is about.
    public var links: [CaseLink]
    /// What hangs on it.
    public var stakes: [Stake]
    /// What happened, oldest first.
    public private(set) var events: [CaseEvent]

    /// A case of which nothing happened yet.
    public init(source: String, code: String, account: String, marketplace: String = "") {
        self.source = source
        self.code = code
        self.account = account
        self.marketplace = marketplace
        tags = []
        links = []
        stakes = []
        events = []
    }

    /// Adds what happened; of one moment, what was added first stays first.
    public mutating func add(_ event: CaseEvent) {
        let place = events.lastIndex { $0.at <= event.at }.map { $0 + 1 } ?? 0
        events.insert(event, at: place)
    }
}
