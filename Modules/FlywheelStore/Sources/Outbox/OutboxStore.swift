public import FlywheelKit

/// What leaves the house: who is told of what happens, and what waits to be sent.
///
/// Subscriptions read the journal, each from where it stopped. What it brings and how far it came are one transaction, so
/// that every event is put to wait once, and sent at least once under the same id, whatever is cut off.
public protocol OutboxStore: Sendable {
    // MARK: Subscriptions

    /// Adds a subscription that is told of what happens from now on, journals it, and says which id it was given; the
    /// record's own id, cursor and version do not count.
    func subscribe(_ subscription: SubscriptionRecord, by actor: Actor, at: Instant) throws(StoreError)
        -> SubscriptionID
    /// All subscriptions but removed ones, by id.
    func subscriptions() throws(StoreError) -> [SubscriptionRecord]
    /// One subscription, a removed one too.
    func subscription(_ id: SubscriptionID) throws(StoreError) -> SubscriptionRecord?
    /// Replaces what people decide of a subscription whose version is still the record's, and journals it; its cursor and
    /// its rest stay. What one has that is removed is deleted, deliveries too.
    ///
    /// - Throws: ``StoreError/recordsChangedMeanwhile(_:)`` when another hand was faster.
    func change(_ subscription: SubscriptionRecord, _ verb: JournalEvent.Verb, by actor: Actor, at: Instant)
        throws(StoreError)

    // MARK: Deliveries

    /// Puts deliveries to wait and moves their subscription's cursor, in one transaction.
    ///
    /// - Returns: `false`, and nothing was done, where the cursor no longer stands at `cursor`.
    func take(_ deliveries: [DeliveryRecord], for id: SubscriptionID, from cursor: Int64, to end: Int64)
        throws(StoreError) -> Bool
    /// Puts deliveries to wait whatever the cursor is: those whose ids are not there yet, and where `again` is true those
    /// that are there too, from their first attempt on.
    ///
    /// - Returns: how many wait now that did not before.
    func wait(_ deliveries: [DeliveryRecord], again: Bool) throws(StoreError) -> Int
    /// A subscription's deliveries that wait, oldest event first.
    func waitingDeliveries(of id: SubscriptionID, limit: Int) throws(StoreError) -> [DeliveryRecord]
    /// How many of a subscription's deliveries stand so.
    func countDeliveries(of id: SubscriptionID, in state: DeliveryRecord.State) throws(StoreError) -> Int
    /// Deliveries of one subscription or of all, in one state or in any, newest event first.
    func deliveries(of id: SubscriptionID?, in state: DeliveryRecord.State?, limit: Int) throws(StoreError)
        -> [DeliveryRecord]
    /// One delivery.
    func delivery(_ id: String) throws(StoreError) -> DeliveryRecord?
    /// Keeps what came of an attempt, and until when its subscription rests; `nil` where it need not. Of a delivery that was
    /// removed meanwhile, or tried by another hand, nothing is kept.
    func settle(_ delivery: DeliveryRecord, restingUntil rest: Instant?) throws(StoreError)
    /// Forgets deliveries that were delivered before a moment.
    ///
    /// - Returns: how many.
    func forgetDeliveries(deliveredBefore moment: Instant) throws(StoreError) -> Int
}
