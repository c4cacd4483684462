import FlywheelKit
import FlywheelStore

/// What was decided about how to work, and what it does.
struct Decided: Sendable {
    /// A cause, in a workflow.
    struct Cause: Hashable {
        let workflow: Int
        let id: String
    }

    /// A decision that waits for its review.
    struct Waiting {
        let number: Int64
        let review: Instant
        let works: Bool
    }

    /// Days after which a prevention keeps half as much away: the world finds other ways to the same cause.
    private static let halfLifeDays = 180.0
    /// Under this share a cause is worth another decision.
    private static let faded = 0.25

    /// What was decided against causes: the share kept away at first, and since when.
    private var preventions: [Cause: (share: Double, since: Instant)] = [:]
    /// What is left of a workflow's lag.
    private var lags: [Int: Double] = [:]
    /// Closes with a usable cause.
    private var closes: [Cause: [(at: Instant, exception: ExceptionID)]] = [:]
    /// What waits for its review, oldest first.
    var waiting: [Waiting] = []

    /// The share of a cause's problems that are kept away at a moment, 0 to 1.
    func prevented(_ workflow: Int, _ cause: String, at moment: Instant) -> Double {
        prevented(Cause(workflow: workflow, id: cause), at: moment)
    }

    private func prevented(_ cause: Cause, at moment: Instant) -> Double {
        preventions[cause].map { $0.share * power(0.5, moment.days(since: $0.since) / Self.halfLifeDays) } ?? 0
    }

    /// What is left of the lag of a workflow's detection, 0 to 1.
    func lag(_ workflow: Int) -> Double { lags[workflow] ?? 1 }

    /// Remembers a close.
    mutating func note(_ trouble: Trouble, at moment: Instant) {
        closes[Cause(workflow: trouble.workflow, id: trouble.cause), default: []].append((moment, trouble.exception))
    }

    /// The cause that came most often in some days and is not prevented, with its closes; `nil` where none came thrice.
    func most(inDays days: Double, until now: Instant) -> (cause: Cause, closes: [ExceptionID])? {
        let counted = closes.filter { prevented($0.key, at: now) < Self.faded }
            .mapValues { $0.filter { now.days(since: $0.at) <= days }.map(\.exception) }.filter { $0.value.count >= 3 }
        let most = counted.max {
            ($0.value.count, $1.key.workflow, $1.key.id) < ($1.value.count, $0.key.workflow, $0.key.id)
        }
        return most.map { ($0.key, $0.value) }
    }

    /// Keeps a share of a cause's problems away from now on.
    mutating func prevent(_ cause: Cause, _ share: Double, since moment: Instant) {
        preventions[cause] = (share, moment)
    }

    /// Shortens a workflow's lag by a share; there is always some.
    mutating func shorten(_ workflow: Int, by share: Double) { lags[workflow] = max(0.15, lag(workflow) * (1 - share)) }
}
