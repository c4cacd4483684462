/// A part of the journal that ends where an entry ends: whoever goes on after its last line's entry misses nothing.
///
/// A store hands in lines in order until they are refused or there are no more.
public struct JournalPage: Sendable {
    /// What was taken in.
    public private(set) var lines: [JournalLine] = []
    private let limit: Int
    /// How many lines stand before the newest entry.
    private var whole = 0

    /// An empty page.
    ///
    /// - Parameter limit: the lines it takes, above 0; one entry it takes however long that is.
    public init(limit: Int) {
        precondition(limit > 0, "a page of \(limit) lines never ends")
        self.limit = limit
    }

    /// Adds the next line.
    ///
    /// - Returns: `false` where its entry has no room; nothing of that entry is on the page then, and the page is done.
    public mutating func add(_ line: JournalLine) -> Bool {
        if let last = lines.last, last.sequence != line.sequence { whole = lines.count }
        if whole > 0, lines.count >= limit {
            lines.removeSubrange(whole...)
            return false
        }
        lines.append(line)
        return true
    }
}
