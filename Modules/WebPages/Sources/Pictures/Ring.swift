import Charts

/// The wheel: an arc for each phase, filled to its yield and numbered; the names stand in the list beside it, since German and
/// Japanese ones do not fit around a ring. What is not measured yet is no arc.
public struct Ring: Sendable {
    /// A phase.
    public struct Phase: Sendable {
        let name: HTML
        let share: Double?
        let target: Double?
        let figures: HTML
        let isStalled: Bool

        /// - Parameters:
        ///   - share: the yield, 0 to 1; `nil` where it is not measured yet.
        ///   - figures: the yield and the target in words.
        ///   - isStalled: whether the wheel stalls here.
        public init(_ name: HTML, share: Double?, target: Double?, figures: HTML, isStalled: Bool = false) {
            self.name = name
            self.share = share
            self.target = target
            self.figures = figures
            self.isStalled = isStalled
        }
    }

    let phases: [Phase]

    /// The phases, clockwise from the top.
    ///
    /// - Precondition: there are 2 to 12.
    public init(_ phases: [Phase]) { self.phases = phases }

    /// The ring with the list of its phases.
    ///
    /// - Parameter answer: what it shows, for those who do not see it.
    public func html(answer: String, for reader: Reader) -> HTML {
        let chart = RingChart(
            phases.map { phase in
                RingChart.Arc(
                    share: phase.share.map { min(max($0, 0), 1) }, target: phase.target.map { min(max($0, 0), 1) },
                    isMarked: phase.isStalled)
            })
        let lines = phases.map { phase -> HTML in
            let stalled: HTML? =
                phase.isStalled ? " <strong class=\"late\">\(reader.phrases("picture.stalled"))</strong>" : nil
            return "<li><b>\(phase.name)</b>\(stalled) <span class=\"muted\">\(phase.figures)</span></li>"
        }
        return
            "<div class=\"beside\">\(HTML(trusted: chart.svg(description: VisibleText.shown(answer))))\n<ol>\n\(lines)\n</ol></div>"
    }
}
