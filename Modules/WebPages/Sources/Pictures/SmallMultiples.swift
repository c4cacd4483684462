import Charts

/// Measures of the same weeks, each small and in its own unit, side by side.
public struct SmallMultiples: Sendable {
    /// A measure.
    public struct Panel: Sendable {
        let name: HTML
        let last: String
        let unit: HTML
        let chart: TrendPanel
        let answer: String
        let ends: (first: String, last: String)
        let axis: (low: String, high: String)

        /// - Parameters:
        ///   - name: the measure, as a link to its rows.
        ///   - last: its last value as it is read.
        ///   - weeks: its values, oldest first; `nil` where it is unknown.
        ///   - unsettled: the places of weeks whose value may still change: hollow.
        ///   - answer: what the panel shows, for those who do not see it.
        ///   - ends: the names of the first and the last week.
        ///   - write: a value as the axis says it, with its unit.
        /// - Precondition: values and target are finite.
        public init(
            name: HTML, last: String, unit: HTML, weeks: [Double?], unsettled: Set<Int> = [], target: Double? = nil,
            answer: String, ends: (first: String, last: String), write: (Double) -> String
        ) {
            self.name = name
            self.last = last
            self.unit = unit
            self.answer = answer
            self.ends = ends
            chart = TrendPanel(weeks, unsettled: unsettled, target: target)
            axis = (write(chart.axis.low), write(chart.axis.high))
        }
    }

    /// More than twelve panels are a wall.
    public static let most = 12

    let panels: [Panel]

    /// The first twelve of the measures.
    public init(_ panels: [Panel]) { self.panels = Array(panels.prefix(Self.most)) }

    /// The panels.
    public var html: HTML {
        let figures = panels.map { panel -> HTML in
            let picture = panel.chart.svg(
                description: VisibleText.shown(panel.answer), first: VisibleText.shown(panel.ends.first),
                last: VisibleText.shown(panel.ends.last), ends: panel.axis)
            return """
                <figure><figcaption><b>\(panel.name)</b> <strong class="number">\(panel.last)</strong> \(panel.unit)\
                </figcaption>
                \(HTML(trusted: picture))
                </figure>
                """
        }
        return "<div class=\"panels\">\n\(figures)\n</div>"
    }
}
