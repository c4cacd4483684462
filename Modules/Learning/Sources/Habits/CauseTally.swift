public import Assessment
public import FlywheelKit
public import FlywheelRuntime

/// How often one cause ended problems of one kind.
public struct CauseTally: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// The id of the kind of problem.
    public let kind: String
    /// Why they happened.
    public let cause: String
    /// Closes of the day.
    public var today = 0
    /// Closes of the four weeks up to the end of the day, these included.
    public var recent = 0
    /// Of the recent ones, those that repeat an earlier, verified one on the same listing.
    public var repeats = 0
    /// The recent exceptions, the newest first.
    public var exceptions: [Int64] = []
    /// Whether a decision that is to prevent it is in force.
    public var isPrevented = false
}

/// What the closes of a day teach: which causes came back, and which are worth preventing.
public struct CloseOfDay: Sendable {
    /// Days that are looked back at.
    public static let recentDays = 28.0
    /// Closes within these days from which on a cause is worth a look at prevention.
    public static let leastToPrevent = 3

    /// Problems that people closed today; what they dismissed was none, and needs no cause.
    public let closed: [Problem]
    /// Of these, the ones whose cause says nothing.
    public let withoutCause: Int
    /// Causes of today that had ended a problem of the same kind before, the most frequent first.
    public let repeated: [CauseTally]
    /// Causes that keep coming and that no decision prevents, the most frequent first.
    public let toPrevent: [CauseTally]

    /// Looks back at a day.
    ///
    /// - Parameters:
    ///   - day: its first moment, and the first moment after what has passed of it.
    ///   - preventions: what was decided against causes.
    public init(_ history: WorkHistory, day: Range<Instant>, preventions: Preventions) {
        let start = day.upperBound.advanced(byDays: -Self.recentDays)
        let recent = history.problems.filter { problem in
            problem.isClosedAsReal && problem.ended.map { (start..<day.upperBound).contains($0) } ?? false
        }
        closed = recent.filter { $0.ended.map(day.contains) ?? false }
        withoutCause = closed.count { Self.cause(of: $0, in: history) == nil }
        // What was foreseen and seen to in time did not come, and so has not come back.
        let tallies = Self.tallies(of: recent.filter(\.hasBegun), day: day, in: history, preventions)
        repeated = tallies.filter { $0.today > 0 && $0.recent > 1 }
        toPrevent = tallies.filter { !$0.isPrevented && $0.recent >= Self.leastToPrevent }
    }

    private struct Name: Hashable {
        var workflow: Int
        var kind: Int
        var cause: String
    }

    /// The cause, where it says something.
    private static func cause(of problem: Problem, in history: WorkHistory) -> String? {
        problem.cause.map { history.causes[$0] }.flatMap { TellingCauses.says($0) ? $0 : nil }
    }

    private static func tallies(
        of problems: [Problem], day: Range<Instant>, in history: WorkHistory, _ preventions: Preventions
    ) -> [CauseTally] {
        var tallies: [Name: CauseTally] = [:]
        let newestFirst = problems.sorted {
            ($1.ended ?? day.lowerBound, $1.id) < ($0.ended ?? day.lowerBound, $0.id)
        }
        for problem in newestFirst {
            guard let cause = cause(of: problem, in: history) else { continue }
            let name = Name(workflow: problem.workflow, kind: problem.kind, cause: cause)
            var tally =
                tallies[name]
                ?? CauseTally(
                    workflow: history.workflows[problem.workflow].id, kind: history.kinds[problem.kind], cause: cause)
            tally.recent += 1
            tally.today += problem.ended.map(day.contains) ?? false ? 1 : 0
            tally.repeats += problem.repeatOf == nil ? 0 : 1
            tally.exceptions.append(problem.id)
            tallies[name] = tally
        }
        let end = day.upperBound.advanced(bySeconds: -1)
        return tallies.values.map { tally in
            var tally = tally
            tally.isPrevented = preventions.inForce(against: tally.cause, of: tally.workflow, at: end) != nil
            return tally
        }.sorted {
            ($1.recent, $1.today, $0.workflow, $0.kind, $0.cause) < (
                $0.recent, $0.today, $1.workflow, $1.kind, $1.cause
            )
        }
    }
}
