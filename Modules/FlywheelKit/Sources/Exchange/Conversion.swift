/// How money of one currency becomes money of another: the rate used, its day, who published it, and how it was found.
public struct Conversion: Hashable, Sendable, Codable {
    /// How a rate was found.
    public enum Path: Hashable, Sendable, Codable {
        /// Both currencies are the same.
        case same
        /// It was published.
        case direct
        /// The opposite rate was published; this is one divided by it.
        case inverse
        /// Both were published against a third currency.
        case cross(through: Currency)
    }

    /// The currency converted from.
    public let base: Currency
    /// The currency converted to.
    public let quote: Currency
    /// Units of `quote` for one unit of `base`, times 10⁸: the term as shown and as used.
    public let hundredMillionths: Int64
    /// The day the rate is of; the older of two days where it was made of two rates.
    public let day: Day
    /// Who published it, once each in the order used; empty between the same currencies.
    public let sources: [String]
    /// How it was found.
    public let path: Path

    package init(
        base: Currency, quote: Currency, hundredMillionths: Int64, day: Day, sources: [String], path: Path
    ) {
        self.base = base
        self.quote = quote
        self.hundredMillionths = hundredMillionths
        self.day = day
        self.sources = sources
        self.path = path
    }

    /// To which side of the exact amount money is rounded.
    public enum Side: Hashable, Sendable {
        /// To the nearer one, ties to even: amounts that are ranked and totalled.
        case nearest
        /// To more: what is not to be gone below.
        case above
        /// To less: what is not to be gone beyond.
        case below
    }

    /// Amount times rate, exactly, rounded once to the minor unit of ``quote``.
    ///
    /// `nil` when `money` is not in ``base`` or the result leaves 64 bits.
    public func convert(_ money: Money, to side: Side = .nearest) -> Money? {
        guard money.currency == base else { return nil }
        let (product, overflow) = (Int128(money.minorUnits) * Int128(hundredMillionths))
            .multipliedReportingOverflow(by: Int128(quote.minorUnitsPerUnit))
        guard !overflow else { return nil }
        let divisor = Int128(ExchangeRates.scale) * Int128(base.minorUnitsPerUnit)
        let minorUnits =
            switch side {
            case .nearest: product.dividedHalfEven(by: divisor)
            case .above: product.floorDivided(by: divisor) + (product % divisor == 0 ? 0 : 1)
            case .below: product.floorDivided(by: divisor)
            }
        return Int64(exactly: minorUnits).map { Money(minorUnits: $0, quote) }
    }

    /// The rate with its eight decimals, trailing zeros but two left out: `1.08`.
    public var rate: String {
        let (whole, part) = hundredMillionths.quotientAndRemainder(dividingBy: ExchangeRates.scale)
        var decimals = String(String(ExchangeRates.scale + part).dropFirst())
        while decimals.utf8.count > 2, decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(whole).\(decimals)"
    }
}

extension Conversion {
    static func same(_ currency: Currency, on day: Day) -> Conversion {
        Conversion(
            base: currency, quote: currency, hundredMillionths: ExchangeRates.scale, day: day, sources: [], path: .same)
    }

    static func direct(_ rate: ExchangeRate) -> Conversion {
        Conversion(
            base: rate.base, quote: rate.quote, hundredMillionths: rate.hundredMillionths, day: rate.day,
            sources: [rate.source], path: .direct)
    }

    /// `nil` when the inverse rounds to zero.
    static func inverse(of rate: ExchangeRate) -> Conversion? {
        let scale = Int128(ExchangeRates.scale)
        let inverse = (scale * scale).dividedHalfEven(by: Int128(rate.hundredMillionths))
        guard inverse > 0 else { return nil }
        return Int64(exactly: inverse).map {
            Conversion(
                base: rate.quote, quote: rate.base, hundredMillionths: $0, day: rate.day, sources: [rate.source],
                path: .inverse)
        }
    }

    /// `nil` when the product rounds to zero or leaves 64 bits.
    static func cross(_ first: Conversion, _ second: Conversion) -> Conversion? {
        let product = Int128(first.hundredMillionths) * Int128(second.hundredMillionths)
        let rate = product.dividedHalfEven(by: Int128(ExchangeRates.scale))
        guard rate > 0 else { return nil }
        return Int64(exactly: rate).map {
            Conversion(
                base: first.base, quote: second.quote, hundredMillionths: $0, day: min(first.day, second.day),
                sources: first.sources + second.sources.filter { !first.sources.contains($0) },
                path: .cross(through: first.quote))
        }
    }
}
