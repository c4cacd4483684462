import FlywheelKit
import FlywheelStore

/// What leaves the house, in memory.
struct MemoryOutbox: Sendable {
    /// All subscriptions by id, removed ones too; numbered from 1.
    private(set) var subscriptions: [SubscriptionRecord] = []
    private(set) var deliveries: [String: DeliveryRecord] = [:]

    mutating func subscribe(_ new: SubscriptionRecord, at end: Int64) -> SubscriptionID {
        let id = SubscriptionID(Int64(subscriptions.count) + 1)
        subscriptions.append(
            SubscriptionRecord(
                id: id, kind: new.kind, target: new.target, filter: new.filter, secrets: new.secrets,
                state: new.state, reason: new.reason, cursor: end, restsUntil: new.restsUntil, at: new.at, by: new.by))
        return id
    }

    func subscription(_ id: SubscriptionID) -> SubscriptionRecord? { place(id).map { subscriptions[$0] } }

    private func place(_ id: SubscriptionID) -> Int? {
        subscriptions.indices.contains(Int(id.number) - 1) ? Int(id.number) - 1 : nil
    }

    mutating func change(_ new: SubscriptionRecord) throws(StoreError) {
        guard let place = place(new.id), subscriptions[place].version == new.version else {
            throw .recordsChangedMeanwhile([new.id.description])
        }
        var kept = new.state == .removed ? new.emptied : new
        kept.cursor = subscriptions[place].cursor
        kept.restsUntil = subscriptions[place].restsUntil
        kept.version += 1
        subscriptions[place] = kept
        if kept.state == .removed { deliveries = deliveries.filter { $0.value.subscription != kept.id } }
    }

    mutating func take(_ new: [DeliveryRecord], for id: SubscriptionID, from cursor: Int64, to end: Int64) -> Bool {
        guard let place = place(id), subscriptions[place].cursor == cursor else { return false }
        subscriptions[place].cursor = end
        _ = wait(new, again: false)
        return true
    }

    mutating func wait(_ new: [DeliveryRecord], again: Bool) -> Int {
        new.reduce(into: 0) { waiting, delivery in
            let standing = deliveries[delivery.id]
            guard standing == nil || (again && standing?.state != .waiting) else { return }
            deliveries[delivery.id] = delivery
            waiting += 1
        }
    }

    /// Deliveries of a subscription, or of all, that stand so, oldest event first.
    func deliveries(of id: SubscriptionID?, in state: DeliveryRecord.State?) -> [DeliveryRecord] {
        deliveries.values
            .filter { (id == nil || $0.subscription == id) && (state == nil || $0.state == state) }
            .sorted { ($0.sequence, $0.position, $1.id) < ($1.sequence, $1.position, $0.id) }
    }

    mutating func settle(_ delivery: DeliveryRecord, restingUntil rest: Instant?) {
        guard let standing = deliveries[delivery.id], standing.state == .waiting,
            standing.attempts == delivery.attempts - 1, let place = place(delivery.subscription)
        else { return }
        deliveries[delivery.id] = delivery
        if delivery.state == .delivered { deliveries[delivery.id]?.body = "" }
        subscriptions[place].restsUntil = rest
    }

    mutating func forget(deliveredBefore moment: Instant) -> Int {
        let count = deliveries.count
        deliveries = deliveries.filter { !($1.state == .delivered && ($1.tried ?? moment) < moment) }
        return count - deliveries.count
    }
}
