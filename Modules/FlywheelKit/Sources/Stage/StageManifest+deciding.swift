extension StageManifest {
    /// What is read of the feeds that decide about a kind; of one that names none, and of one that the manifest does not know,
    /// what is read as deciding.
    public func deciding(about kind: FindingKind?) -> [FeedInput] {
        guard let feeds = kind?.decidedBy else { return inputs.filter(\.decides) }
        return inputs.filter { input in feeds.contains { $0.key == input.feed.key } }
    }

    /// What is read of the feeds that decide about anything.
    public var deciding: [FeedInput] {
        let named = Set(kinds.flatMap { $0.decidedBy ?? [] }.map(\.key))
        return inputs.filter { $0.decides || named.contains($0.feed.key) }
    }

    /// The feeds by which kinds say that they are decided and that the stage does not read: nothing could ever be decided.
    public var unreadDeciders: [(kind: FindingKind, feed: Feed)] {
        let read = Set(inputs.map(\.feed.key))
        return kinds.flatMap { kind in
            ((kind.decidedBy ?? []) + [kind.elseDecidedBy].compactMap(\.self))
                .filter { !read.contains($0.key) }.map { (kind, $0) }
        }
    }
}
