import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What a filter leaves of the queue: as much as the queue under the same filter says, and what is asked of it further.
struct QueueTally {
    let filter: QueueFilter
    private(set) var count = 0
    /// Minor units of the rotation's currency.
    private(set) var atRisk: Int64 = 0
    /// What of it can still be avoided.
    private(set) var avoidable: Int64 = 0
    /// The rows, in the order of the queue.
    private(set) var exceptions: [ExceptionRecord] = []

    init(_ filter: QueueFilter) { self.filter = filter }

    /// Takes a row in, where the filter does.
    mutating func add(_ entry: QueueEntry, at now: Instant) throws {
        guard filter.admits(entry, at: now) else { return }
        let terms = try RiskTerms(bytes: entry.terms)
        count += 1
        exceptions.append(entry.exception)
        // A group's sum is its members'.
        guard !entry.exception.isGroup else { return }
        atRisk += terms.inTotal
        if terms.isRevenue { avoidable += terms.avoidable ?? 0 }
    }
}

extension Session {
    /// What each filter leaves of the newest queue, in one walk over it.
    func tallies(_ filters: [QueueFilter]) throws -> [QueueTally] {
        var tallies = filters.map(QueueTally.init)
        for lane in QueueRow.Lane.allCases {
            var position = 0
            while case let page = try host.store.queue(lane, after: position, limit: 500), let last = page.last {
                for entry in page { for place in tallies.indices { try tallies[place].add(entry, at: now) } }
                position = last.row.position
            }
        }
        return tallies
    }
}
