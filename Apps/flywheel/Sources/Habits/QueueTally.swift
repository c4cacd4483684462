import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What a filter leaves of the queue: as much as the queue under the same filter says, and what is asked of it further.
///
/// It keeps sums and the first rows of each, never all: a queue may have a million.
struct QueueTally: Sendable {
    let filter: QueueFilter
    private(set) var count = 0
    /// Minor units of the rotation's currency.
    private(set) var atRisk: Int64 = 0
    /// What of it can still be avoided.
    private(set) var avoidable: Int64 = 0
    /// How many should have been acted on before now.
    private(set) var late = 0
    /// The first rows that the queue lists, in its order: what stands beneath one is none of them.
    private(set) var ids: [String] = []
    private var first = FirstRows()
    /// How long problems have lasted that have begun.
    private(set) var ages = ProblemAges()
    /// What the person who looks has claimed.
    private(set) var claims: Claims

    init(_ filter: QueueFilter, for person: String) {
        self.filter = filter
        claims = Claims(person: person)
    }

    /// Takes a row and its amounts in, where the filter does.
    fileprivate mutating func add(_ line: QueueLine, _ amounts: RiskTerms.Amounts, at now: Instant) {
        guard filter.admits(line, at: now) else { return }
        count += 1
        first.add(line)
        if let due = line.due, due < now { late += 1 }
        ages.add(line, at: now)
        claims.add(line)
        // A group's sum is its members'.
        guard !line.isGroup else { return }
        atRisk += amounts.inTotal
        avoidable += amounts.avoidable
    }

    /// Takes in what rows further down the queue came to.
    fileprivate mutating func add(_ further: QueueTally) {
        count += further.count
        atRisk += further.atRisk
        avoidable += further.avoidable
        late += further.late
        first.add(further.first)
        ages.add(further.ages)
        claims.add(further.claims)
    }

    /// Names the first rows, once none is being read any more: what a row stands beneath is looked up.
    fileprivate mutating func nameRows(by groups: QueueGroups, at now: Instant) throws {
        let isListed = { [filter] (line: QueueLine) in try groups.lists(line, under: filter, at: now) }
        ids = try first.ids(where: isListed)
        try claims.nameRows(where: isListed)
    }
}

extension QueueTally {
    /// The rows that somebody claimed.
    struct Claims {
        let person: String
        private(set) var count = 0
        /// The first of them that the queue lists, in its order.
        private(set) var ids: [String] = []
        private var first = FirstRows()
        private(set) var oldest: Instant?

        init(person: String) { self.person = person }

        fileprivate mutating func add(_ line: QueueLine) {
            guard line.claimedBy == person else { return }
            count += 1
            first.add(line)
            oldest = [oldest, line.claimed].compactMap(\.self).min()
        }

        fileprivate mutating func add(_ further: Claims) {
            count += further.count
            first.add(further.first)
            oldest = [oldest, further.oldest].compactMap(\.self).min()
        }

        fileprivate mutating func nameRows(where isListed: (QueueLine) throws -> Bool) rethrows {
            ids = try first.ids(where: isListed)
        }
    }

    /// The first rows, among which those are that the queue lists: of rows that stand beneath one and are in the same hands
    /// only a few are kept, as they are listed or not together.
    private struct FirstRows {
        private struct Beneath: Hashable {
            let parent: ExceptionID
            let owner: String?
            let claimedBy: String?
        }

        private var lines: [QueueLine] = []
        private var alone = 0
        private var beneath: [Beneath: Int] = [:]

        mutating func add(_ line: QueueLine) {
            guard alone < HabitLine.mostIDs else { return }
            if let parent = line.parent {
                let place = Beneath(parent: parent, owner: line.owner, claimedBy: line.claimedBy)
                guard beneath[place, default: 0] < HabitLine.mostIDs else { return }
                beneath[place, default: 0] += 1
            } else {
                alone += 1
            }
            var line = line
            line.terms = []
            lines.append(line)
        }

        mutating func add(_ further: FirstRows) {
            for line in further.lines { add(line) }
        }

        func ids(where isListed: (QueueLine) throws -> Bool) rethrows -> [String] {
            try lines.filter(isListed).prefix(HabitLine.mostIDs).map(\.row.exception.description)
        }
    }

    /// How many problems have lasted how long, and the one that has lasted longest.
    struct ProblemAges {
        /// What a span is called, and the days that end it.
        static let spans: [(name: String, days: Double)] = [
            ("under 1 d", 1), ("1 to 3 d", 3), ("3 to 7 d", 7), ("7 d and more", .infinity),
        ]

        /// By span.
        private(set) var counts = Array(repeating: 0, count: spans.count)
        /// Predicted ones.
        private(set) var notBegun = 0
        private(set) var oldest: Oldest?

        /// A problem, and how many days it has lasted.
        struct Oldest: Sendable {
            let exception: ExceptionID
            let claimedBy: String?
            let days: Double
        }

        /// Days count since a problem began, or was first seen where nothing says when it did.
        fileprivate mutating func add(_ line: QueueLine, at now: Instant) {
            guard line.state != .predicted else {
                notBegun += 1
                return
            }
            let days = now.days(since: line.onset ?? line.detected)
            counts[Self.spans.firstIndex { days < $0.days } ?? Self.spans.count - 1] += 1
            if days > oldest?.days ?? -.infinity {
                oldest = Oldest(exception: line.row.exception, claimedBy: line.claimedBy, days: days)
            }
        }

        fileprivate mutating func add(_ further: ProblemAges) {
            for (span, count) in further.counts.enumerated() { counts[span] += count }
            notBegun += further.notBegun
            if let other = further.oldest, other.days > oldest?.days ?? -.infinity { oldest = other }
        }
    }
}

extension Session {
    /// What each filter leaves of the newest queue, in one walk over it.
    func tallies(_ filters: [QueueFilter]) throws -> [QueueTally] {
        let empty = filters.map { QueueTally($0, for: actor.name) }
        var tallies = empty
        for lane in QueueRow.Lane.allCases {
            try QueueWalk(store: host.store).forEachStretch(
                of: lane, where: { row in filters.contains { $0.mayAdmit(row) } }, empty
            ) { [now] part, line in
                let amounts = try RiskTerms.Amounts(bytes: line.terms)
                for place in part.indices { part[place].add(line, amounts, at: now) }
            } use: { part in
                for (place, further) in part.enumerated() { tallies[place].add(further) }
                return true
            }
        }
        let groups = QueueGroups(store: host.store)
        for place in tallies.indices { try tallies[place].nameRows(by: groups, at: now) }
        return tallies
    }
}
