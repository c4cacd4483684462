/// What was, and what may come: dots for the periods that a forecast rests on, hollow ones on a grey band for those left out,
/// and bands of stated chance for those to come.
public struct FanPicture: Sendable {
    /// What is expected of a coming period: quantiles, rising.
    public struct Spread: Sendable {
        let p10: Double
        let p25: Double?
        let p50: Double
        let p75: Double?
        let p90: Double

        /// - Parameter p25: with `p75`, the band of 50%; without both there is the band of 80% alone.
        public init(p10: Double, p25: Double? = nil, p50: Double, p75: Double? = nil, p90: Double) {
            self.p10 = p10
            self.p25 = p25
            self.p50 = p50
            self.p75 = p75
            self.p90 = p90
        }
    }

    let past: [Double?]
    let leftOut: Set<Int>
    let fan: [Spread]
    let ticks: [(period: Int, label: String)]
    let top: String
    let words: (today: String, wide: String, narrow: String)

    /// - Parameters:
    ///   - past: the value of each past period, oldest first; `nil` where it is unknown.
    ///   - leftOut: the places in `past` that the forecast does not rest on.
    ///   - ticks: periods that are named below, counted from the start of the past.
    ///   - greatest: the greatest value as it is read, which names the axis: "62 units a week".
    public init(
        past: [Double?], leftOut: Set<Int> = [], fan: [Spread], ticks: [(period: Int, label: String)], greatest: String,
        for reader: Reader
    ) {
        self.past = past
        self.leftOut = leftOut
        self.fan = fan
        self.ticks = ticks
        top = greatest
        words = (
            reader.phrases.text("picture.today"),
            reader.phrases.text("picture.band", ["percent": .text(reader.formats.percent(0.8))]),
            reader.phrases.text("picture.band", ["percent": .text(reader.formats.percent(0.5))])
        )
    }

    /// The greatest value that is drawn: what `greatest` names.
    public static func greatest(past: [Double?], fan: [Spread]) -> Double {
        max(past.compactMap(\.self).max() ?? 0, fan.map(\.p90).max() ?? 0)
    }

    /// The picture.
    ///
    /// - Parameter answer: what it shows, for those who do not see it.
    public func html(answer: HTML) -> HTML {
        let periods = max(past.count + fan.count, 1)
        func x(_ period: Int) -> Double { (Double(period) + 0.5) / Double(periods) }
        let values = past.compactMap(\.self) + fan.flatMap { [$0.p10, $0.p90] }
        let axis = Axis(covering: values, top: 20, bottom: 160)
        var drawing = Drawing(height: 184)
        for period in leftOut.sorted() {
            drawing.bar(
                x(period) - 0.5 / Double(periods), x(period) + 0.5 / Double(periods), y: 20, height: 140, "unknown",
                isHatched: true)
        }
        drawing.line(0, axis.y(0), 1, axis.y(0), "base")
        band(\.p10, \.p90, "area wide", x: x, axis, on: &drawing)
        if fan.allSatisfy({ $0.p25 != nil && $0.p75 != nil }) {
            band({ $0.p25 ?? $0.p50 }, { $0.p75 ?? $0.p50 }, "area narrow", x: x, axis, on: &drawing)
        }
        drawing.curve(fan.enumerated().map { (x(past.count + $0.offset), axis.y($0.element.p50)) }, "curve dashed")
        for (period, value) in past.enumerated() {
            if leftOut.contains(period) {
                drawing.dot(x(period), axis.y(0), "hollow")
            } else if let value {
                drawing.dot(x(period), axis.y(value), radius: 2.5, "point")
            }
        }
        labels(x: x, axis, on: &drawing)
        return drawing.html(answer: answer)
    }

    private func band(
        _ low: (Spread) -> Double, _ high: (Spread) -> Double, _ name: String, x: (Int) -> Double, _ axis: Axis,
        on drawing: inout Drawing
    ) {
        let upper = fan.enumerated().map { (x: x(past.count + $0.offset), y: axis.y(high($0.element))) }
        let lower = fan.enumerated().map { (x: x(past.count + $0.offset), y: axis.y(low($0.element))) }
        drawing.curve(upper + lower.reversed(), name)
    }

    private func labels(x: (Int) -> Double, _ axis: Axis, on drawing: inout Drawing) {
        drawing.text(top, x: 0, y: 12)
        drawing.text("0", x: 0, y: axis.y(0) - 4)
        if !fan.isEmpty, !past.isEmpty {
            let today = (x(past.count - 1) + x(past.count)) / 2
            drawing.line(today, 16, today, 160, "today")
            drawing.text(words.today, x: today, y: 12)
        }
        if let last = fan.last {
            drawing.text(words.wide, x: 1, y: max(axis.y(last.p90) - 4, 26))
            if let p75 = last.p75 { drawing.text(words.narrow, x: 1, y: axis.y(p75) + 12) }
        }
        for tick in ticks { drawing.text(tick.label, x: x(tick.period), y: 178) }
    }
}
