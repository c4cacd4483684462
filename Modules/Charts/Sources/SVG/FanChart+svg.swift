extension FanChart {
    /// The chart as a document of its own: SVG 1.1 without scripts, which says its title and `description` to readers that
    /// do not see it, and follows its surroundings between light and dark.
    ///
    /// - Parameters:
    ///   - description: what the chart shows, in sentences.
    ///   - width: pixels across, 240 or more.
    ///   - height: pixels down, 160 or more.
    public func svg(description: String, width: Int = 760, height: Int = 340) -> String {
        precondition(width >= 240 && height >= 160, "a chart needs 240 x 160 pixels, found \(width) x \(height)")
        let frame = Frame(self, width: Double(width), height: Double(height))
        let size = [("width", "\(width)"), ("height", "\(height)")]
        let root = Element(
            "svg",
            [("xmlns", "http://www.w3.org/2000/svg")] + size + [
                ("viewBox", "0 0 \(width) \(height)"), ("role", "img"), ("aria-labelledby", "title description"),
            ] + Shape.type,
            .elements(
                [
                    Element("title", [("id", "title")], .text(title)),
                    Element("desc", [("id", "description")], .text(description)),
                    Element("style", [], .text(Palette.styleSheet)),
                    Element("rect", size + Palette.surface.attributes("fill")),
                ] + frame.elements))
        return root.lines().map { $0 + "\n" }.joined()
    }
}

/// Where the parts of a chart stand, in pixels.
private struct Frame {
    let chart: FanChart
    let ticks: Ticks
    let left: Double
    let right: Double
    let top = 44.0
    let bottom: Double

    /// The least distance between the lines of two labels.
    private static let lineHeight = 14.0
    /// What a character is taken to be wide: fonts differ.
    private static let characterWidth = 7.0

    init(_ chart: FanChart, width: Double, height: Double) {
        self.chart = chart
        bottom = height - 34
        let ticks = chart.ticks(atMost: max(2, Int((bottom - 44) / 40) + 1))
        self.ticks = ticks
        // The first name of a period stands half to the left of the axis.
        left = max(44, 16 + Self.characterWidth * Double(ticks.multiples.map { ticks.text($0).count }.max() ?? 1))
        right = width - (chart.fan.isEmpty ? 16 : 96)
    }

    var elements: [Element] {
        let marked = chart.leftOut.isEmpty ? "" : "; grey: left out of the forecast"
        return [
            Shape.text(chart.title, x: left, y: 18, [("font-weight", "600"), ("font-size", "14")], .ink),
            Shape.text(chart.unit + marked, x: left, y: 34, [], .muted),
        ] + leftOut + axis + fan + past + ends
    }

    // MARK: Parts

    private var axis: [Element] {
        let values = ticks.multiples.flatMap { multiple in
            let y = y(ticks.value(multiple))
            return [
                Shape.line(left, y, right, y, multiple == 0 ? .muted : .line),
                Shape.text(ticks.text(multiple), x: left - 8, y: y + 4, [("text-anchor", "end")], .muted),
            ]
        }
        let width = Self.characterWidth
        let places = Labels.places(of: chart.periods, along: right - left, gap: 16) { width * Double($0.count) }
        let names = places.filter { x($0) + width / 2 * Double(chart.periods[$0].count) <= right + 40 }.flatMap {
            place in
            [
                Shape.line(x(place), bottom, x(place), bottom + 5, .muted),
                Shape.text(chart.periods[place], x: x(place), y: bottom + 19, [("text-anchor", "middle")], .muted),
            ]
        }
        return values + names
    }

    private var leftOut: [Element] {
        chart.leftOut.sorted().map { period in
            let width = (right - left) / Double(chart.periods.count)
            return Element(
                "rect",
                [
                    ("x", Shape.pixels(x(period) - width / 2)), ("y", Shape.pixels(top)),
                    ("width", Shape.pixels(width)),
                    ("height", Shape.pixels(bottom - top)),
                ] + Palette.leftOut.attributes("fill"))
        }
    }

    private var fan: [Element] {
        guard !chart.fan.isEmpty else { return [] }
        let steps = chart.fan.indices
        let upper = steps.map { point($0 + chart.past.count, chart.fan[$0].p90) }
        let lower = steps.reversed().map { point($0 + chart.past.count, chart.fan[$0].p10) }
        let middle = steps.map { point($0 + chart.past.count, chart.fan[$0].p50) }
        return [
            // A round join of the band's own colour makes a single period wide enough to be seen.
            Element(
                "polygon",
                [("points", (upper + lower).joined(separator: " ")), ("stroke", Palette.band.light)]
                    + [("stroke-width", "4"), ("stroke-linejoin", "round"), ("fill", Palette.band.light)]
                    + [("class", "fill-band stroke-band")]),
            Shape.path(middle, .accent, dashed: true),
        ]
    }

    private var past: [Element] {
        chart.runs.map { run in
            let points = run.compactMap { period in chart.past[period].map { point(period, $0) } }
            guard points.count == 1, let only = points.first else { return Shape.path(points, .ink, dashed: false) }
            let place = only.split(separator: ",").map(String.init)
            return Element(
                "circle", [("cx", place[0]), ("cy", place[1]), ("r", "2")] + Palette.ink.attributes("fill"))
        }
    }

    /// What the last quantiles are, at their right, with room between them.
    private var ends: [Element] {
        guard let last = chart.fan.last else { return [] }
        let middle = y(last.p50)
        let marks = [
            ("P90", last.p90, min(y(last.p90), middle - Self.lineHeight)), ("P50", last.p50, middle),
            ("P10", last.p10, max(y(last.p10), middle + Self.lineHeight)),
        ]
        return marks.map { name, value, y in
            Shape.text("\(name) \(Shape.short(value))", x: right + 8, y: y + 4, [], name == "P50" ? .accent : .ink)
        }
    }

    // MARK: Places

    private func point(_ period: Int, _ value: Double) -> String {
        "\(Shape.pixels(x(period))),\(Shape.pixels(y(value)))"
    }

    private func x(_ period: Int) -> Double {
        left + (Double(period) + 0.5) / Double(chart.periods.count) * (right - left)
    }

    private func y(_ value: Double) -> Double {
        bottom - (value - ticks.low) / (ticks.high - ticks.low) * (bottom - top)
    }
}
