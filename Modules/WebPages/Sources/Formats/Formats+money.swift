import Foundation

public import FlywheelKit

extension Formats {
    /// An amount to its minor unit, `$1,240.50`: where it can be recomputed.
    public func money(_ money: Money) -> String { written(money, decimals: money.currency.minorDigits) }

    /// An amount in whole units, `$1,241`: within sentences.
    public func wholeMoney(_ money: Money) -> String { written(money, decimals: 0) }

    /// An amount for an axis, `€18K`.
    public func shortMoney(_ money: Money) -> String {
        // The compact form has no other decimals than its own.
        decimal(money).formatted(
            .currency(code: money.currency.code).locale(locale.formats).notation(.compactName))
    }

    /// Two amounts of one currency in whole units, `€900 – €1,600`: the currency once where it follows, twice where it leads.
    public func range(_ low: Money, _ high: Money) -> String {
        let (first, last) = (wholeMoney(low), wholeMoney(high))
        let follows = last.first.map { $0.isNumber || $0 == "-" || $0 == "−" } ?? false
        guard follows, low.currency == high.currency else { return first + spacedDash + last }
        let bare = decimal(low).formatted(.number.locale(locale.formats).precision(.fractionLength(0)))
        return bare + (locale.language == .de ? "–" : "-") + last
    }

    /// An amount without its currency, for columns that name it in their heading, `1,240.50`.
    public func bareMoney(_ money: Money) -> String {
        decimal(money).formatted(
            .number.locale(locale.formats).precision(.fractionLength(money.currency.minorDigits)))
    }

    /// What stands between two amounts that both carry their currency.
    private var spacedDash: String { locale.language == .ja ? "\u{A0}～\u{A0}" : "\u{A0}–\u{A0}" }

    private func written(_ money: Money, decimals: Int) -> String {
        let style = Decimal.FormatStyle.Currency(code: money.currency.code, locale: locale.formats)
            .precision(.fractionLength(decimals))
        return decimal(money).formatted(currencyName == .code ? style.presentation(.isoCode) : style)
    }

    /// The exact amount: a power of ten apart from its minor units.
    private func decimal(_ money: Money) -> Decimal {
        Decimal(
            sign: money.minorUnits < 0 ? .minus : .plus, exponent: -money.currency.minorDigits,
            significand: Decimal(money.minorUnits.magnitude))
    }
}
