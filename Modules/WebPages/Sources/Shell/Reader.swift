public import FlywheelKit

/// Who reads a page: their language, zone and clock, how they want it to look, and what proves that a form is theirs.
///
/// Every component asks for one, so that the words and figures of a page cannot disagree.
public struct Reader: Sendable {
    /// Light, dark, or as the system has it.
    public enum ColorScheme: String, Hashable, Sendable, CaseIterable {
        case system, light, dark
    }

    /// How high rows are.
    public enum Density: String, Hashable, Sendable, CaseIterable {
        case comfortable, compact
    }

    /// Whose words they read.
    public let phrases: Phrases
    /// How figures are written for them.
    public let formats: Formats
    /// The secret that the forms of this session carry (``Form``); `nil` where there is no session yet.
    public let formToken: String?
    /// Light or dark.
    public let colorScheme: ColorScheme
    /// How high rows are.
    public let density: Density
    /// Whether single keys act: some people's tools send keys of their own (WCAG 2.1.4).
    public let usesKeys: Bool

    /// - Parameters:
    ///   - figures: whose numbers, dates and money are written; the locale's own where nothing is said.
    ///   - zone: the zone that times are shown in, by its name in the tz database.
    ///   - asOf: the clock of the page.
    public init(
        locale: PageLocale, figures: PageLocale? = nil, zone: String, asOf: Instant,
        currencyName: Formats.CurrencyName = .symbol,
        formToken: String? = nil, colorScheme: ColorScheme = .system, density: Density = .comfortable,
        usesKeys: Bool = true
    ) {
        self.init(
            Phrases(locale, figures: figures),
            Formats(figures ?? locale, words: locale, zone: zone, asOf: asOf, currencyName: currencyName),
            formToken: formToken, colorScheme: colorScheme, density: density, usesKeys: usesKeys)
    }

    init(
        _ phrases: Phrases, _ formats: Formats, formToken: String? = nil, colorScheme: ColorScheme = .system,
        density: Density = .comfortable, usesKeys: Bool = true
    ) {
        self.phrases = phrases
        self.formats = formats
        self.formToken = formToken
        self.colorScheme = colorScheme
        self.density = density
        self.usesKeys = usesKeys
    }

    /// The locale of words and figures.
    public var locale: PageLocale { phrases.locale }
}
