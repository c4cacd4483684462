public import FlywheelKit
public import FlywheelStore

/// What leaves the house.
extension MemoryStore {
    /// See ``FlywheelStore/OutboxStore/subscribe(_:by:at:)``.
    public func subscribe(
        _ subscription: SubscriptionRecord, by actor: Actor, at: Instant
    ) throws(StoreError) -> SubscriptionID {
        try withWork { work throws(StoreError) in
            // Its own beginning is the entry that comes next.
            let id = work.outbox.subscribe(subscription, at: work.journal.end + 1)
            work.journal.append(
                [JournalEvent(.subscribed, id.description, state: subscription.state.rawValue)], at: at, by: actor)
            return id
        }
    }

    /// See ``FlywheelStore/OutboxStore/subscriptions()``.
    public func subscriptions() throws(StoreError) -> [SubscriptionRecord] {
        currentWork.outbox.subscriptions.filter { $0.state != .removed }
    }

    /// See ``FlywheelStore/OutboxStore/subscription(_:)``.
    public func subscription(_ id: SubscriptionID) throws(StoreError) -> SubscriptionRecord? {
        currentWork.outbox.subscription(id)
    }

    /// See ``FlywheelStore/OutboxStore/change(_:_:by:at:)``.
    public func change(
        _ subscription: SubscriptionRecord, _ verb: JournalEvent.Verb, by actor: Actor, at: Instant
    ) throws(StoreError) {
        try withWork { work throws(StoreError) in
            try work.outbox.change(subscription)
            let event = JournalEvent(
                verb, subscription.id.description, state: subscription.state.rawValue, detail: subscription.reason)
            work.journal.append([event], at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/OutboxStore/take(_:for:from:to:)``.
    public func take(
        _ deliveries: [DeliveryRecord], for id: SubscriptionID, from cursor: Int64, to end: Int64
    ) throws(StoreError) -> Bool {
        try withWork { work throws(StoreError) in work.outbox.take(deliveries, for: id, from: cursor, to: end) }
    }

    /// See ``FlywheelStore/OutboxStore/wait(_:again:)``.
    public func wait(_ deliveries: [DeliveryRecord], again: Bool) throws(StoreError) -> Int {
        try withWork { work throws(StoreError) in work.outbox.wait(deliveries, again: again) }
    }

    /// See ``FlywheelStore/OutboxStore/waitingDeliveries(of:limit:)``.
    public func waitingDeliveries(of id: SubscriptionID, limit: Int) throws(StoreError) -> [DeliveryRecord] {
        Array(currentWork.outbox.deliveries(of: id, in: .waiting).prefix(limit))
    }

    /// See ``FlywheelStore/OutboxStore/countDeliveries(of:in:)``.
    public func countDeliveries(of id: SubscriptionID, in state: DeliveryRecord.State) throws(StoreError) -> Int {
        currentWork.outbox.deliveries.values.count { $0.subscription == id && $0.state == state }
    }

    /// See ``FlywheelStore/OutboxStore/deliveries(of:in:limit:)``.
    public func deliveries(
        of id: SubscriptionID?, in state: DeliveryRecord.State?, limit: Int
    ) throws(StoreError) -> [DeliveryRecord] {
        Array(currentWork.outbox.deliveries(of: id, in: state).reversed().prefix(limit))
    }

    /// See ``FlywheelStore/OutboxStore/delivery(_:)``.
    public func delivery(_ id: String) throws(StoreError) -> DeliveryRecord? { currentWork.outbox.deliveries[id] }

    /// See ``FlywheelStore/OutboxStore/settle(_:restingUntil:)``.
    public func settle(_ delivery: DeliveryRecord, restingUntil rest: Instant?) throws(StoreError) {
        try withWork { work throws(StoreError) in work.outbox.settle(delivery, restingUntil: rest) }
    }

    /// See ``FlywheelStore/OutboxStore/forgetDeliveries(deliveredBefore:)``.
    public func forgetDeliveries(deliveredBefore moment: Instant) throws(StoreError) -> Int {
        try withWork { work throws(StoreError) in work.outbox.forget(deliveredBefore: moment) }
    }
}
