public import Assessment
import FlywheelKit
public import FlywheelRuntime
import FlywheelStore

/// Where detection looks most worth tuning: the kind of problem that most often turned out to be none.
public struct TuningHint: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// The id of the kind of problem.
    public let kind: String
    /// Problems of it that ended in four weeks; predictions that lapsed, once it could be told what became of them.
    public let ended: Int
    /// Of these, the ones that were noise or a prediction that did not come true in its time.
    public let empty: Int

    /// Ends from which on a share says something.
    public static let least = 5
    /// The share of empty ones from which on tuning is worth a look.
    public static let share = 0.2

    /// Days that it looks back: to the end of the oldest prediction that may be told of in the four weeks.
    public static let days = CloseOfDay.recentDays + WarningJudgement.longestDays

    /// The kind with the largest share of empty alerts in the four weeks up to the end of a history, of equal shares the one
    /// with the most of them; `nil` where none is worth a look.
    ///
    /// - Parameter judgement: what predictions turned out to be by then.
    public init?(_ history: WorkHistory, judgement: WarningJudgement) {
        let start = history.until.advanced(byDays: -CloseOfDay.recentDays)
        var counts: [[Int]: (ended: Int, empty: Int)] = [:]
        for problem in history.problems {
            let id = ExceptionID(problem.id)
            guard let ended = problem.ended, judgement.told(id, ended: ended) > start,
                let verdict = problem.verdict.flatMap({ judgement.verdict(of: id, said: $0) })
            else { continue }
            let isEmpty = verdict == .noise || verdict == .didNotHappen
            let before = counts[[problem.workflow, problem.kind]] ?? (0, 0)
            counts[[problem.workflow, problem.kind]] = (before.ended + 1, before.empty + (isEmpty ? 1 : 0))
        }
        let worst = counts.filter { $0.value.ended >= Self.least }.max { left, right in
            let (one, other) = (left.value.empty * right.value.ended, right.value.empty * left.value.ended)
            guard one == other else { return one < other }
            return (left.value.empty, left.key[0], left.key[1]) < (right.value.empty, right.key[0], right.key[1])
        }
        guard let worst, Double(worst.value.empty) >= Self.share * Double(worst.value.ended) else { return nil }
        workflow = history.workflows[worst.key[0]].id
        kind = history.kinds[worst.key[1]]
        ended = worst.value.ended
        empty = worst.value.empty
    }
}
