import FlywheelKit

extension FileFormat {
    /// A rate turns one currency into another: both are currencies, they differ, and nothing is worth nothing or less.
    static let ratesConvert: @Sendable (inout FactRow) throws(RuleTrouble) -> Void = { row throws(RuleTrouble) in
        let base = try currency(Rates.base.name, of: row)
        let quote = try currency(Rates.quote.name, of: row)
        if let base, base == quote {
            throw RuleTrouble(
                code: .invalidRate, reason: "found a rate of \(base) to itself, expected two currencies",
                column: Rates.quote.name)
        }
        if case .real(let rate) = row[Rates.rate.name], rate <= 0 {
            throw RuleTrouble(
                code: .invalidRate, reason: "found a rate of \(rate), expected one above zero", column: Rates.rate.name)
        }
    }

    /// The currency a column names; `nil` where it is blank.
    private static func currency(_ column: String, of row: FactRow) throws(RuleTrouble) -> Currency? {
        guard case .text(let text) = row[column] else { return nil }
        guard let currency = Currency(text) else {
            throw RuleTrouble(
                code: .unknownCurrency, reason: "found \"\(text)\", expected a currency's code such as USD",
                column: column)
        }
        return currency
    }
}
