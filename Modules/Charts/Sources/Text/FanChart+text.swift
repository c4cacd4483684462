extension FanChart {
    /// The fewest characters across and lines down in which a chart says anything.
    private static let leastSize = (width: 24, height: 3)

    /// The chart in characters, each as wide as the others.
    ///
    /// - Parameters:
    ///   - width: characters in a line at most; no line is longer.
    ///   - height: lines of the picture itself; the axis and the names of periods come below.
    /// - Returns: no lines where there is nothing to draw.
    public func lines(width: Int, height: Int = 12, style: TextStyle) -> [String] {
        let height = max(Self.leastSize.height, height)
        guard width >= Self.leastSize.width, !periods.isEmpty else { return [] }
        let ticks = ticks(atMost: (height + 1) / 2)
        let names = ticks.multiples.map(ticks.text)
        let margin = (names.map(\.count).max() ?? 0) + 1
        let columns = width - margin - 1
        guard columns >= 8 else { return [] }
        let raster = raster(columns: columns, rows: height, ticks, style)

        var sides = [String](repeating: String(repeating: " ", count: margin) + style.axis.side, count: height)
        for (multiple, name) in zip(ticks.multiples, names) {
            let row = Self.place(ticks.value(multiple), ticks, of: height)
            sides[row] = String(repeating: " ", count: margin - 1 - name.count) + name + " " + style.axis.tick
        }
        let picture = zip(sides, raster.lines).map { ($0 + $1).trimmed }
        return picture + below(margin: margin, columns: columns, style)
    }

    /// What the parts of the picture mean, as in "units a week; line: known; fan: P10, P50, P90".
    public func legend(style: TextStyle) -> String {
        let marked = leftOut.isEmpty ? "" : "; \(style.leftOut) left out"
        return style == .unicode
            ? "\(unit); line: known; fan: P10, P50, P90\(marked)"
            : "\(unit); * known; o P50; . P10 to P90\(marked)"
    }

    private func raster(columns: Int, rows: Int, _ ticks: Ticks, _ style: TextStyle) -> Raster {
        var raster = Raster(style, columns: columns, rows: rows)
        let (width, height) = (raster.width, raster.height)
        func dot(_ period: Int, _ value: Double) -> (x: Int, y: Int) {
            (column(period, of: width), Self.place(value, ticks, of: height))
        }
        for x in column(past.count, of: width)..<width {
            guard let spread = spread(at: (Double(x) + 0.5) / Double(width) * Double(periods.count) - 0.5) else {
                continue
            }
            let (top, bottom) = (Self.place(spread.p90, ticks, of: height), Self.place(spread.p10, ticks, of: height))
            // Every other dot: lighter than a line, and its edges are seen.
            for y in top...bottom where (x + y) % 2 == 0 || style == .ascii { raster.set(x, y, .fan) }
        }
        for run in runs {
            for period in run {
                guard let value = past[period] else { continue }
                let before = period > run.lowerBound ? past[period - 1] : nil
                let end = dot(period, value)
                raster.line(from: before.map { dot(period - 1, $0) } ?? end, to: end, .past)
            }
        }
        for (step, spread) in fan.enumerated() {
            let end = dot(past.count + step, spread.p50)
            let start = step > 0 ? dot(past.count + step - 1, fan[step - 1].p50) : end
            raster.line(from: start, to: end, .middle)
        }
        return raster
    }

    /// What is expected between two coming periods; `nil` before the middle of the first.
    private func spread(at period: Double) -> Spread? {
        let step = period - Double(past.count)
        guard step >= -0.5, let last = fan.last else { return nil }
        let place = min(max(0, step), Double(fan.count - 1))
        let (low, part) = (Int(place), place - place.rounded(.down))
        let (one, other) = (fan[low], low + 1 < fan.count ? fan[low + 1] : last)
        func between(_ value: KeyPath<Spread, Double>) -> Double {
            one[keyPath: value] * (1 - part) + other[keyPath: value] * part
        }
        let middle = between(\.p50)
        return Spread(p10: min(between(\.p10), middle), p50: middle, p90: max(between(\.p90), middle))
    }

    /// The axis, what was left out, and the names of periods.
    private func below(margin: Int, columns: Int, _ style: TextStyle) -> [String] {
        let start = String(repeating: " ", count: margin)
        var floor = [Character](repeating: Character(style.axis.floor), count: columns)
        if !fan.isEmpty, !past.isEmpty { floor[column(past.count, of: columns)] = Character(style.axis.today) }
        var marks = [Character](repeating: " ", count: columns)
        for period in leftOut {
            for column in column(
                period, of: columns)...max(column(period, of: columns), column(period + 1, of: columns) - 1)
            where marks.indices.contains(column) { marks[column] = style.leftOut }
        }
        var names = [Character](repeating: " ", count: columns)
        let places = Labels.places(of: periods, along: Double(columns), gap: 2) { Double($0.count) }
        for place in places {
            let first = column(place, of: columns)
            guard first + periods[place].count <= columns else { continue }
            for (offset, character) in periods[place].enumerated() { names[first + offset] = character }
        }
        let lines = [start + style.axis.corner + String(floor)]
        return lines + (leftOut.isEmpty ? [] : [(start + " " + String(marks)).trimmed])
            + [(start + " " + String(names)).trimmed]
    }

    /// The place of the middle of a period among so many across.
    private func column(_ period: Int, of width: Int) -> Int {
        min(width - 1, (2 * period + 1) * width / (2 * periods.count))
    }

    /// The place of a value among so many from the top.
    private static func place(_ value: Double, _ ticks: Ticks, of height: Int) -> Int {
        let share = (value - ticks.low) / (ticks.high - ticks.low)
        return min(height - 1, max(0, Int(((1 - share) * Double(height - 1)).rounded())))
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
