import FlywheelKit

/// Which ended problems came back, and when: what ``Problem/repeatOf`` and ``Problem/regressionOf`` say, read backwards.
struct Comebacks: Sendable {
    /// Whether something came back within a window.
    enum Answer {
        case cameBack, stayedAway, cannotTell
    }

    private struct Place: Hashable {
        let workflow: Int
        let kind: Int
        let subject: Int

        init(_ problem: Problem) {
            workflow = problem.workflow
            kind = problem.kind
            subject = problem.subject
        }
    }

    /// By problem, when its first repeat was seen.
    private var repeats: [Int64: Instant] = [:]
    /// By problem, when its fingerprint was first seen again.
    private var regressions: [Int64: Instant] = [:]
    /// When problems were seen that are open and so state no cause yet.
    private var causeless: [Place: [Instant]] = [:]

    init(_ problems: [Problem]) {
        for problem in problems {
            if let of = problem.repeatOf { repeats[of] = min(repeats[of] ?? problem.detected, problem.detected) }
            if let of = problem.regressionOf {
                regressions[of] = min(regressions[of] ?? problem.detected, problem.detected)
            }
            if problem.ended == nil { causeless[Place(problem), default: []].append(problem.detected) }
        }
    }

    /// Whether the cause of a problem that ended came back by a moment.
    func repeats(_ problem: Problem, from end: Instant, until: Instant) -> Answer {
        if let back = repeats[problem.id], back <= until { return .cameBack }
        let mayBe = causeless[Place(problem)]?.contains { end < $0 && $0 <= until } ?? false
        return mayBe ? .cannotTell : .stayedAway
    }

    /// Whether its fingerprint did.
    func regresses(_ problem: Problem, until: Instant) -> Answer {
        regressions[problem.id].map { $0 <= until } ?? false ? .cameBack : .stayedAway
    }
}
