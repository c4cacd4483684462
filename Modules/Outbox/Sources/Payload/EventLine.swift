public import FlywheelStore

/// What a line about an event says: ids and codes.
public struct EventLine: Hashable, Sendable {
    /// The first record that it happened to.
    public let subject: String
    /// To how many it happened.
    public let count: Int
    /// What happened.
    public let verb: JournalEvent.Verb
    /// The state after it.
    public let state: String?
    /// More about it.
    public let detail: String?
    /// The workflow of all records that it happened to.
    public let workflow: String?
    /// Their account.
    public let account: String?

    /// The line in English.
    var english: String {
        let more = count > 1 ? " and \(count - 1) more" : ""
        let facts = [state, detail, workflow, account].compactMap(\.self)
        return "\(subject)\(more) \(verb.rawValue)" + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", "))
    }
}

/// Tells people of events in their language.
public struct EventTelling: Sendable {
    private let language: String
    private let tell: @Sendable (EventLine, ReaderWords) -> String?

    /// - Parameters:
    ///   - language: a tag, of the lines whose reader chose no language; empty for English.
    ///   - tell: the line in these words; `nil` for English, which the line itself says.
    public init(language: String = "", tell: @escaping @Sendable (EventLine, ReaderWords) -> String? = { _, _ in nil })
    {
        self.language = language
        self.tell = tell
    }

    /// What tells the lines of a subscription.
    func teller(
        of subscription: SubscriptionRecord, in store: any Store
    ) throws(StoreError) -> (EventLine) -> String {
        let words = try ReaderWords.words(for: subscription, else: language, in: store)
        return { tell($0, words) ?? $0.english }
    }
}
