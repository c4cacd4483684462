/// What a feature belongs to. Each block of a message has the same length, so that the few words of a message are not
/// drowned by the many parts they have, in a short message as in a long one.
enum FeatureBlock: UInt8, Hashable, Sendable {
    /// Words, and two words that follow each other.
    case words
    /// Runs of letters.
    case parts

    /// How many there are.
    static let count = 2
    /// Where the block is among both.
    var index: Int { Int(rawValue) }
}
