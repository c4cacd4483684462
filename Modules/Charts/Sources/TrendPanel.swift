/// One measure over time, small enough to stand beside others of the same periods.
///
/// A period without a value is a gap; one whose value may still change is a hollow dot.
public struct TrendPanel: Hashable, Sendable {
    /// The value of each period, oldest first; `nil` where it is unknown.
    public let values: [Double?]
    /// The places of values that may still change.
    public let unsettled: Set<Int>
    /// What the value should be.
    public let target: Double?

    /// - Precondition: values and target are finite.
    public init(_ values: [Double?], unsettled: Set<Int> = [], target: Double? = nil) {
        precondition((values + [target]).allSatisfy { $0?.isFinite ?? true }, "a panel holds finite values")
        self.values = values
        self.unsettled = unsettled
        self.target = target
    }

    /// The ends of the axis: from zero, or the least value below it, to the greatest.
    public var axis: (low: Double, high: Double) {
        let known = (values + [target]).compactMap(\.self)
        return (min(0, known.min() ?? 0), max(0, known.max() ?? 0))
    }

    /// The panel as a picture within a page.
    ///
    /// - Parameters:
    ///   - ends: what the ends of the axis are called, with their unit; short numbers where nothing is said.
    ///   - description: what it shows, in sentences.
    ///   - first: the name of the first period, below its left end.
    ///   - last: the name of the last period, below its right end.
    public func svg(
        description: String, first: String, last: String, ends: (low: String, high: String)? = nil, width: Int = 240,
        height: Int = 84
    ) -> String {
        let (low, high) = axis
        let labels = ends ?? (low: Shape.brief(low), high: Shape.brief(high))
        let left = 12 + 7 * Double(max(labels.low.count, labels.high.count))
        let (right, top, bottom) = (Double(width) - 8, 8.0, Double(height) - 18)
        func x(_ place: Int) -> Double {
            left + (values.count < 2 ? 0.5 : Double(place) / Double(values.count - 1)) * (right - left)
        }
        func y(_ value: Double) -> Double {
            high > low ? bottom - (value - low) / (high - low) * (bottom - top) : bottom
        }
        var elements = [
            Shape.line(left, y(0), right, y(0), .line),
            Shape.text(labels.high, x: left - 6, y: y(high) + 4, [("text-anchor", "end")], .muted),
            Shape.text(first, x: left, y: Double(height) - 4, [], .muted),
            Shape.text(last, x: right, y: Double(height) - 4, [("text-anchor", "end")], .muted),
        ]
        if high > low {
            elements.append(Shape.text(labels.low, x: left - 6, y: y(low) + 4, [("text-anchor", "end")], .muted))
        }
        if let target {
            let points = [left, right].map { "\(Shape.pixels($0)),\(Shape.pixels(y(target)))" }
            elements.append(Shape.path(points, .muted, dashed: true))
        }
        let runs = values.indices.filter { values[$0] != nil }.runs
        for run in runs {
            let points = run.compactMap { place in
                values[place].map { "\(Shape.pixels(x(place))),\(Shape.pixels(y($0)))" }
            }
            if points.count > 1 { elements.append(Shape.path(points, .accent, dashed: false)) }
        }
        let alone = Set(runs.filter { $0.count == 1 }.map(\.lowerBound))
        for (place, value) in values.enumerated() {
            guard let value else { continue }
            if unsettled.contains(place) || alone.contains(place) || place == values.count - 1 {
                elements.append(Shape.dot(x(place), y(value), .accent, hollow: unsettled.contains(place)))
            }
        }
        return Shape.figure(description, width: width, height: height, elements)
    }
}

extension TrendPanel {
    /// The rules that pictures within a page are coloured by; the page sets the variables, `--chart-accent` and the others.
    public static var styleSheet: String { Palette.rules }
}
