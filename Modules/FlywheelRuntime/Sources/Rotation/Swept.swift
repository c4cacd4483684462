import FlywheelKit
import FlywheelStore

/// What came of one chunk.
struct ChunkTurn: Sendable {
    let owner: FeedLedger.Owner
    let codes: Texts
    let kind: Subject.Kind
    let place: ChunkPlace
    /// The places among all that stands of what stood on the chunk's rows.
    var stood: [Int] = []
    /// What became of the exceptions on the chunk's rows.
    var changes: [(row: Int, change: Change)] = []
    /// What was dismissed on the chunk's rows and is over.
    var over: [ExceptionID] = []
    /// The rows of the chunk by workflow that could decide anything about them.
    var decided: [String: LookedRows] = [:]
    /// For want of what others could not, or not about some kinds, by workflow.
    var lacking: [String: [LackingFeed]] = [:]
    /// Turns misled by discarded files of whose mistakes some could not be judged.
    var unsettled: Set<MisledTurns> = []
    /// What stages that could decide would change of its listings, by what they saw.
    var wanted: [Fingerprint: ListingChange] = [:]
    /// Whether any of them was seen to have something in common with others.
    var isGrouped = false
    /// What was published of its listings, where rows of other kinds will ask for it.
    var signals: SignalPort?
    /// The prices to reckon with in place of those that are errors, or that no list says any more, by row.
    var reckonedPrices: [Int: Money] = [:]
    /// How the weeks past and ahead of its listings differ.
    var seasons = ChunkSeasons()
    /// Since when its listings are blocked.
    var blocked = BlockedRows()
    /// What the chunk's listings add to how the business stands; `nil` for chunks of other kinds.
    var measures: ListingMeasures?
    /// What was seen beside, which decides nothing.
    var side = SideReport()
    /// What the chunk's listings sell; `nil` for chunks of other kinds.
    var demand: ChunkDemand?

    /// Gives back all that is of no further use once a turn is published.
    mutating func forget() {
        changes = []
        wanted = [:]
        signals = nil
        measures = nil
        side = SideReport()
    }

    /// Puts what opens last, in the order of fingerprints: the one in which it is given ids.
    mutating func orderOpenings() {
        var (ordered, opening): ([(row: Int, change: Change)], [(name: String, place: Int)]) = ([], [])
        for (place, entry) in changes.enumerated() {
            if entry.change.isOpening {
                opening.append((entry.change.exception.fingerprint.text, place))
            } else {
                ordered.append(entry)
            }
        }
        guard !opening.isEmpty else { return }
        opening.sort { $0.name < $1.name }
        ordered.reserveCapacity(changes.count)
        for (_, place) in opening { ordered.append(changes[place]) }
        changes = ordered
    }

    /// Gives what opens the ids from `first` on, in the order it stands in.
    mutating func identify(from first: Int64) {
        var next = first
        for place in changes.indices where changes[place].change.isOpening {
            changes[place].change.set(\.id, to: ExceptionID(next))
            next += 1
        }
    }

    /// Whether something on a row waits for work.
    var isOpen: [Bool] {
        changes.reduce(into: [Bool](repeating: false, count: codes.count)) { rows, entry in
            if entry.change.exception.state.isOpen { rows[entry.row] = true }
        }
    }
}

/// Rows that a workflow looked at.
struct LookedRows: Hashable, Sendable {
    /// How many.
    let rows: Int
    /// Of how many of them too little was known to tell, or to tell of every kind.
    let untold: Int

    static func + (one: LookedRows, other: LookedRows) -> LookedRows {
        LookedRows(rows: one.rows + other.rows, untold: one.untold + other.untold)
    }
}

/// What the tiers need of a chunk of listings.
struct ListingTurn: Sendable {
    let demand: ChunkDemand
    let codes: Texts
    /// The day the oldest of a row's open exceptions was seen.
    let troubledSince: [Int: Day]

    init?(_ turn: ChunkTurn) {
        guard let demand = turn.demand else { return nil }
        self.demand = demand
        codes = turn.codes
        troubledSince = turn.changes.reduce(into: [:]) { days, entry in
            let exception = entry.change.exception
            guard exception.state.isOpen else { return }
            days[entry.row] = min(days[entry.row] ?? exception.detected.utcDay, exception.detected.utcDay)
        }
    }
}

/// What came of all chunks, in their order.
struct Swept {
    var turns: [ChunkTurn] = []
    /// What became of exceptions that no chunk holds.
    var orphans: [Change] = []
    /// What became of exceptions that stand for others.
    private(set) var groups: [Change] = []
    /// The best tier of each group's members.
    private(set) var groupTiers: [Fingerprint: Tier] = [:]
    /// What is new to a group, by its number in ``groups``.
    private var joining: [(place: Place, group: Int)] = []
    private(set) var listings = 0
    /// The rows by workflow that could decide anything about them.
    private(set) var decided: [String: LookedRows] = [:]
    /// For want of what they could not, somewhere or everywhere.
    var withheld: [String: [LackingFeed]] = [:]

    /// Where a change stands: in a turn, or among those no chunk holds.
    struct Place {
        let turn: Int?
        let index: Int
    }

    /// Adds what became of an exception that stands for others.
    mutating func add(_ group: Change, _ members: Members) {
        groupTiers[group.exception.fingerprint] = members.tier
        joining += members.joining.map { ($0, groups.count) }
        groups.append(group)
    }

    /// Gives groups that open the ids from `first` on, and tells what is new to a group which exception that is.
    mutating func identifyGroups(from first: Int64) {
        var next = first
        for place in groups.indices where groups[place].isOpening {
            groups[place].set(\.id, to: ExceptionID(next))
            next += 1
        }
        for (place, group) in joining {
            let parent = groups[group].exception.id
            change(at: place) { $0.set(\.parent, to: parent, .joined) }
        }
    }

    /// Puts off what is new to a group that stays put off, as one act with it: whoever put off a burst is not to be shown the
    /// next of it alone. What somebody decided about by itself stays as it is.
    mutating func putOffNewMembers() {
        for (place, group) in joining {
            guard let snooze = groups[group].exception.snooze else { continue }
            change(at: place) { change in
                let member = change.exception
                guard member.state.isOpen, member.snooze == nil, member.claimedBy == nil, member.assignedBy == nil
                else { return }
                change.set(\.snooze, to: snooze)
            }
        }
    }

    private mutating func change(at place: Place, _ body: (inout Change) -> Void) {
        if let turn = place.turn {
            body(&turns[turn].changes[place.index].change)
        } else {
            body(&orphans[place.index])
        }
    }

    /// Gives back what listings sell, once everything is priced.
    mutating func forgetDemand() {
        concurrentForEach(&turns) { _, turn in turn.demand = nil }
    }

    /// Gives back what came of chunks, once it is published: there is so much that all cores do it.
    mutating func forgetTurns() {
        concurrentForEach(&turns) { _, turn in turn.forget() }
    }

    /// Where these listings stand, by one walk over the codes of their accounts' chunks, many at a time.
    func places(of listings: Set<Subject>) -> [Subject: (turn: Int, row: Int)] {
        let byOwner = Dictionary(grouping: listings) {
            FeedLedger.Owner(account: $0.account, marketplace: $0.marketplace)
        }.mapValues { Dictionary($0.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }) }
        let found = concurrentMap(turns.count) { number in
            let turn = turns[number]
            guard turn.kind == .listing, let wanted = byOwner[turn.owner] else { return [(Subject, (Int, Int))]() }
            return (0..<turn.codes.count).compactMap { row in wanted[turn.codes[row]].map { ($0, (number, row)) } }
        }
        return Dictionary(found.joined(), uniquingKeysWith: { _, last in last })
    }

    /// The tiers of the listings that something is about which no chunk holds, as what a person added of a kind of their own is.
    func orphanTiers(by tiers: SweptTiers) -> [Subject: Tier] {
        places(of: Set(orphans.map(\.exception.fingerprint.subject))).compactMapValues(tiers.tier)
    }

    /// The tiers of the listings whose losses hang on something else, such as a case about one.
    func stakedTiers(by tiers: SweptTiers) -> [Subject: Tier] {
        let staked = parts { $0.compactMap { $0.exception.state.isOpen ? $0.exception.stakedListing : nil } }
        return places(of: Set(staked.joined())).compactMapValues(tiers.tier)
    }

    /// The changes of a chunk, or all those that no chunk holds and then groups.
    typealias Changes = LazyMapSequence<[(row: Int, change: Change)], Change>

    /// What is made of all changes, chunk by chunk on all cores, last of those no chunk holds and groups.
    func parts<Part: Sendable>(_ make: @Sendable (Changes) -> Part) -> [Part] {
        let others = (orphans + groups).map { (row: 0, change: $0) }
        return concurrentMap(turns.count + 1) { number in
            make((number < turns.count ? turns[number].changes : others).lazy.map(\.change))
        }
    }

    /// The changes of which something holds, in the same order.
    func changes(where holds: @Sendable (Change) -> Bool) -> [Change] {
        parts { changes in changes.filter { holds($0) } }.flatMap(\.self)
    }

    mutating func add(_ turn: ChunkTurn) {
        turns.append(turn)
        if turn.kind == .listing { listings += turn.codes.count }
        decided.merge(turn.decided, uniquingKeysWith: +)
        for (workflow, lacking) in turn.lacking {
            withheld[workflow] = (withheld[workflow] ?? []).joined(with: lacking.map { $0.lacking(for: turn.owner) })
        }
    }

    /// Decides more about each change, many chunks at a time: `place` says where it stands, `nil` that no chunk holds it.
    /// Groups come last.
    mutating func decide(_ body: @Sendable (inout Change, _ place: (turn: Int, row: Int)?) -> Void) {
        concurrentForEach(&turns) { number, turn in
            for place in turn.changes.indices { body(&turn.changes[place].change, (number, turn.changes[place].row)) }
        }
        for place in orphans.indices { body(&orphans[place], nil) }
        for place in groups.indices { body(&groups[place], nil) }
    }
}
