public import FlywheelKit

/// What leaves the house tells of all accounts: who is told of it is the house's, and none of it is here.
extension ScopedStore {
    /// See ``OutboxStore/subscribe(_:by:at:)``.
    public func subscribe(
        _ subscription: SubscriptionRecord, by actor: Actor, at: Instant
    ) throws(StoreError) -> SubscriptionID { throw concernsAll("a subscription") }

    /// See ``OutboxStore/subscriptions()``.
    public func subscriptions() throws(StoreError) -> [SubscriptionRecord] { [] }

    /// See ``OutboxStore/subscription(_:)``.
    public func subscription(_ id: SubscriptionID) throws(StoreError) -> SubscriptionRecord? { nil }

    /// See ``OutboxStore/change(_:_:by:at:)``.
    public func change(
        _ subscription: SubscriptionRecord, _ verb: JournalEvent.Verb, by actor: Actor, at: Instant
    ) throws(StoreError) { throw concernsAll("a subscription") }

    /// See ``OutboxStore/take(_:for:from:to:)``.
    public func take(
        _ deliveries: [DeliveryRecord], for id: SubscriptionID, from cursor: Int64, to end: Int64
    ) throws(StoreError) -> Bool { throw concernsAll("a delivery") }

    /// See ``OutboxStore/wait(_:again:)``.
    public func wait(_ deliveries: [DeliveryRecord], again: Bool) throws(StoreError) -> Int {
        throw concernsAll("a delivery")
    }

    /// See ``OutboxStore/waitingDeliveries(of:limit:)``.
    public func waitingDeliveries(of id: SubscriptionID, limit: Int) throws(StoreError) -> [DeliveryRecord] { [] }

    /// See ``OutboxStore/countDeliveries(of:in:)``.
    public func countDeliveries(
        of id: SubscriptionID, in state: DeliveryRecord.State
    ) throws(StoreError) -> Int { 0 }

    /// See ``OutboxStore/deliveries(of:in:limit:)``.
    public func deliveries(
        of id: SubscriptionID?, in state: DeliveryRecord.State?, limit: Int
    ) throws(StoreError) -> [DeliveryRecord] { [] }

    /// See ``OutboxStore/delivery(_:)``.
    public func delivery(_ id: String) throws(StoreError) -> DeliveryRecord? { nil }

    /// See ``OutboxStore/settle(_:restingUntil:)``.
    public func settle(_ delivery: DeliveryRecord, restingUntil rest: Instant?) throws(StoreError) {
        throw concernsAll("a delivery")
    }

    /// See ``OutboxStore/forgetDeliveries(deliveredBefore:)``.
    public func forgetDeliveries(deliveredBefore moment: Instant) throws(StoreError) -> Int {
        throw concernsAll("a delivery")
    }
}
