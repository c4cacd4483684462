import FlywheelKit

/// What all problems add to metrics, in one walk: by metric, by part of the problems, by week.
struct MetricCells: Sendable {
    let metrics: [Metric]
    let weeks: [MetricWindow]
    private let parts: Int
    private var tallies: [MetricTally]
    private var spans: [OpenSpans]

    /// Walks the problems.
    /// - Parameter place: the part a problem belongs to, below `parts`; `nil` leaves it out.
    init(
        _ metrics: [Metric], of reader: MetricReader, in window: MetricWindow, parts: Int,
        place: (Problem) -> Int?
    ) {
        self.metrics = metrics
        weeks = window.weeks
        self.parts = parts
        tallies = Array(repeating: MetricTally(), count: metrics.count * parts * weeks.count)
        spans = Array(repeating: OpenSpans(), count: parts)
        let needsSpans = metrics.contains(where: \.isStock)
        let eventful = metrics.enumerated().filter { !$0.element.isStock && !$0.element.isOfTurns }
        for problem in reader.history.problems {
            guard let part = place(problem) else { continue }
            if needsSpans { spans[part].add(problem) }
            for (index, metric) in eventful {
                reader.problems.eachEvent(of: metric, problem) { event in
                    guard window.contains(event.at) else { return }
                    let back = Int((window.through.seconds - event.at.seconds) / MetricWindow.weekSeconds)
                    tallies[(index * parts + part) * weeks.count + weeks.count - 1 - back].add(event.part)
                }
            }
        }
    }

    /// What one week adds to a metric, by its place.
    func tally(_ metric: Int, part: Int, week: Int) -> MetricTally {
        tallies[(metric * parts + part) * weeks.count + week]
    }

    /// What the weeks that count add together.
    func total(_ metric: Int, part: Int, where counts: (MetricWindow) -> Bool) -> MetricTally {
        var total = MetricTally()
        for week in weeks.indices where counts(weeks[week]) { total.merge(tally(metric, part: part, week: week)) }
        return total
    }

    /// When the problems of a part were open; nothing where no metric needs it.
    func spans(_ part: Int) -> OpenSpans { spans[part] }
}
