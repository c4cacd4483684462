public import FlywheelKit
public import FlywheelStore
import Transfers

/// Takes what happened from the journal, sends what is due, and keeps what came of it.
///
/// Every subscription is served by itself, so that none waits for another's receiver. Whatever is cut off is done again
/// under the same ids: a receiver gets everything at least once.
public struct Dispatcher: Sendable {
    /// What a turn did.
    public struct Tally: Hashable, Sendable {
        /// Messages that receivers took.
        public var delivered = 0
        /// Attempts that failed and are made again.
        public var failed = 0
        /// Messages that are tried no more.
        public var dead = 0

        static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                delivered: left.delivered + right.delivered, failed: left.failed + right.failed,
                dead: left.dead + right.dead)
        }
    }

    /// How much is done at once.
    struct Limits {
        /// The messages that are under way to one receiver.
        var inFlight = 4
        /// The messages of a subscription that wait in the store; what is beyond stays in the journal.
        var backlog = 1_024
        /// The events that are taken at once.
        var page = 256
    }

    let store: any Store
    let courier: any Courier
    let digests: DigestPost?
    let telling: EventTelling
    let limits: Limits
    let now: @Sendable () -> Instant

    /// A dispatcher.
    ///
    /// - Parameters:
    ///   - digests: what is sent on schedule.
    ///   - telling: what tells people of events.
    ///   - now: the moment it is.
    public init(
        store: any Store, courier: any Courier, digests: DigestPost? = nil, telling: EventTelling = EventTelling(),
        now: @escaping @Sendable () -> Instant
    ) {
        self.init(store: store, courier: courier, digests: digests, telling: telling, limits: Limits(), now: now)
    }

    init(
        store: any Store, courier: any Courier, digests: DigestPost? = nil, telling: EventTelling = EventTelling(),
        limits: Limits,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.courier = courier
        self.digests = digests
        self.telling = telling
        self.limits = limits
        self.now = now
    }

    /// How long what was delivered is remembered, in days: longer than a digest's period.
    static let memoryInDays = 45.0

    /// Serves every subscription until nothing more can be sent at the moment.
    ///
    /// - Throws: what the store says, or what kept a digest from being made: everything else is sent before that is thrown.
    public func turn() async throws -> Tally {
        let (active, tidied) = try await blocking { () -> ([SubscriptionRecord], Result<Void, any Error>) in
            let tidied = Result { try tidy() }
            return (try self.active(), tidied)
        }
        let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
            for subscription in active { group.addTask { try await serve(subscription.id) } }
            return try await group.reduce(Tally(), +)
        }
        try tidied.get()
        return tally
    }

    /// Whom to serve.
    func active() throws(StoreError) -> [SubscriptionRecord] {
        var told: [SubscriptionRecord] = []
        for subscription in try store.subscriptions() where try store.tells(subscription) { told.append(subscription) }
        return told
    }

    /// What need not be done at every look: puts digests to wait whose time has come, and forgets what is long delivered.
    func tidy() throws {
        let moment = now()
        _ = try store.forgetDeliveries(deliveredBefore: moment.advanced(byDays: -Self.memoryInDays))
        try digests?.put(for: try active(), in: store, now: moment)
    }
}
