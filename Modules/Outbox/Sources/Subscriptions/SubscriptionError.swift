public import FlywheelStore

/// Why something about a subscription was refused.
public enum SubscriptionError: Error, Hashable, Sendable {
    /// There is none of that id, or not any more.
    case unknown(SubscriptionID)
    /// The address is none that is sent to; the word says why.
    case target(String)
    /// The journal knows no such verb.
    case verb(String)
    /// It stands so already, or its state does not allow it.
    case state(SubscriptionID, SubscriptionRecord.State)
    /// It is none whose messages are signed.
    case unsigned(SubscriptionID)
    /// The store refused.
    case store(StoreError)
}
