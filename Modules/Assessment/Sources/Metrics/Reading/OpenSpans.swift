import FlywheelKit
import Statistics

/// When problems were open, as far as the backlog needs it.
struct OpenSpans: Sendable {
    private struct Span {
        let seen: Instant
        let ended: Instant?

        init(_ problem: Problem) {
            seen = problem.detected
            ended = problem.ended
        }

        func isOpen(at moment: Instant) -> Bool { seen <= moment && ended.map { moment < $0 } ?? true }
    }

    private var spans: [Span] = []

    mutating func add(_ problem: Problem) { spans.append(Span(problem)) }

    /// For how many seconds a problem had been open at a moment; `nil` where it was not.
    static func age(of problem: Problem, at moment: Instant) -> Int64? {
        Span(problem).isOpen(at: moment) ? moment.seconds - problem.detected.seconds : nil
    }

    /// How many were open at the end of a window.
    func backlog(in window: MetricWindow) -> MetricValue {
        let open = spans.count { $0.isOpen(at: window.through) }
        return MetricValue(Double(open), count: open, in: window)
    }

    /// The age in days that nine in ten of them do not exceed.
    func ninetiethAge(in window: MetricWindow) -> MetricValue {
        let end = window.through
        let ages = spans.lazy.filter { $0.isOpen(at: end) }.map { end.days(since: $0.seen) }
        guard let age = Robust.quantile(of: Array(ages), 0.9) else { return MetricValue(.nothingHappened, in: window) }
        return MetricValue(age, count: ages.count, in: window)
    }
}
