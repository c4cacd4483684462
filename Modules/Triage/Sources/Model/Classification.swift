/// What a message is about as far as a model can tell, with how sure it is and which words made it say so.
public struct Classification: Hashable, Sendable {
    /// The likeliest labels, best first, at most ``mostLabels``; none for a message without a word the model has seen.
    public internal(set) var labels: [LabelConfidence] = []
    /// The probability that the message is about what the model knows at all, 0 to 1.
    public internal(set) var scope = 0.0
    /// The words without which the outcome would be another one: leave them out of the message, and its best label
    /// changes or there is none. What weighs most comes first.
    public internal(set) var reasons: [Reason] = []
    /// How many words the message has; each sign of a script without spaces is one.
    public internal(set) var words = 0
    /// The words that were in no message of the training, by their bytes in the UTF-8 of the message.
    public internal(set) var newWords: [Range<Int>] = []

    /// How many labels are listed.
    public static let mostLabels = 8

    /// Nothing known of any message yet.
    public init() {}

    /// The likeliest label; nil if there is none.
    public var best: LabelConfidence? { labels.first }

    /// The probability that the message is in scope and about its likeliest label, 0 to 1; 0 without one. It is what
    /// ``RiskCoverage`` sets thresholds for.
    public var certainty: Double { (best?.confidence ?? 0) * scope }
}

/// A label and how sure it is.
public struct LabelConfidence: Hashable, Sendable {
    /// What the message may be about.
    public let label: String
    /// The probability that it is, 0 to 1: of messages with a confidence of 0.8 four of five are about their label.
    public let confidence: Double
}

/// A word or a phrase of a message that spoke for its best label.
public struct Reason: Hashable, Sendable {
    /// Where it stands, in bytes of the message's UTF-8.
    public let utf8: Range<Int>
    /// By how much it spoke for the best label rather than the next, as a share of all that did; the reasons are
    /// ordered by it.
    public let weight: Double

    /// The word or phrase as it was written.
    ///
    /// - Precondition: `message` is the one that was classified.
    public func text(in message: String) -> Substring {
        let utf8 = message.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: self.utf8.lowerBound)
        return message[start..<utf8.index(start, offsetBy: self.utf8.count)]
    }
}
