import Assessment
import FlywheelKit
import Statistics

/// Somebody who looks at what was learned and decides what to change.
struct Manager {
    private struct Lesson {
        var kind: Int
        var cause: Int
        var problem: Int64
        var at: Instant
    }

    private struct Prevention {
        var kind: Int
        var cause: Int
        var remaining: Double
        var decision: Int64
        var at: Instant
    }

    private(set) var decisions: [Decision] = []
    private var lessons: [Lesson] = []
    private var preventions: [Prevention] = []

    /// Remembers why something broke.
    mutating func learn(_ kind: Int, _ cause: Int, from problem: Int64, at now: Instant) {
        lessons.append(Lesson(kind: kind, cause: cause, problem: problem, at: now))
    }

    /// What is left of a cause after what was done against it.
    func remaining(of kind: Int, _ cause: Int) -> Double {
        preventions.last { $0.kind == kind && $0.cause == cause }?.remaining ?? 1
    }

    /// What is left of a kind after what was done against its causes.
    func remaining(of kind: Int) -> Double {
        let shares = Self.shares(of: kind)
        return zip(shares.indices, shares).reduce(0) { $0 + $1.1 * remaining(of: kind, $1.0) }
    }

    /// One of the causes of a kind, as often as each still occurs.
    func cause(of kind: Int, _ chance: inout SplitMix64) -> Int {
        let shares = Self.shares(of: kind)
        let weights = zip(shares.indices, shares).map { $1 * remaining(of: kind, $0) }
        var left = chance.uniform() * weights.reduce(0, +)
        for (cause, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return cause }
        }
        return 0
    }

    /// The first cause is twice as frequent as the second, and so on.
    private static func shares(of kind: Int) -> [Double] {
        let weights = Catalogue.kinds[kind].causes.indices.map { 1 / Double(1 << $0) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// The decision against a cause that was in force at a moment.
    func prevention(of kind: Int, _ cause: Int, before moment: Instant) -> Int64? {
        preventions.last { $0.kind == kind && $0.cause == cause && $0.at <= moment }?.decision
    }

    /// Decides against the cause that came up most in six weeks, where nothing was done yet.
    mutating func prevent(at now: Instant, leaving share: Double) -> Bool {
        let recent = lessons.filter { now.days(since: $0.at) <= 42 }
        var counts: [Int: Int] = [:]
        for lesson in recent where remaining(of: lesson.kind, lesson.cause) == 1 {
            counts[lesson.kind * 10 + lesson.cause, default: 0] += 1
        }
        guard let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), top.value >= 3 else {
            return false
        }
        let (kind, cause) = (top.key / 10, top.key % 10)
        let evidence = recent.filter { $0.kind == kind && $0.cause == cause }.suffix(5).map { "X\($0.problem)" }
        decide(
            .prevention, workflow: kind, subject: Catalogue.kinds[kind].causes[cause], at: now,
            evidence: Array(evidence))
        preventions.append(
            Prevention(kind: kind, cause: cause, remaining: share, decision: Int64(decisions.count), at: now))
        return true
    }

    /// Writes down what was decided about the workflow of a kind.
    mutating func decide(
        _ kind: Decision.Kind, workflow problem: Int?, subject: String, at now: Instant, evidence: [String] = []
    ) {
        decisions.append(
            Decision(
                id: Int64(decisions.count + 1), kind: kind, workflow: problem.map { Catalogue.kinds[$0].workflow },
                subject: subject, at: now, review: now.advanced(byDays: 28), evidence: evidence))
    }

    /// Looks back at decisions whose time has come.
    mutating func review(at now: Instant, _ chance: inout SplitMix64) {
        for place in decisions.indices where decisions[place].effect == nil && decisions[place].review <= now {
            let roll = chance.uniform()
            decisions[place].effect = roll < 0.6 ? .better : roll < 0.92 ? .inconclusive : .worse
            if decisions[place].effect == .worse, decisions[place].kind != .prevention {
                decisions[place].rolledBack = now
            }
        }
    }
}
