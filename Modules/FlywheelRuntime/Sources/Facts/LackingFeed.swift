import FlywheelKit

/// A feed that a workflow decides by and that is too old, or that nobody brought: it opens and closes nothing there.
public struct LackingFeed: Hashable, Sendable {
    /// What people call the feed.
    public let title: String
    /// How old it is, in whole days; `nil` where nobody ever brought a complete file.
    public let daysOld: Int?
    /// Whose it is, on which marketplace; `nil` where nobody has rows that the workflow could look at.
    public let place: Place?

    /// An account on a marketplace.
    public struct Place: Hashable, Sendable, Codable {
        /// The account.
        public let account: String
        /// The marketplace's id.
        public let marketplace: String
    }

    init(_ title: String, daysOld: Int?, at place: Place? = nil) {
        self.title = title
        self.daysOld = daysOld
        self.place = place
    }

    /// What is wrong with it, and where.
    public var text: String {
        let wrong = daysOld.map { "\(title) stale, \($0) days old" } ?? "\(title) missing"
        guard let place else { return wrong }
        return "\(wrong) (\(place.account), \(Marketplace.named(place.marketplace)?.name ?? place.marketplace))"
    }

    /// The same of one owner.
    func lacking(for owner: FeedLedger.Owner) -> LackingFeed {
        LackingFeed(title, daysOld: daysOld, at: Place(account: owner.account, marketplace: owner.marketplace))
    }

    /// Whether it is theirs, or everybody's.
    func isOf(_ subject: Subject) -> Bool {
        guard let place else { return true }
        return place.account == subject.account && place.marketplace == subject.marketplace
    }
}

extension LackingFeed: Codable {
    private enum CodingKeys: CodingKey { case title, daysOld, place }

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
            at: try container.decodeIfPresent(Place.self, forKey: .place))
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
