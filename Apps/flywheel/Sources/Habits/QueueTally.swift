import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What a filter leaves of the queue: as much as the queue under the same filter says, and what is asked of it further.
///
/// It keeps sums and the first rows of each, never all: a queue may have a million.
struct QueueTally {
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

    /// Takes a row and its terms in, where the filter does.
    fileprivate mutating func add(_ entry: QueueEntry, _ terms: RiskTerms, at now: Instant) {
        guard filter.admits(entry, at: now) else { return }
        let exception = entry.exception
        count += 1
        if ids.count < HabitLine.mostIDs { ids.append(exception.id.description) }
        if let due = exception.due, due < now { late += 1 }
        ages.add(exception, at: now)
        claims.add(exception)
        // A group's sum is its members'.
        guard !exception.isGroup else { return }
        atRisk += terms.inTotal
        if terms.isRevenue { avoidable += terms.avoidable ?? 0 }
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

        fileprivate mutating func add(_ exception: ExceptionRecord) {
            guard exception.claimedBy == person else { return }
            count += 1
            if ids.count < HabitLine.mostIDs { ids.append(exception.id.description) }
            oldest = [oldest, exception.claimed].compactMap(\.self).min()
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
        private(set) var oldest: (exception: ExceptionRecord, days: Double)?

        /// Days count since a problem began, or was first seen where nothing says when it did.
        fileprivate mutating func add(_ exception: ExceptionRecord, at now: Instant) {
            guard exception.state != .predicted else {
                notBegun += 1
                return
            }
            let days = now.days(since: exception.onset ?? exception.detected)
            counts[Self.spans.firstIndex { days < $0.days } ?? Self.spans.count - 1] += 1
            if days > oldest?.days ?? -.infinity { oldest = (exception, days) }
        }
    }
}

extension Session {
    /// What each filter leaves of the newest queue, in one walk over it.
    func tallies(_ filters: [QueueFilter]) throws -> [QueueTally] {
        var tallies = filters.map { QueueTally($0, for: actor.name) }
        for lane in QueueRow.Lane.allCases {
            var position = 0
            while case let page = try host.store.queue(lane, after: position, limit: 500), let last = page.last {
                for entry in page {
                    let terms = try RiskTerms(bytes: entry.terms)
                    for place in tallies.indices { tallies[place].add(entry, terms, at: now) }
                }
                position = last.row.position
            }
        }
        return tallies
    }
}
