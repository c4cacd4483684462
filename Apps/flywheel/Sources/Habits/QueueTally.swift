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
    /// The first rows, in the order of the queue.
    private(set) var ids: [String] = []
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
        if ids.count < HabitLine.mostIDs { ids.append(line.row.exception.description) }
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
        ids = Array((ids + further.ids).prefix(HabitLine.mostIDs))
        ages.add(further.ages)
        claims.add(further.claims)
    }
}

extension QueueTally {
    /// The rows that somebody claimed.
    struct Claims {
        let person: String
        private(set) var count = 0
        /// The first of them, in the order of the queue.
        private(set) var ids: [String] = []
        private(set) var oldest: Instant?

        init(person: String) { self.person = person }

        fileprivate mutating func add(_ line: QueueLine) {
            guard line.claimedBy == person else { return }
            count += 1
            if ids.count < HabitLine.mostIDs { ids.append(line.row.exception.description) }
            oldest = [oldest, line.claimed].compactMap(\.self).min()
        }

        fileprivate mutating func add(_ further: Claims) {
            count += further.count
            ids = Array((ids + further.ids).prefix(HabitLine.mostIDs))
            oldest = [oldest, further.oldest].compactMap(\.self).min()
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
        return tallies
    }
}
