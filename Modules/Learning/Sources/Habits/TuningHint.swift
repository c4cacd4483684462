public import Assessment
import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// Where detection looks most worth tuning: the kind of problem that most often turned out to be none.
///
/// A prediction says itself how likely it is to come to nothing. A rule of which as many lapse as it said is right, and lowering
/// its threshold would only lose what it foresees; so what was to be expected does not count against it.
public struct TuningHint: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// The id of the kind of problem.
    public let kind: String
    /// Problems of it that ended in four weeks; predictions that lapsed, once it could be told what became of them.
    public let ended: Int
    /// Of these, the ones that were noise or a prediction that did not come true in its time, by number.
    public let empty: [ExceptionID]
    /// How many predictions among them were to come to nothing by what they said beforehand.
    public let expected: Int

    /// Ends from which on a share says something.
    public static let least = 5
    /// The share of empty ones, beyond those to be expected, from which on tuning is worth a look.
    public static let share = 0.2

    /// Days that it looks back: to the end of the oldest prediction that may be told of in the four weeks.
    public static let days = CloseOfDay.recentDays + WarningJudgement.longestDays

    private struct Kind: Hashable, Comparable {
        let workflow: Int
        let kind: Int

        static func < (left: Kind, right: Kind) -> Bool { (left.workflow, left.kind) < (right.workflow, right.kind) }
    }

    private struct Count {
        var ended = 0
        var empty: [ExceptionID] = []
        var expected = 0.0

        /// Empty ones that nothing had said beforehand.
        var excess: Double { max(0, Double(empty.count) - expected) }
    }

    /// The kind with the largest share of empty alerts in the four weeks up to the end of a history, of equal shares the one
    /// with the most of them; `nil` where none is worth a look.
    ///
    /// - Parameter judgement: what predictions turned out to be by then.
    public init?(_ history: WorkHistory, judgement: WarningJudgement) {
        let start = history.until.advanced(byDays: -CloseOfDay.recentDays)
        var counts: [Kind: Count] = [:]
        for problem in history.problems {
            let id = ExceptionID(problem.id)
            guard let ended = problem.ended, judgement.told(id, ended: ended) > start,
                let verdict = problem.verdict.flatMap({ judgement.verdict(of: id, said: $0) })
            else { continue }
            var count = counts[Kind(workflow: problem.workflow, kind: problem.kind)] ?? Count()
            count.ended += 1
            count.expected += judgement.statedFalseAlarm(id) ?? 0
            if verdict == .noise || verdict == .didNotHappen { count.empty.append(id) }
            counts[Kind(workflow: problem.workflow, kind: problem.kind)] = count
        }
        let worst = counts.filter { $0.value.ended >= Self.least }.max { left, right in
            let one = left.value.excess * Double(right.value.ended)
            let other = right.value.excess * Double(left.value.ended)
            guard one == other else { return one < other }
            return (left.value.excess, left.key) < (right.value.excess, right.key)
        }
        guard let worst, worst.value.excess >= Self.share * Double(worst.value.ended) else { return nil }
        workflow = history.workflows[worst.key.workflow].id
        kind = history.kinds[worst.key.kind]
        ended = worst.value.ended
        empty = worst.value.empty.sorted()
        expected = Int(worst.value.expected.rounded())
    }
}
