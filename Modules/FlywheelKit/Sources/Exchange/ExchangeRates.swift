/// Published exchange rates, and the one to use between two currencies on a day.
///
/// Money is converted to rank, to total, and to hold a limit against a price; amounts keep their own currency. Where no rate
/// is found the row is *unpriced*, the limit held against nothing: never is one unit of a currency taken for one of another.
public struct ExchangeRates: Sendable {
    private struct Pair: Hashable {
        let base: Currency
        let quote: Currency
    }

    /// Oldest first, one a day.
    private let rates: [Pair: [ExchangeRate]]
    /// The currency through which two others are crossed.
    public let pivot: Currency
    /// How many days old a rate may be.
    public private(set) var days: Int

    /// Decimals of a published rate.
    package static let decimals = 8
    /// What one unit is divided into by those.
    static let scale: Int64 = 100_000_000

    /// A table of rates.
    ///
    /// - Parameters:
    ///   - rates: of several for the same currencies and day the last one given is used.
    ///   - pivot: what two others are crossed through; the currency that most rates name where left out.
    ///   - days: how many days before the asked day a rate may be from, zero or more.
    public init(_ rates: [ExchangeRate], pivot: Currency? = nil, withinDays days: Int = 7) {
        precondition(days >= 0, "an age is zero days or more, found \(days)")
        var byDay: [Pair: [Day: ExchangeRate]] = [:]
        for rate in rates { byDay[Pair(base: rate.base, quote: rate.quote), default: [:]][rate.day] = rate }
        self.rates = byDay.mapValues { $0.values.sorted { $0.day < $1.day } }
        self.pivot = pivot ?? Self.commonest(in: rates) ?? .none
        self.days = days
    }

    /// The currency that most rates name, as a central bank's name its own; the first by its letters of several.
    private static func commonest(in rates: [ExchangeRate]) -> Currency? {
        let counts = Dictionary(rates.flatMap { [($0.base, 1), ($0.quote, 1)] }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// No rate at all: money is of its own currency alone.
    public static let none = ExchangeRates([])

    /// How to convert from `base` to `quote` on a day; `nil` when no rate of that day or the ``days`` before it leads
    /// there.
    ///
    /// The published rate is preferred, then the inverse of the opposite one, then a cross through the ``pivot``,
    /// each leg of which is published or inverse. A newer rate further down the list does not win over an older one
    /// above it.
    public func conversion(from base: Currency, to quote: Currency, on day: Day) -> Conversion? {
        if base == quote { return .same(base, on: day) }
        if let leg = leg(from: base, to: quote, on: day) { return leg }
        guard base != pivot, quote != pivot, let first = leg(from: base, to: pivot, on: day),
            let second = leg(from: pivot, to: quote, on: day)
        else { return nil }
        return .cross(first, second)
    }

    /// The day of the rate that would lead there, were no rate too old; `nil` where none ever did.
    public func lastDay(from base: Currency, to quote: Currency, by day: Day) -> Day? {
        var all = self
        all.days = .max
        return all.conversion(from: base, to: quote, on: day)?.day
    }

    private func leg(from base: Currency, to quote: Currency, on day: Day) -> Conversion? {
        if let rate = latest(Pair(base: base, quote: quote), on: day) { return .direct(rate) }
        return latest(Pair(base: quote, quote: base), on: day).flatMap(Conversion.inverse)
    }

    private func latest(_ pair: Pair, on day: Day) -> ExchangeRate? {
        guard let rate = rates[pair]?.last(where: { $0.day <= day }) else { return nil }
        return rate.day.distance(to: day) <= days ? rate : nil
    }
}
