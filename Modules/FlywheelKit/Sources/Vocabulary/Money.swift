/// A sum of money: whole minor units (cents) of one currency.
///
/// There is no `+` over two moneys, because a sum over two currencies has no meaning; ``adding(_:)`` says so with `nil`.
public struct Money: Hashable, Sendable, BitwiseCopyable, Codable {
    /// The sum in minor units: 1,999 is USD 19.99, JPY 1,999 and KWD 1.999.
    public let minorUnits: Int64
    /// The currency the minor units belong to.
    public let currency: Currency

    /// A sum of `minorUnits` of `currency`.
    public init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Nothing, in a currency.
    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

    /// The sum of both; `nil` when the currencies differ or the sum leaves 64 bits.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: sum, currency)
    }

    /// The amount as plain decimal text with the currency's own digits, `-5158.40`.
    public var amount: String {
        let digits = currency.minorDigits
        let magnitude = String(minorUnits.magnitude)
        let sign = minorUnits < 0 ? "-" : ""
        guard digits > 0 else { return sign + magnitude }
        let padded = String(repeating: "0", count: max(0, digits + 1 - magnitude.count)) + magnitude
        return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}

extension Money: CustomStringConvertible {
    /// Code and amount, `USD 5158.40`.
    public var description: String { "\(currency) \(amount)" }
}
