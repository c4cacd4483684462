/// Finds what a message says of sensitive topics, in English, German, Spanish, French, Italian and Japanese.
///
/// It looks for words, not for meanings, and rather once too often: what it finds costs a person a look. Case, accents, width,
/// letters of other alphabets, digits for letters, repeated letters, torn words and one typing error in a word of six letters or
/// more do not hide a phrase. The phrases of all languages are looked for in every message, since people mix them.
public struct SensitiveTopicGuard: Sendable {
    /// The guard with the phrases of this project.
    public static let standard = SensitiveTopicGuard()

    /// The languages it has phrases for, by ISO 639 code. In others a message is for a person.
    public static let languages: Set<String> = ["de", "en", "es", "fr", "it", "ja"]

    private let book: PhraseBook<SensitiveTopic>

    /// A guard that also knows phrases of the desk's own, by topic.
    ///
    /// A phrase is words in a row: `lawyer` is that word, `refund*` one that begins so, `*gericht*` one that holds it, `_` up to
    /// three words of any kind.
    public init(adding phrases: [SensitiveTopic: [String]] = [:]) {
        let own = phrases.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            PhraseList($0.key, nil, $0.value.joined(separator: "\n"))
        }
        book = PhraseBook(SensitivePhrases.all + own, lookalikes: SensitivePhrases.lookalikes)
    }

    /// What a text says of sensitive topics, in its order; nothing where it does not.
    ///
    /// - Parameter language: what the text is in, by its ISO 639 code, where that is known: typing errors are then looked through in
    ///   it and in English alone.
    public func mentions(in text: String, language: String? = nil) -> [SensitiveMention] {
        book.finds(in: text, misspeltIn: language.map { ["en", $0] }).map {
            SensitiveMention($0.subject, words: $0.words, phrase: $0.phrase)
        }
    }
}
