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
    /// Units of `quote` for one unit of `base`, times 10 to the power of ``decimals``: the term as shown and as used.
    public let digits: Int64
    /// Decimals beyond eight that a rate below 0.1 has, so that it keeps eight digits; `nil` of all others.
    private let furtherDecimals: Int?
    /// The day the rate is of; the older of two days where it was made of two rates.
    public let day: Day
    /// Who published it, once each in the order used; empty between the same currencies.
    public let sources: [String]
    /// How it was found.
    public let path: Path

    private enum CodingKeys: String, CodingKey {
        case base, quote, furtherDecimals, day, sources, path
        // What it was called while every rate had eight decimals.
        case digits = "hundredMillionths"
    }

    package init(
        base: Currency, quote: Currency, digits: Int64, decimals: Int = ExchangeRates.decimals, day: Day,
        sources: [String], path: Path
    ) {
        self.base = base
        self.quote = quote
        self.digits = digits
        furtherDecimals = decimals > ExchangeRates.decimals ? decimals - ExchangeRates.decimals : nil
        self.day = day
        self.sources = sources
        self.path = path
    }

    /// How many of ``digits`` stand behind the point: eight, or as many more as a small rate takes to have eight digits.
    public var decimals: Int { ExchangeRates.decimals + (furtherDecimals ?? 0) }

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
        let (product, overflow) = (Int128(money.minorUnits) * Int128(digits))
            .multipliedReportingOverflow(by: Int128(quote.minorUnitsPerUnit))
        guard !overflow else { return nil }
        let divisor = Self.scale(decimals) * Int128(base.minorUnitsPerUnit)
        let minorUnits =
            switch side {
            case .nearest: product.dividedHalfEven(by: divisor)
            case .above: product.floorDivided(by: divisor) + (product % divisor == 0 ? 0 : 1)
            case .below: product.floorDivided(by: divisor)
            }
        return Int64(exactly: minorUnits).map { Money(minorUnits: $0, quote) }
    }

    /// The rate with its decimals, trailing zeros but two left out: `1.08`.
    public var rate: String {
        let (whole, part) = Int128(digits).quotientAndRemainder(dividingBy: Self.scale(decimals))
        var text = String(String(Self.scale(decimals) + part).dropFirst())
        while text.utf8.count > 2, text.hasSuffix("0") { text.removeLast() }
        return "\(whole).\(text)"
    }

    private static func scale(_ decimals: Int) -> Int128 { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}

extension Conversion {
    static func same(_ currency: Currency, on day: Day) -> Conversion {
        Conversion(
            base: currency, quote: currency, digits: ExchangeRates.scale, day: day, sources: [], path: .same)
    }

    static func direct(_ rate: ExchangeRate) -> Conversion {
        Conversion(
            base: rate.base, quote: rate.quote, digits: rate.hundredMillionths, day: rate.day, sources: [rate.source],
            path: .direct)
    }

    static func inverse(of rate: ExchangeRate) -> Conversion? {
        rounded(Int128(ExchangeRates.scale) * scale(mostDecimals), mostDecimals, over: Int128(rate.hundredMillionths))
            .map { digits, decimals in
                Conversion(
                    base: rate.quote, quote: rate.base, digits: digits, decimals: decimals, day: rate.day,
                    sources: [rate.source], path: .inverse)
            }
    }

    /// `nil` when the product rounds to zero or leaves 64 bits.
    static func cross(_ first: Conversion, _ second: Conversion) -> Conversion? {
        let product = Int128(first.digits) * Int128(second.digits)
        return rounded(product, first.decimals + second.decimals).map { digits, decimals in
            Conversion(
                base: first.base, quote: second.quote, digits: digits, decimals: decimals,
                day: min(first.day, second.day),
                sources: first.sources + second.sources.filter { !first.sources.contains($0) },
                path: .cross(through: first.quote))
        }
    }

    /// Decimals that a rate has at most.
    private static let mostDecimals = 18

    /// A number with so many decimals, divided and rounded once to those that a rate has: eight, and of a small one as many more
    /// as it takes to have eight digits. `nil` when it rounds to zero or leaves 64 bits.
    private static func rounded(
        _ number: Int128, _ given: Int, over divisor: Int128 = 1
    ) -> (digits: Int64, decimals: Int)? {
        func digits(_ decimals: Int) -> Int128 { number.dividedHalfEven(by: divisor * scale(given - decimals)) }
        let least = Int128(ExchangeRates.scale) / 10
        let all = ExchangeRates.decimals...min(given, mostDecimals)
        let decimals = all.first { digits($0) >= least } ?? all.upperBound
        return Int64(exactly: digits(decimals)).flatMap { $0 > 0 ? ($0, decimals) : nil }
    }
}
