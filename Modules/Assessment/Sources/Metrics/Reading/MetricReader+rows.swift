public import FlywheelKit

/// One problem or turn that a metric rests on.
public struct MetricRow: Hashable, Sendable {
    /// What it is.
    public enum Record: Hashable, Sendable {
        /// A problem, by the number of its exception.
        case problem(Int64)
        /// A turn, by the number of its rotation.
        case turn(Int64)
    }

    /// What it is.
    public let record: Record
    /// The moment by which it belongs to the window.
    public let at: Instant
    /// What it adds to the metric.
    public let part: MetricPart
}

extension MetricReader {
    /// The problems or turns that a value rests on, those it leaves out as too early or apart included: what a number can be
    /// taken apart to. By their moment, then by number.
    public func rows(of metric: Metric, in window: MetricWindow, for scope: MetricScope = .all) -> [MetricRow] {
        let rows = metric.isOfTurns ? turnRows(of: metric, in: window, for: scope) : problemRows(metric, window, scope)
        return rows.sorted { ($0.at, $0.record.number) < ($1.at, $1.record.number) }
    }

    private func turnRows(of metric: Metric, in window: MetricWindow, for scope: MetricScope) -> [MetricRow] {
        guard let turns = turns(of: scope) else { return [] }
        return turns.turns(of: metric, in: window).map {
            MetricRow(record: .turn($0.id), at: $0.at, part: turns.reading(of: metric, $0))
        }
    }

    private func problemRows(_ metric: Metric, _ window: MetricWindow, _ scope: MetricScope) -> [MetricRow] {
        let weeks = window.weeks.filter { counts($0, for: metric) }
        var rows: [MetricRow] = []
        for problem in history.problems where scope.holds(problem) {
            if metric.isStock {
                guard let age = OpenSpans.age(of: problem, at: window.through) else { continue }
                rows.append(MetricRow(record: .problem(problem.id), at: problem.detected, part: .going(age)))
                continue
            }
            problems.eachEvent(of: metric, problem) { event in
                guard weeks.contains(where: { $0.contains(event.at) }) else { return }
                rows.append(MetricRow(record: .problem(problem.id), at: event.at, part: event.part))
            }
        }
        return rows
    }
}

extension MetricRow.Record {
    /// The number of its record.
    var number: Int64 {
        switch self {
        case .problem(let number), .turn(let number): number
        }
    }
}
