/// What is to be erased of the desk, for good.
public struct Erasure: Hashable, Sendable {
    /// Parties of whom nothing is to be left: who they are, what they wrote, and all that anybody wrote in their cases. What is
    /// dated before the erasure is never kept again, should an old file bring it once more.
    public var parties: [PartyID] = []
    /// Cases of which nothing that was written is to be left.
    public var cases: [CaseID] = []
    /// Names and addresses that are to be replaced by ``mark`` wherever else they stand: what others wrote, notes on
    /// exceptions, excerpts of rejected lines, words that a source gave a case (whose version counts on). Capitals make no
    /// difference.
    public var strings: [String] = []
    /// What the journal keeps of it; codes and digests, never personal text.
    public var events: [JournalEvent] = []

    /// Erases nothing.
    public init() {}

    /// What stands where a string was erased.
    public static let mark = "[erased]"
}

/// What an erasure took.
public struct ErasureReport: Hashable, Sendable {
    /// Texts that are gone.
    public var texts = 0
    /// Texts in which something was replaced.
    public var redacted = 0

    /// An erasure that took these.
    public init(texts: Int = 0, redacted: Int = 0) {
        self.texts = texts
        self.redacted = redacted
    }
}
