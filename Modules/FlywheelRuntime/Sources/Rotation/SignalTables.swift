import FlywheelKit

/// The signals of all listings of an owner, for stages that scan what hangs on listings.
struct SignalTables: Sendable {
    private var ports: [FeedLedger.Owner: SignalPort] = [:]

    /// Adds what was published for a chunk of listings.
    mutating func add(_ port: SignalPort, of owner: FeedLedger.Owner, codes: Texts) {
        ports[owner, default: SignalPort()].offer(publishedBy: port, codes: codes)
    }

    /// A port from which an owner's listing signals can be gathered.
    func port(for owner: FeedLedger.Owner) -> SignalPort { ports[owner] ?? SignalPort() }
}
