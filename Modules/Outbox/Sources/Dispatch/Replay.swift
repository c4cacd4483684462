public import FlywheelKit
public import FlywheelStore

/// Sends once more what was sent or given up, under the same ids.
public struct Replay {
    private let store: any Store
    private let telling: EventTelling
    private let actor: Actor
    private let now: Instant

    /// Entries of the journal that are looked at in one go.
    private static let page = 512

    /// - Parameters:
    ///   - telling: what tells people of events.
    ///   - actor: who asks for it.
    public init(store: any Store, telling: EventTelling = EventTelling(), by actor: Actor, now: Instant) {
        self.store = store
        self.telling = telling
        self.actor = actor
        self.now = now
    }

    /// Puts all dead deliveries of a subscription to wait again.
    ///
    /// - Returns: how many.
    public func dead(of subscription: SubscriptionRecord) throws(StoreError) -> Int {
        let dead = try store.deliveries(of: subscription.id, in: .dead, limit: .max)
        return try wait(dead.map(again), of: subscription, "dead")
    }

    /// Puts one delivery to wait again.
    ///
    /// - Returns: whether there is something left of it to send.
    public func one(_ delivery: DeliveryRecord, of subscription: SubscriptionRecord) throws -> Bool {
        if delivery.state == .waiting { return true }
        guard delivery.body.isEmpty else { return try wait([again(delivery)], of: subscription, delivery.id) == 1 }
        let lines = try store.events(after: delivery.sequence - 1, limit: 1)
            .filter { $0.sequence == delivery.sequence && $0.position == delivery.position }
        return try wait(lines, of: subscription, delivery.id) == 1
    }

    /// Puts to wait again what a subscription is told of the journal's entries from one to another.
    ///
    /// - Returns: how many.
    public func entries(_ range: ClosedRange<Int64>, of subscription: SubscriptionRecord) throws -> Int {
        var lines: [JournalLine] = []
        var cursor = range.lowerBound - 1
        while case let page = try store.events(after: cursor, limit: Self.page), let last = page.last {
            lines += page.filter { range.contains($0.sequence) }
            guard last.sequence < range.upperBound else { break }
            cursor = last.sequence
        }
        return try wait(lines, of: subscription, "\(range.lowerBound)-\(range.upperBound)")
    }

    private func wait(_ lines: [JournalLine], of subscription: SubscriptionRecord, _ which: String) throws -> Int {
        var deliveries = EventDeliveries(store: store, telling: telling)
        return try wait(deliveries.make(lines, for: subscription, now: now), of: subscription, which)
    }

    private func wait(
        _ deliveries: [DeliveryRecord], of subscription: SubscriptionRecord, _ which: String
    ) throws(StoreError) -> Int {
        let waiting = try store.wait(deliveries, again: true)
        try store.record(
            JournalEvent(
                .replayed, subscription.id.description, state: subscription.state.rawValue, detail: which), by: actor,
            at: now)
        return waiting
    }

    /// The same delivery as it first was.
    private func again(_ delivery: DeliveryRecord) -> DeliveryRecord {
        DeliveryRecord(
            id: delivery.id, subscription: delivery.subscription, sequence: delivery.sequence,
            position: delivery.position, verb: delivery.verb, subject: delivery.subject, count: delivery.count,
            body: delivery.body, made: delivery.made, next: now)
    }
}
