public import FlywheelStore

/// Whose words a digest or a line about an event is written in.
public struct ReaderWords: Hashable, Sendable {
    /// The language, a tag (BCP 47); empty where nobody said, which is English.
    public let language: String
    /// Whose numbers and dates, a tag; empty where it is the language's.
    public let figures: String

    /// Words of a language.
    public init(language: String = "", figures: String = "") {
        self.language = language
        self.figures = figures
    }

    /// The words that a person chose for their pages; `nil` where they chose none.
    public init?(of person: PersonRecord) {
        guard !person.locale.isEmpty else { return nil }
        self.init(language: person.locale, figures: person.figures)
    }

    /// The words of the one person that a mail goes to, where they sign in by that address and chose some; else of a language.
    static func words(
        for subscription: SubscriptionRecord, else language: String, in store: any Store
    ) throws(StoreError) -> ReaderWords {
        words(of: try store.reader(of: subscription), else: language)
    }

    /// The words of a person where they chose some; else of a language.
    static func words(of person: PersonRecord?, else language: String) -> ReaderWords {
        person.flatMap { ReaderWords(of: $0) } ?? ReaderWords(language: language)
    }
}

extension Store {
    /// The one person that a mail goes to, where they sign in by that address; names are kept in small letters.
    func reader(of subscription: SubscriptionRecord) throws(StoreError) -> PersonRecord? {
        subscription.kind == .mail ? try person(named: subscription.target.lowercased()) : nil
    }

    /// Whether a subscription's mails go to somebody who is kept out: they get none until they may come in again.
    public func isReaderKeptOut(of subscription: SubscriptionRecord) throws(StoreError) -> Bool {
        try reader(of: subscription)?.disabled != nil
    }

    /// Whether a subscription is told of what happens now.
    func tells(_ subscription: SubscriptionRecord) throws(StoreError) -> Bool {
        guard subscription.state == .active else { return false }
        return try !isReaderKeptOut(of: subscription)
    }
}

extension EventFilter {
    /// The filter with nothing of an account that the person it tells may not know of; as it is where it tells nobody known.
    func narrowed(to person: PersonRecord?) -> EventFilter {
        guard let scope = person?.accounts else { return self }
        var filter = self
        filter.accounts = accounts.map { $0.filter(scope.contains) } ?? scope
        return filter
    }
}
