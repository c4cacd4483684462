import FlywheelKit

/// How the root causes of a history went in its newest weeks: why problems happened, and whether less of it does.
///
/// A close belongs to the week it was made in, and what it cleared is known once the data confirm it.
public struct CauseCourses: Sendable {
    /// The weeks, the oldest first.
    public let weeks: [MetricWindow]
    private let seen: [Bool]
    private let closes: [Name: [Close]]

    private struct Name: Hashable {
        let workflow: String
        let cause: String
    }

    private struct Close {
        let exception: Int64
        let at: Instant
        let week: Int
        let closes: CauseCourse.Closes
    }

    /// Reads the courses from a history.
    public init(_ history: WorkHistory, weeks count: Int = 12) {
        let reader = MetricReader(history)
        let window = MetricWindow.newest(count, through: history.until)
        weeks = window.weeks
        seen = weeks.map(reader.turns.hasLooked)
        var closes: [Name: [Close]] = [:]
        for problem in history.problems where problem.isClosedAsReal {
            guard let cause = problem.cause, let ended = problem.ended,
                let week = weeks.firstIndex(where: { $0.contains(ended) })
            else { continue }
            var one = CauseCourse.Closes()
            (one.count, one.repeats) = (1, problem.repeatOf == nil ? 0 : 1)
            reader.problems.eachEvent(of: .exposureCleared, problem) { one.add($0.part) }
            let name = Name(workflow: history.workflows[problem.workflow].id, cause: history.causes[cause])
            closes[name, default: []].append(Close(exception: problem.id, at: ended, week: week, closes: one))
        }
        self.closes = closes
    }

    /// The course of a cause of a workflow, by their ids.
    public func course(of cause: String, in workflow: String) -> CauseCourse {
        let own = closes[Name(workflow: workflow, cause: cause)] ?? []
        var weekly = seen.map { $0 ? CauseCourse.Closes() : nil }
        for close in own { weekly[close.week] = (weekly[close.week] ?? CauseCourse.Closes()) + close.closes }
        return CauseCourse(
            weekly: weekly,
            exceptions: own.sorted { ($1.at, $1.exception) < ($0.at, $0.exception) }.map(\.exception))
    }
}

extension CauseCourse.Closes {
    /// Adds what a close adds to ``Metric/exposureCleared``.
    fileprivate mutating func add(_ part: MetricPart) {
        switch part {
        case .amount(let minorUnits):
            amount += minorUnits
            priced += 1
        case .unpriced: unpriced += 1
        case .censored: pending += 1
        default: break
        }
    }
}
