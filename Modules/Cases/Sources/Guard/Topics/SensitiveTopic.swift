/// What no program may decide about, however sure it is.
public enum SensitiveTopic: String, Hashable, Sendable, Codable, CaseIterable {
    /// What a rule means or allows, an exception to one, an appeal against one.
    case policy
    /// Money that is asked for, owed, held back, charged or given up.
    case money
    /// Life, health, property in danger, and threats.
    case safety
    /// Lawyers, courts, authorities, rights in marks and works, personal data.
    case legal
}

/// Words of a message that speak of a sensitive topic.
public struct SensitiveMention: Hashable, Sendable {
    /// What they speak of.
    public let topic: SensitiveTopic
    /// The words, as they stand in the message.
    public let words: String
    /// The phrase they were recognised by, such as `take _ to court`.
    public let phrase: String

    /// A mention.
    public init(_ topic: SensitiveTopic, words: String, phrase: String) {
        self.topic = topic
        self.words = words
        self.phrase = phrase
    }
}
