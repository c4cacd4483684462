public import Cases
public import FlywheelKit
public import FlywheelStore

/// Which cases somebody asks for: what a saved view keeps. What is left out asks for nothing in particular.
public struct InboxFilter: Hashable, Sendable, Codable {
    /// In one of these states; those that are not over where none is named.
    public var states: [CaseState] = []
    /// Whether cases that are over are asked for as well.
    public var includesDone = false
    /// Of one of these sides.
    public var sides: [Side] = []
    private var owners: [String] = []
    private var isMine = false
    private var isOwned: Bool?
    /// Of one of these groups.
    public var groups: [String] = []
    /// In one of these languages, by ISO 639 code.
    public var languages: [String] = []
    /// Of this account.
    public var account: String?
    /// On this marketplace, by its id.
    public var marketplace: String?
    /// About this listing, by its SKU.
    public var listing: String?
    /// Due within so many hours, late ones too.
    public var dueHours: Double?
    /// With a dispute that waits for a decision.
    public var isDisputed = false
    /// Of which the source says something else than the desk.
    public var isConflicting = false
    /// What they are sorted by.
    public var order = CaseQuery.Order.due

    /// Asks for all cases that are not over.
    public init() {}

    /// Whose cases somebody asks for.
    public enum Owner: Hashable, Sendable {
        /// Anybody's, and those that nobody has.
        case any
        /// Those that nobody has.
        case nobody
        /// Those of whoever asks.
        case asker
        /// Those of one of these people.
        case people([String])
    }

    /// Whose cases are asked for. One choice, kept in saved views as three fields of which the first that says anything counts.
    public var owner: Owner {
        get {
            if isMine { return .asker }
            if isOwned == false { return .nobody }
            return owners.isEmpty ? .any : .people(owners)
        }
        set {
            (isMine, isOwned, owners) = (newValue == .asker, newValue == .nobody ? false : nil, [])
            if case .people(let names) = newValue { owners = names }
        }
    }

    /// What the store is asked.
    public func query(for name: String, at now: Instant) -> CaseQuery {
        var query = CaseQuery()
        query.states = states.map(\.rawValue)
        query.isDone = states.isEmpty && !includesDone ? false : nil
        query.sides = sides.map(\.rawValue)
        switch owner {
        case .any: break
        case .nobody: query.isOwned = false
        case .asker: query.owners = [name]
        case .people(let names): query.owners = names
        }
        query.groups = groups
        query.languages = languages
        query.accounts = account.map { [$0] } ?? []
        query.marketplaces = marketplace.map { [$0] } ?? []
        query.listing = listing
        query.dueBefore = dueHours.map { now.advanced(bySeconds: Int64(($0 * 3_600).rounded())) }
        query.disputes = isDisputed ? [.open] : []
        query.order = order
        return query
    }

    /// Reads what ``text`` wrote.
    public init?(text: String) {
        guard let filter = try? CanonicalJSON.value(Self.self, from: text) else { return nil }
        self = filter
    }

    /// The filter as a saved view keeps it: canonical JSON.
    public var text: String {
        // Words and numbers always have a form in JSON, unless an hour is not finite.
        (try? CanonicalJSON.text(self)) ?? "{}"
    }
}
