import Synchronization

/// How many passwords are hashed at once. More are refused rather than queued: each takes 32 MiB and a core, so whoever sends
/// many would otherwise stop the program.
final class HashGate: Sendable {
    private let limit: Int
    private let running = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// Runs `body`, or throws ``PeopleError/tooMany(retryAfter:)`` where as many run already.
    func pass<Result>(_ body: () throws -> Result) throws -> Result {
        let isIn = running.withLock { running in
            guard running < limit else { return false }
            running += 1
            return true
        }
        guard isIn else { throw PeopleError.tooMany(retryAfter: 1) }
        defer { running.withLock { $0 -= 1 } }
        return try body()
    }
}
