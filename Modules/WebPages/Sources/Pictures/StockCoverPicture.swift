/// How long the stock lasts, and whether an order comes in time: the fan of stock falling to nothing, the days it runs out on
/// its base, the day to order by, and below it the days an order would arrive.
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
    let isTooLate: Bool
    let orderBy: Double?
    let horizon: Double
    let ticks: [(day: Double, label: String)]
    let words: (stock: String, runsOut: String, arrives: String, orderBy: String)

    /// - Parameters:
    ///   - stock: the stock as it is read, "412 units".
    ///   - isTooLate: whether an order comes after the stock is out: then alone running out is red. The answer says so as well.
    ///   - orderBy: days from the as-of day; one that has passed is said to have, and has no place on the axis.
    ///   - horizon: days that the axis has.
    public init(
        stock: String, runsOut: Days, arrives: Days, isTooLate: Bool, orderBy: Double?, horizon: Double,
        ticks: [(day: Double, label: String)], for reader: Reader
    ) {
        self.runsOut = runsOut
        self.arrives = arrives
        self.isTooLate = isTooLate
        self.orderBy = orderBy
        self.horizon = horizon
        self.ticks = ticks
        words = (
            stock, reader.phrases.text("picture.runsOut"), reader.phrases.text("picture.arrives"),
            reader.phrases.text(orderBy.map { $0 < 0 } ?? false ? "picture.orderByPast" : "picture.orderBy")
        )
    }

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
            if orderBy >= 0 { drawing.line(x(orderBy), 20, x(orderBy), 150, "today") }
            drawing.text(words.orderBy, x: x(max(orderBy, 0)), y: 148)
        }
        drawing.text(words.stock, x: 0, y: 14)
        for tick in ticks { drawing.text(tick.label, x: x(tick.day), y: 174) }
        return drawing.html(answer: answer)
    }
}
