import FlywheelStore

/// Who a digest is made for.
public struct DigestReader: Hashable, Sendable {
    /// Whose words it is written in.
    public let words: ReaderWords
    /// The accounts that it is over; `nil` for all.
    public let accounts: Set<String>?

    /// The reader of what a subscription is sent: a digest tells of no account whose events are held back, nor of one that the
    /// person whose address a mail goes to may not know of.
    ///
    /// - Parameter language: the language where they chose none.
    init(
        of subscription: SubscriptionRecord, else language: String, in store: any Store
    ) throws(StoreError) {
        let person = try store.reader(of: subscription)
        words = ReaderWords.words(of: person, else: language)
        let scopes = [subscription.filter.accounts, person?.accounts].compactMap { $0.map(Set.init) }
        accounts = scopes.first.map { scopes.dropFirst().reduce($0) { $0.intersection($1) } }
    }
}
