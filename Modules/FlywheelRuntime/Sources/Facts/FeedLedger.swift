public import FlywheelKit
public import FlywheelStore

/// Which imports count for a look at the facts from a moment: what was true by then, and known by then.
public struct FeedLedger: Sendable {
    /// Whose facts a chunk holds.
    struct Owner: Hashable {
        let account: String
        let marketplace: String

        init(account: String, marketplace: String) {
            self.account = account
            self.marketplace = marketplace
        }

        init(_ chunk: Chunk) { self.init(account: chunk.account, marketplace: chunk.marketplace) }
    }

    private struct Key: Hashable {
        let owner: Owner
        let feed: String
    }

    /// The moment the facts are looked at from.
    public let asOf: Instant
    private let kept: [Key: [ImportRecord]]

    /// The imports of a store that were true by `asOf` and had come in by `knownAt`.
    public init(_ imports: [ImportRecord], asOf: Instant, knownAt: Instant? = nil) {
        self.asOf = asOf
        let visible = imports.filter { record in
            record.state == .kept && record.draft.effectiveAt <= asOf
                && (knownAt.map { record.draft.receivedAt <= $0 } ?? true)
        }
        kept = Dictionary(grouping: visible) { record in
            Key(
                owner: Owner(account: record.draft.account, marketplace: record.draft.marketplace),
                feed: record.draft.feed)
        }.mapValues { $0.sorted(by: Self.isOlder) }
    }

    /// The newest import that counts.
    var last: ImportID? { kept.values.joined().map(\.id).max() }

    /// SHA-256 over the ids of the imports that count: two looks with the same see the same facts, whichever files came in, were
    /// accepted or were discarded between them.
    public var digest: String {
        SHA.hexadecimal(of: kept.values.joined().map(\.id).sorted().map(\.description).joined(separator: " "))
    }

    /// The imports of a feed for an owner that make up what is known, oldest first.
    ///
    /// For a snapshot: of each kind of file the newest complete one and the partial ones after it, without kinds that
    /// have grown stale beside a fresh one; of a list of problems without partial files that have, beside a fresh complete
    /// one; of a feed that decides row by row without all that have. For a log: all.
    func sources(of feed: Feed, for owner: Owner) -> [ImportRecord] {
        let records = kept[Key(owner: owner, feed: feed.key.text)] ?? []
        if case .log = feed.shape { return records }
        var byFormat: [String: [ImportRecord]] = [:]
        for record in records {
            if record.summary.isComplete { byFormat[record.draft.format] = [] }
            byFormat[record.draft.format, default: []].append(record)
        }
        let formats = Array(byFormat.values)
        let fresh = formats.filter { $0.contains { isFresh($0, feed) } }
        let sources = (fresh.isEmpty ? formats : fresh).flatMap(\.self).sorted(by: Self.isOlder)
        if feed.decidesByRow { return sources.filter { isFresh($0, feed) } }
        // Of a list of problems, what was said of some subjects long ago is not held against a fresh list of them all.
        let isListed = sources.contains { $0.summary.isComplete && isFresh($0, feed) }
        guard feed.shape == .snapshotRows, isListed else { return sources }
        return sources.filter { $0.summary.isComplete || isFresh($0, feed) }
    }

    /// Every kept import of a feed for an owner that was true at some moment of these, oldest first: what a snapshot said
    /// of days past.
    func sources(of feed: Feed, for owner: Owner, from first: Instant) -> [ImportRecord] {
        (kept[Key(owner: owner, feed: feed.key.text)] ?? []).filter { $0.draft.effectiveAt >= first }
    }

    private func isFresh(_ record: ImportRecord, _ feed: Feed) -> Bool {
        asOf.days(since: record.draft.effectiveAt) <= feed.freshForDays
    }

    /// The order in which files say things. Of two that were true at once the contents decide, and not which came in first.
    private static func isOlder(_ one: ImportRecord, _ other: ImportRecord) -> Bool {
        (one.draft.effectiveAt, one.draft.digest) < (other.draft.effectiveAt, other.draft.digest)
    }

    /// All kept imports of a feed, whoever they belong to, oldest first.
    func sourcesForAll(of feed: Feed) -> [ImportRecord] {
        kept.filter { $0.key.feed == feed.key.text }.values.flatMap(\.self)
            .sorted(by: Self.isOlder)
    }

    /// The owners that anything is known of, in the order of their names.
    var owners: [Owner] {
        Set(kept.keys.map(\.owner)).sorted { ($0.account, $0.marketplace) < ($1.account, $1.marketplace) }
    }

    /// Whether an owner is more than what exchange rates, people and events came in for: those hold everywhere, and what lacks
    /// beside them lacks nowhere.
    func isPlace(_ owner: Owner) -> Bool {
        let feeds = kept.keys.filter { $0.owner == owner }.map(\.feed)
        return feeds.isEmpty || feeds.contains { !Self.everywhere.contains($0) }
    }

    private static let everywhere = Set([Rates.feed, People.feed, Events.feed].map(\.key.text))

    /// The subjects of which a snapshot said something that could not be read.
    func unread(of feeds: [Feed], for owner: Owner) -> Set<String> {
        feeds.reduce(into: []) { codes, feed in
            for source in sources(of: feed, for: owner) { codes.formUnion(source.summary.unread) }
        }
    }

    /// Whether an owner ever brought a file of a feed that speaks for all subjects.
    func isWhole(_ feed: Feed, for owner: Owner) -> Bool {
        kept[Key(owner: owner, feed: feed.key.text)]?.contains(where: \.summary.isComplete) ?? false
    }

    /// Whether files decide about the rows that they name alone: those of a feed that always does, and of any snapshot of which
    /// an owner has no file that speaks for all.
    private func decidesByRow(_ feed: Feed, for owner: Owner) -> Bool {
        if feed.decidesByRow { return true }
        if case .log = feed.shape { return false }
        return !isWhole(feed, for: owner)
    }

    /// Where files decide about the rows that they name alone, those that are fresh and do; `nil` elsewhere.
    func decidingByRow(_ feed: Feed, for owner: Owner) -> [ImportRecord]? {
        decidesByRow(feed, for: owner) ? sources(of: feed, for: owner).filter { isFresh($0, feed) } : nil
    }

    /// Whether all that is known of a feed says something of now. Where files of a few rows alone make it up, some may have
    /// grown stale.
    func isFresh(_ feed: Feed, for owner: Owner) -> Bool {
        guard case .fresh = status(of: feed, for: owner) else { return false }
        return feed.decidesByRow || isWhole(feed, for: owner)
    }

    /// How fresh a feed is for an owner: as fresh as the oldest of the complete files that make it up; where files decide row
    /// by row as the newest.
    func status(of feed: Feed, for owner: Owner) -> FeedStatus {
        let records = kept[Key(owner: owner, feed: feed.key.text)] ?? []
        let decidesByRow = decidesByRow(feed, for: owner)
        guard let newest = records.last(where: { decidesByRow || $0.summary.isComplete }) else { return .missing }
        let at = newest.draft.effectiveAt
        guard isFresh(newest, feed) else { return .stale(at, days: asOf.days(since: at)) }
        if case .log = feed.shape { return .fresh(at) }
        let oldest = decidesByRow ? nil : sources(of: feed, for: owner).first(where: \.summary.isComplete)
        return .fresh(oldest?.draft.effectiveAt ?? at)
    }

    /// Whether feeds let anything be decided for an owner: each must be fresh.
    func gate(of deciding: [FeedInput], for owner: Owner) -> Gate {
        var decidedAt = asOf
        var lacking: [LackingFeed] = []
        for feed in deciding.map(\.feed) {
            switch status(of: feed, for: owner) {
            case .fresh(let at): decidedAt = min(decidedAt, at)
            case .stale(_, let days): lacking.append(LackingFeed(feed.title, daysOld: Int(days)))
            case .missing: lacking.append(LackingFeed(feed.title, daysOld: nil))
            }
        }
        return lacking.isEmpty ? .open(decidedAt) : .withheld(lacking)
    }
}

/// How fresh a feed is.
public enum FeedStatus: Hashable, Sendable {
    /// Within its limit; the oldest of the newest complete files was true at that moment, where files decide row by row the
    /// newest.
    case fresh(Instant)
    /// Older than its limit: it opens and closes nothing.
    case stale(Instant, days: Double)
    /// Nobody ever brought anything to decide by.
    case missing
}

/// Whether exceptions of an owner may open and close in this rotation.
enum Gate: Hashable, Sendable {
    /// They may; the oldest of the deciding snapshots was true at that moment.
    case open(Instant)
    /// They may not for want of these.
    case withheld([LackingFeed])

    /// Whether they may.
    var isOpen: Bool { if case .open = self { true } else { false } }
}

extension FeedLedger {
    /// What people call the workflows, of these, that open and close nothing for an owner for want of a feed; where that holds of
    /// some kinds alone, with those.
    public func stopped(
        _ manifests: [StageManifest], without feed: Feed, account: String, marketplace: String
    ) -> [String] {
        let owner = Owner(account: account, marketplace: marketplace)
        return manifests.compactMap { manifest in
            let kinds = ruling(of: manifest, for: owner).lacking.first { $0.title == feed.title }?.kinds
            return kinds.map { kinds in
                kinds.isEmpty ? manifest.title : "\(manifest.title) (\(kinds.map(\.title).joined(separator: " or ")))"
            }
        }
    }

    /// How old each of these feeds is, for every owner that ever brought one.
    ///
    /// - Parameter manifests: the workflows that may wait for a feed.
    public func ages(of feeds: [Feed], for manifests: [StageManifest]) -> [FeedAge] {
        feeds.flatMap { feed in
            kept.keys.filter { $0.feed == feed.key.text }.map(\.owner).map { owner in
                FeedAge(
                    feed: feed, account: owner.account, marketplace: owner.marketplace,
                    status: status(of: feed, for: owner),
                    stopped: stopped(
                        manifests, without: feed, account: owner.account, marketplace: owner.marketplace))
            }
        }.sorted {
            ($0.feed.title, $0.account, $0.marketplace) < ($1.feed.title, $1.account, $1.marketplace)
        }
    }
}

/// How old a feed is for one owner.
public struct FeedAge: Sendable {
    /// The feed.
    public let feed: Feed
    /// Whose it is.
    public let account: String
    /// On which marketplace.
    public let marketplace: String
    /// How fresh it is.
    public let status: FeedStatus
    /// What people call the workflows that open and close nothing there for want of it; none while it is fresh.
    public let stopped: [String]
}
