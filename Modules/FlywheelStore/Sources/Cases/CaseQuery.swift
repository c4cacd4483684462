public import FlywheelKit

/// Which cases are asked for, in which order. What is left empty or `nil` asks for nothing in particular.
public struct CaseQuery: Hashable, Sendable {
    /// What cases are sorted by. Of cases that are alike, the older one comes first.
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// Soonest due first; without a due moment last.
        case due
        /// Most urgent first, of these the soonest due; unknown urgency last.
        case urgency
        /// Lately changed first; never last.
        case updated

        /// How many keys a place in it has.
        public var keyCount: Int { self == .urgency ? 3 : 2 }
    }

    /// Those that are over, or those that are not.
    public var isDone: Bool?
    /// In one of these states.
    public var states: [String] = []
    /// Of one of these sides.
    public var sides: [String] = []
    /// Of one of these owners.
    public var owners: [String] = []
    /// With an owner, or without.
    public var isOwned: Bool?
    /// Of one of these groups.
    public var groups: [String] = []
    /// In one of these languages.
    public var languages: [String] = []
    /// Of one of these accounts.
    public var accounts: [String] = []
    /// On one of these marketplaces.
    public var marketplaces: [String] = []
    /// From one of these sources.
    public var sources: [String] = []
    /// Disputed so.
    public var disputes: [CaseRecord.Dispute] = []
    /// Of this party.
    public var party: PartyID?
    /// About this listing.
    public var listing: String?
    /// Due before that moment.
    public var dueBefore: Instant?
    /// Changed by their source at that moment or later.
    public var updatedSince: Instant?
    /// Over since that moment or a later one.
    public var endedSince: Instant?
    /// Over since before that moment.
    public var endedBefore: Instant?
    /// Those that went into another one; `false` leaves them out.
    public var includesMerged = false
    /// What they are sorted by.
    public var order = Order.due
    /// Only those that come after this one.
    public var after: CaseCursor?

    /// Asks for all cases that did not go into another.
    public init() {}
}

/// A place in an order of cases, whether or not a case still stands there.
public struct CaseCursor: Hashable, Sendable, Codable {
    /// What the order goes by, ascending; the last is the case's number.
    public let keys: [Int64]

    /// The place of those keys.
    public init(keys: [Int64]) { self.keys = keys }

    /// Where a case stands in an order.
    public init(of record: CaseRecord, in order: CaseQuery.Order) {
        let due = record.due?.seconds ?? .max
        keys =
            switch order {
            case .due: [due, record.id.number]
            case .urgency: [record.urgency.map { -Int64($0) } ?? .max, due, record.id.number]
            case .updated: [record.updated.map { -$0.seconds } ?? .max, record.id.number]
            }
    }
}
