public import FlywheelStore

/// Whose words a digest is written in.
public struct DigestWords: Hashable, Sendable {
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
}
