/// How long the stock lasts, and whether an order comes in time: the fan of stock falling to nothing, the days it runs out on
/// its base, the day to order by, and below it the days an order would arrive. Too late is two bars that do not meet.
public struct StockCoverPicture: Sendable {
    /// Days from the as-of day, 80% of the time.
    public struct Days: Sendable {
        let low: Double
        let high: Double

        /// From one day to another.
        public init(_ low: Double, _ high: Double) {
            self.low = low
            self.high = high
        }
    }

    let runsOut: Days
    let arrives: Days
    let orderBy: Double?
    let horizon: Double
    let ticks: [(day: Double, label: String)]
    let words: (stock: String, runsOut: String, arrives: String, orderBy: String)

    /// - Parameters:
    ///   - stock: the stock as it is read, "412 units".
    ///   - orderBy: days from the as-of day; negative when it has passed.
    ///   - horizon: days that the axis has.
    public init(
        stock: String, runsOut: Days, arrives: Days, orderBy: Double?, horizon: Double,
        ticks: [(day: Double, label: String)], for reader: Reader
    ) {
        self.runsOut = runsOut
        self.arrives = arrives
        self.orderBy = orderBy
        self.horizon = horizon
        self.ticks = ticks
        words = (
            stock, reader.phrases.text("picture.runsOut"), reader.phrases.text("picture.arrives"),
            reader.phrases.text("picture.orderBy")
        )
    }

    /// Whether even the earliest arrival comes after the latest day that the stock lasts: then alone it is red.
    private var isTooLate: Bool { arrives.low > runsOut.high }

    /// The picture.
    ///
    /// - Parameter answer: what it shows, for those who do not see it.
    public func html(answer: HTML) -> HTML {
        func x(_ day: Double) -> Double { day / horizon }
        var drawing = Drawing(height: 180)
        drawing.line(0, 100, 1, 100, "base")
        drawing.curve([(0, 20), (x(runsOut.high), 100), (x(runsOut.low), 100)], "area wide")
        drawing.bar(x(runsOut.low), x(runsOut.high), y: 96, height: 8, isTooLate ? "span late" : "column")
        drawing.text(words.runsOut, x: x(runsOut.low), y: 90)
        drawing.bar(x(arrives.low), x(arrives.high), y: 128, height: 8, "span")
        drawing.text(words.arrives, x: x(arrives.low), y: 124)
        if let orderBy {
            drawing.line(x(max(orderBy, 0)), 20, x(max(orderBy, 0)), 150, "today")
            drawing.text(words.orderBy, x: x(max(orderBy, 0)), y: 148)
        }
        drawing.text(words.stock, x: 0, y: 14)
        for tick in ticks { drawing.text(tick.label, x: x(tick.day), y: 174) }
        return drawing.html(answer: answer)
    }
}
