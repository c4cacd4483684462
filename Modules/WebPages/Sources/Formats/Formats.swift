import Foundation

public import FlywheelKit

/// How numbers, money and dates stand on a page: by locale, in the zone of the calendar, seen from the as-of instant.
///
/// The figures come from the formatter of the locale (CLDR), their sentences from the catalog.
public struct Formats: Sendable {
    /// How a currency is named.
    public enum CurrencyName: Hashable, Sendable {
        /// `$`, `€`: where one currency stands on the page, or no two share a sign.
        case symbol
        /// `USD`, `CAD`: where two would share the sign.
        case code
    }

    /// Whose numbers they are.
    public let locale: PageLocale
    /// What "now" is: the clock of every page is the as-of instant.
    public let asOf: Instant
    let zone: TimeZone
    let currencyName: CurrencyName
    let phrases: Phrases

    /// - Parameters:
    ///   - words: whose sentences stand around the figures; the locale's own where nothing is said.
    ///   - zone: a name of the tz database, such as `America/Los_Angeles`; UTC where it is not known.
    public init(
        _ locale: PageLocale, words: PageLocale? = nil, zone: String, asOf: Instant,
        currencyName: CurrencyName = .symbol
    ) {
        self.locale = locale
        self.asOf = asOf
        self.zone = TimeZone(identifier: zone) ?? .gmt
        self.currencyName = currencyName
        phrases = Phrases(words ?? locale, figures: locale)
    }

    /// The zone's name in the tz database.
    public var zoneName: String { zone.identifier }

    /// A language by its code, as readers call it; the code where nobody knows it.
    public func language(_ code: String) -> String {
        phrases.locale.formats.localizedString(forIdentifier: code) ?? code
    }

    /// A whole number, grouped.
    public func number(_ value: Int) -> String { value.formatted(.number.locale(locale.formats)) }

    /// A number with as many decimals as asked, `6.50`.
    public func number(_ value: Double, decimals: Int) -> String {
        let text = value.formatted(.number.locale(locale.formats).precision(.fractionLength(decimals)))
        // What rounds to nothing has no sign.
        let isNothing = value < 0 && !text.contains { ("1"..."9").contains($0) }
        return isNothing ? number(0, decimals: decimals) : text
    }

    /// A share as whole percent, `80%`; "under 1%" and "over 99%" rather than never and always.
    public func percent(_ share: Double) -> String {
        func whole(_ share: Double) -> String { percent(share, decimals: 0) }
        if share > 0, share < 0.01 { return phrases.text("format.under", ["percent": .text(whole(0.01))]) }
        if share < 1, share > 0.99 { return phrases.text("format.over", ["percent": .text(whole(0.99))]) }
        return whole(share)
    }

    /// A share in percent with as many decimals as asked, `0.5%`.
    public func percent(_ share: Double, decimals: Int) -> String {
        // Halves go up, as they do in the terminal.
        share.formatted(
            .percent.locale(locale.formats).precision(.fractionLength(decimals)).rounded(rule: .toNearestOrAwayFromZero)
        )
    }

    /// A chance with its figure first, `70% (about 7 in 10)`: readers take words alone each in their own way.
    public func chance(_ probability: Double) -> String {
        let tenths = Int((probability * 10).rounded())
        guard (1...9).contains(tenths) else { return percent(probability) }
        return phrases.text("format.chance", ["percent": .text(percent(probability)), "tenths": .count(tenths)])
    }
}
