import FlywheelStore

/// Who a digest is made for.
public struct DigestReader: Hashable, Sendable {
    /// Whose words it is written in.
    public let words: ReaderWords
    /// The accounts that it is over; `nil` for all.
    public let accounts: Set<String>?

    /// The reader of what a subscription is sent, which is over the accounts that it may be told of.
    ///
    /// - Parameter language: the language where they chose none.
    init(
        of subscription: SubscriptionRecord, else language: String, in store: any Store
    ) throws(StoreError) {
        let person = try store.reader(of: subscription)
        words = ReaderWords.words(of: person, else: language)
        accounts = subscription.filter.narrowed(to: person).accounts.map(Set.init)
    }
}
