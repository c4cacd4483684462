import FlywheelKit

/// Why something is unpriced for which no exchange rate leads to the currency of the totals.
enum MissingRate {
    /// That there is none, or that the newest is too old.
    static func reason(from own: Currency, to reporting: Currency, in rates: ExchangeRates, on day: Day) -> String {
        rates.lastDay(from: own, to: reporting, by: day).map { "the \(own) to \(reporting) rate of \($0) is too old" }
            ?? "no \(own) to \(reporting) rate"
    }

    /// Whether a reason is one of these.
    static func isMeant(by reason: String) -> Bool {
        reason.wholeMatch(of: #/no [A-Z]{3} to [A-Z]{3} rate|the [A-Z]{3} to [A-Z]{3} rate of .+ is too old/#) != nil
    }
}
