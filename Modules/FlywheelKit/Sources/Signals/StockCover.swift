/// How long what a listing has to sell will last.
public struct StockCover: Signal {
    /// `stock.cover/1`.
    public static let key = SignalKey("stock.cover/1")

    /// Units that can be sold now, and those that will arrive within the lead time.
    public let units: Int32
    /// Days that the units at hand last at the expected demand.
    public let days: Float
    /// The probability of running out before an order placed at the next review would arrive.
    public let emptyProbability: Float

    /// Units, the days they last, and the probability of running out.
    public init(units: Int32, days: Float, emptyProbability: Float) {
        self.units = units
        self.days = days
        self.emptyProbability = emptyProbability
    }
}
