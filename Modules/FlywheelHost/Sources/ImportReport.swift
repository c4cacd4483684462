public import FlywheelStore

/// What became of one file that was offered.
public struct ImportReport: Sendable {
    /// What became of it.
    public enum Result: Sendable {
        /// Its facts count.
        case kept(ImportRecord)
        /// Its facts wait for a person.
        case quarantined(ImportRecord)
        /// The same bytes were kept before, as that import, and nothing says that they were true again later.
        case same(ImportID)
        /// It is not a file of facts: why, in a sentence and in a word.
        case leftAlone(why: String, code: String)
    }

    /// The path as it was given.
    public var path: String
    /// What became of it.
    public var result: Result
    /// The first rejects.
    public var rejects: [Reject]
    /// Where account, marketplace, currency and time came from, in the order of showing.
    public var origins: [String]
    /// What of the file nothing reads, in a sentence each; they stand in ``origins`` as well.
    public var unused: [String] = []
    /// Of the same bytes as an earlier import's, what would be read otherwise now, each in words; nothing of it counts.
    public var readOtherwise: [String] = []
    /// Whether what it brought can be taken back; see ``Host/mayDiscard(_:)``.
    public var mayBeDiscarded = true

    /// What was read one way and may have been meant another, in sentences; they stand in ``origins`` as well.
    public var doubts: [String] {
        switch result {
        case .kept(let record), .quarantined(let record): record.summary.doubts ?? []
        case .same, .leftAlone: []
        }
    }
}
