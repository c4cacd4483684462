/// How long what a listing has to sell will last.
public struct StockCover: Signal {
    /// `stock.cover/1`.
    public static let key = SignalKey("stock.cover/1")

    /// Units that can be sold now.
    public let units: Int32
    /// Days that the units at hand last at the expected demand; infinite where nothing is expected to sell.
    public let days: Float
    /// The probability of running out before an order placed at the next review would arrive, what is on its way counted.
    /// Where units at hand make it unlikely it is worked out in short from them alone, to a hundredth or so.
    public let emptyProbability: Float

    /// Units, the days they last, and the probability of running out.
    public init(units: Int32, days: Float, emptyProbability: Float) {
        self.units = units
        self.days = days
        self.emptyProbability = emptyProbability
    }
}
