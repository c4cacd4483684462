/// What a stage reads of a feed, and whether it can work without it.
public struct FeedInput: Hashable, Sendable {
    /// The feed.
    public let feed: Feed
    /// The columns the stage reads; chunks carry no others for it.
    public let columns: [ColumnDeclaration]
    /// Whether the feed decides: while a deciding feed is stale, partial or missing, the host opens and closes nothing
    /// for the stage, but for kinds that name their own (``FindingKind/decidedBy``).
    public let decides: Bool

    /// What is read of a feed. Stages say it with ``Feed/deciding(_:)`` and ``Feed/helping(_:)``.
    public init(feed: Feed, columns: [ColumnDeclaration], decides: Bool) {
        self.feed = feed
        self.columns = columns
        self.decides = decides
    }
}

extension Feed {
    /// Reads columns of the feed, which decides whether the stage's findings open and close exceptions, those of all kinds that do
    /// not name what decides about them.
    public func deciding<each Value>(_ column: repeat Column<each Value>) -> FeedInput {
        var columns: [ColumnDeclaration] = []
        repeat columns.append((each column).declaration)
        return FeedInput(feed: self, columns: columns, decides: true)
    }

    /// Reads columns of the feed where it is there; the stage works without it, but for kinds that name it as what decides about
    /// them.
    public func helping<each Value>(_ column: repeat Column<each Value>) -> FeedInput {
        var columns: [ColumnDeclaration] = []
        repeat columns.append((each column).declaration)
        return FeedInput(feed: self, columns: columns, decides: false)
    }
}
