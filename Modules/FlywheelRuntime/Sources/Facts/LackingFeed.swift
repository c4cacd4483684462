import FlywheelKit

/// A feed that a workflow decides by and that is too old, or that nobody brought: it opens and closes nothing there, or nothing of
/// some kinds.
public struct LackingFeed: Hashable, Sendable {
    /// What people call the feed.
    public let title: String
    /// How old it is, in whole days; `nil` where nobody ever brought a complete file.
    public let daysOld: Int?
    /// Whose it is, on which marketplace; `nil` where nobody has rows that the workflow could look at.
    public let place: Place?
    /// The kinds of problem that wait for it; empty where all of the workflow's do.
    public let kinds: [Kind]

    /// An account on a marketplace.
    public struct Place: Hashable, Sendable, Codable {
        /// The account.
        public let account: String
        /// The marketplace's id.
        public let marketplace: String
    }

    /// A kind of problem.
    public struct Kind: Hashable, Sendable, Codable {
        /// Its id.
        public let id: String
        /// What people call it.
        public let title: String
    }

    init(_ title: String, daysOld: Int?, at place: Place? = nil, kinds: [Kind] = []) {
        self.title = title
        self.daysOld = daysOld
        self.place = place
        self.kinds = kinds
    }

    /// What is wrong with it, where, and what alone waits for it.
    public var text: String {
        let wrong = daysOld.map { "\(title) stale, \($0) days old" } ?? "\(title) missing"
        let here = place.map { " (\($0.account), \(Marketplace.named($0.marketplace)?.name ?? $0.marketplace))" } ?? ""
        let alone = kinds.isEmpty ? "" : ", only for \(kinds.map(\.title).joined(separator: " and "))"
        return wrong + here + alone
    }

    /// The same, whatever waits for it.
    public var withoutKinds: LackingFeed { LackingFeed(title, daysOld: daysOld, at: place) }

    /// The same of one owner.
    func lacking(for owner: FeedLedger.Owner) -> LackingFeed {
        LackingFeed(
            title, daysOld: daysOld, at: Place(account: owner.account, marketplace: owner.marketplace), kinds: kinds)
    }

    /// The same where some kinds alone wait for it.
    func lacking(for kinds: [FindingKind]) -> LackingFeed {
        LackingFeed(title, daysOld: daysOld, at: place, kinds: kinds.map { Kind(id: $0.id, title: $0.title) })
    }

    /// Whether a problem of the workflow waits for it.
    func holdsUp(_ problem: Fingerprint) -> Bool {
        guard kinds.isEmpty || kinds.contains(where: { $0.id == problem.kind }) else { return false }
        guard let place else { return true }
        return place.account == problem.subject.account && place.marketplace == problem.subject.marketplace
    }
}

extension LackingFeed: Codable {
    private enum CodingKeys: CodingKey { case title, daysOld, place, kinds }

    /// Reads it also as it was formerly kept: as its text.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(text: text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(String.self, forKey: .title),
            daysOld: try container.decodeIfPresent(Int.self, forKey: .daysOld),
            at: try container.decodeIfPresent(Place.self, forKey: .place),
            kinds: try container.decodeIfPresent([Kind].self, forKey: .kinds) ?? [])
    }

    /// Writes no kinds where there are none, as before there were any.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(daysOld, forKey: .daysOld)
        try container.encodeIfPresent(place, forKey: .place)
        if !kinds.isEmpty { try container.encode(kinds, forKey: .kinds) }
    }

    private init(text: String) {
        let form =
            #/
            (?<title>.+?) (?:\ missing|\ stale,\ (?<days>\d+)\ days\ old) (?:\ \((?<account>.+),\ (?<marketplace>.+)\))?
            /#
        guard let parts = try? form.wholeMatch(in: text) else {
            self.init(text, daysOld: nil)
            return
        }
        let place = parts.account.flatMap { account in
            parts.marketplace.map { name in
                Place(account: String(account), marketplace: Marketplace.named(name)?.id ?? String(name))
            }
        }
        self.init(String(parts.title), daysOld: parts.days.flatMap { Int($0) }, at: place)
    }
}

extension [LackingFeed] {
    /// Each of both once, in the order of their texts.
    func joined(with other: [LackingFeed]) -> [LackingFeed] {
        Set(self + other).sorted { $0.text < $1.text }
    }
}
