import FlywheelKit

/// Which root causes say why problems came about: not words such as `other`, and not the one word that a workflow gives for
/// whatever it closes.
public struct TellingCauses: Sendable {
    /// Ids of causes that name none, after the last dot of the id.
    private static let empty: Set = ["other", "unknown", "none", "unclear", "misc", "not-known"]
    /// Closes from which on one word for nearly all of them is a habit, and those of another kind than its commonest that are
    /// needed to tell: problems of one kind may well have one cause.
    private static let (leastCloses, leastOthers) = (30, 5)
    /// The share of them.
    private static let uniformShare = 0.95

    private let isNamed: [Bool]
    /// By workflow, the cause that nearly all of its closes name, whatever their kind; `nil` where they name several.
    private let uniform: [Int?]

    /// Whether a cause says why, whoever names it.
    public static func says(_ cause: String) -> Bool {
        !empty.contains(cause.split(separator: ".").last.map(String.init) ?? cause)
    }

    init(of history: WorkHistory) {
        isNamed = history.causes.map(Self.says)
        var closes = history.workflows.map { _ in 0 }
        var kinds = history.workflows.map { _ in [Int: [Int: Int]]() }
        for problem in history.problems where problem.isClosedAsReal {
            closes[problem.workflow] += 1
            if let cause = problem.cause { kinds[problem.workflow][cause, default: [:]][problem.kind, default: 0] += 1 }
        }
        uniform = history.workflows.indices.map { workflow in
            guard closes[workflow] >= Self.leastCloses else { return nil }
            return kinds[workflow].first { _, count in
                let all = count.values.reduce(0, +)
                return Double(all) >= Self.uniformShare * Double(closes[workflow])
                    && all - (count.values.max() ?? 0) >= Self.leastOthers
            }?.key
        }
    }

    /// The place of the cause that says why a problem came about; `nil` where it names none that does.
    func cause(of problem: Problem) -> Int? {
        problem.cause.flatMap { isNamed[$0] && uniform[problem.workflow] != $0 ? $0 : nil }
    }

    /// The place of the cause that a workflow gives for nearly everything; `nil` where it says more.
    func uniform(in workflow: Int) -> Int? { uniform[workflow].flatMap { isNamed[$0] ? $0 : nil } }
}
