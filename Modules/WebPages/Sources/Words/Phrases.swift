/// The words of one locale, as they stand on a page.
///
/// ```swift
/// let line = phrases("queue.row.blockedMore", ["count": 2])
/// let who = phrases("queue.row.claimed", ["person": .text(name), "since": .text(formats.near(instant))])
/// ```
public struct Phrases: Sendable {
    /// What a message is filled with.
    public enum Value: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        /// Text from anywhere; it is escaped.
        case text(String)
        /// Markup, such as a link within a sentence.
        case html(HTML)
        /// A whole number, which also chooses a plural's form.
        case count(Int)

        /// Text of the program's own.
        public init(stringLiteral text: String) { self = .text(text) }
        /// A whole number.
        public init(integerLiteral count: Int) { self = .count(count) }
    }

    /// Whose words they are.
    public let locale: PageLocale
    /// Whose numbers stand in them.
    let figures: PageLocale
    let catalog: Catalog
    let sentences: Sentences

    /// The words of a locale.
    ///
    /// - Parameter figures: whose numbers stand in them; the locale's own where nothing is said.
    public init(_ locale: PageLocale, figures: PageLocale? = nil) {
        self.init(locale, figures: figures, catalog: .house)
    }

    init(
        _ locale: PageLocale, figures: PageLocale? = nil, catalog: Catalog = .house, sentences: Sentences = .house
    ) {
        self.locale = locale
        self.figures = figures ?? locale
        self.catalog = catalog
        self.sentences = sentences
    }

    /// A message with its arguments, as markup: its text and the arguments are escaped.
    ///
    /// A key that no language has stands for itself, so that a page still says something.
    public func callAsFunction(_ key: String, _ arguments: [String: Value] = [:]) -> HTML {
        guard let message = catalog.message(key, in: locale.language) else { return HTML(text: key) }
        return html(message, arguments)
    }

    /// A message with its arguments, as text: for titles of windows and for mail.
    public func text(_ key: String, _ arguments: [String: Value] = [:]) -> String {
        guard let message = catalog.message(key, in: locale.language) else { return key }
        return text(message, arguments)
    }

    /// What happened, by the verb that the journal writes; `nil` where it writes no such one.
    public func event(_ verb: String) -> String? { catalog.has("event.\(verb)") ? text("event.\(verb)") : nil }
}
