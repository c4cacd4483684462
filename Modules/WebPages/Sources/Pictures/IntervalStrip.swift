/// A word-sized picture beside a figure: the line is where it lies in 80% of cases, the dot is the figure itself.
///
/// All strips of a page have one scale, so that neighbours can be compared: those that overlap are not really different.
public struct IntervalStrip: Sendable {
    /// What the ends of every strip of the page stand for.
    public struct Scale: Hashable, Sendable {
        /// The figure at the start.
        public let low: Double
        /// The figure at the end.
        public let high: Double

        /// From zero, or the least end below it, to the greatest end of all strips.
        public init(covering ends: [Double]) {
            low = min(0, ends.min() ?? 0)
            high = max(ends.max() ?? 1, low + 1)
        }

        func share(_ value: Double) -> Double { (value - low) / (high - low) }
    }

    let low: Double
    let value: Double
    let high: Double
    let scale: Scale

    /// - Parameters:
    ///   - low: the figure that one case of ten stays below.
    ///   - high: the figure that one case of ten exceeds.
    public init(low: Double, value: Double, high: Double, on scale: Scale) {
        self.low = low
        self.value = value
        self.high = high
        self.scale = scale
    }

    /// The strip.
    ///
    /// - Parameter answer: what it says, "80% between $900 and $1,600".
    public func html(answer: HTML) -> HTML {
        var drawing = Drawing(height: 16)
        drawing.line(0, 8, 1, 8, "ground")
        drawing.line(scale.share(low), 8, scale.share(high), 8, "spread")
        drawing.dot(scale.share(value), 8, radius: 4, "here")
        return drawing.html(answer: answer)
    }
}
