import FlywheelKit

/// Why something is unpriced for which no exchange rate leads to the currency of the totals.
enum MissingRate {
    static func reason(from own: Currency, to reporting: Currency) -> String { "no \(own) to \(reporting) rate" }

    /// Whether a reason is one of these.
    static func isMeant(by reason: String) -> Bool {
        reason.wholeMatch(of: #/no [A-Z]{3} to [A-Z]{3} rate/#) != nil
    }
}
