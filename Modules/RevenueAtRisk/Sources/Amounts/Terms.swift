public import FlywheelKit

/// The terms every amount of a listing is made from, rounded to the precision they are shown with before they are used.
public struct Terms: Hashable, Sendable {
    /// What the listing sells a day when nothing is wrong.
    public let unitsPerDay: Decimal4
    /// What one unit sells for.
    public let price: Money

    /// The largest revenue a day, in minor units: 100 billion dollars. Amounts of it fit 64 bits over
    /// any horizon, so no amount made from terms can overflow.
    public static let mostRevenuePerDay: Int64 = 10_000_000_000_000

    /// Accepts terms from which amounts can be made: neither is negative, and their product is at most
    /// ``mostRevenuePerDay``.
    public init(unitsPerDay: Decimal4, price: Money) throws(TermsError) {
        guard unitsPerDay >= .zero else { throw .negativeRate(unitsPerDay) }
        guard price.minorUnits >= 0 else { throw .negativePrice(price) }
        let revenue = Int128(unitsPerDay.tenThousandths) * Int128(price.minorUnits)
        guard revenue <= Int128(Self.mostRevenuePerDay) * 10_000 else { throw .tooMuchRevenue(unitsPerDay, price) }
        self.unitsPerDay = unitsPerDay
        self.price = price
    }

    /// Rate times price times days, in hundred-millionths of the minor unit.
    func exactAmount(_ days: Decimal4) -> Int128 {
        Int128(unitsPerDay.tenThousandths) * Int128(price.minorUnits) * Int128(days.tenThousandths)
    }

    /// Rate times price times days, rounded once to the minor unit, ties to even.
    public func amount(_ days: Decimal4) -> Money {
        Money(minorUnits: Int64(exactAmount(days).dividedHalfEven(by: Self.perMinorUnit)), price.currency)
    }

    /// Two factors of four decimals each.
    static let perMinorUnit: Int128 = 100_000_000
}

/// Why a rate and a price are not terms.
public enum TermsError: Error, Hashable, CustomStringConvertible {
    /// A run rate is zero or more.
    case negativeRate(Decimal4)
    /// A price is zero or more.
    case negativePrice(Money)
    /// Their product is beyond ``Terms/mostRevenuePerDay``: most likely a price in the wrong unit.
    case tooMuchRevenue(Decimal4, Money)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .negativeRate(let rate): "a run rate is zero or more, found \(rate) units a day"
        case .negativePrice(let price): "a price is zero or more, found \(price)"
        case .tooMuchRevenue(let rate, let price):
            "revenue is at most \(Terms.mostRevenuePerDay) minor units a day, found \(rate) units at \(price)"
        }
    }
}
