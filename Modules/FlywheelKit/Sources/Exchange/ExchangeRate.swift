/// What one unit of a currency was worth in another on a day, exact to eight decimals.
public struct ExchangeRate: Hashable, Sendable {
    /// The currency one unit of which is valued.
    public let base: Currency
    /// The currency it is valued in.
    public let quote: Currency
    /// The day it is of.
    public let day: Day
    /// Units of `quote` for one unit of `base`, times 10⁸.
    public let hundredMillionths: Int64
    /// Who published it.
    public let source: String

    /// A published rate, rounded to eight decimals, ties to even.
    ///
    /// `nil` when the two currencies are the same, or when `rate` is not a number that eight decimals and 64 bits can
    /// hold above zero.
    public init?(base: Currency, quote: Currency, day: Day, rate: Double, source: String) {
        let scaled = (rate * Double(ExchangeRates.scale)).rounded(.toNearestOrEven)
        guard let rounded = Int64(exactly: scaled) else { return nil }
        self.init(base: base, quote: quote, day: day, hundredMillionths: rounded, source: source)
    }

    /// A rate as it was kept; `nil` when the two currencies are the same or the rate is not above zero.
    public init?(base: Currency, quote: Currency, day: Day, hundredMillionths: Int64, source: String) {
        guard base != quote, hundredMillionths > 0 else { return nil }
        self.base = base
        self.quote = quote
        self.day = day
        self.hundredMillionths = hundredMillionths
        self.source = source
    }
}
