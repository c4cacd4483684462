public import Assessment
import FlywheelKit
import Statistics

/// The first ninety days of a wheel, one stage after the other: see and rank in the first month, capture causes in the
/// second, tune detection in the third.
///
/// Where somebody stands on that way follows from the history of the work alone, so nobody has to say it. It ends by
/// itself: when everything was done, or ``length`` days after the first turn.
public struct GuidedStart: Hashable, Sendable {
    /// Days after the first turn at which it is over, whatever was done.
    public static let length = 120.0
    /// Days for which resolution is measured before anything is added, from the first close by a person.
    public static let measuredDays = 30.0
    /// Claims from the top of the queue that show that people go by it.
    public static let claimsByRank = 5
    /// Closes by people that it takes to say how fast they are, and how many have a cause.
    public static let closes = 10
    /// The share of them that should have one.
    public static let captured = 0.8

    /// One thing to do, in the order of doing.
    public struct Step: Hashable, Sendable {
        /// What it is, by the word that outputs use.
        public enum Name: String, Hashable, Sendable, CaseIterable {
            case importFile = "import"
            case rotation
            case claims
            case hours
            case closes
            case resolution
            case causes
            case threshold
        }

        /// What it is.
        public let name: Name
        /// The month it belongs to, 1 to 3.
        public let month: Int
        /// Whether it is done.
        public let isDone: Bool
        /// How far it is: so many.
        public let count: Int
        /// Of so many that it takes.
        public let of: Int
    }

    /// All steps, the first first.
    public let steps: [Step]
    /// The day since the first turn, from 1; `nil` before it.
    public let day: Int?
    /// Whether it is over.
    public let isOver: Bool

    /// The month that is due, 1 to 3: that of the first step that is not done.
    public var month: Int { next?.month ?? 3 }
    /// The step to do next; `nil` where none is left.
    public var next: Step? { steps.first { !$0.isDone } }

    /// Where somebody stands, by what people did: problems that nobody touched do not matter.
    ///
    /// - Parameter hasFacts: whether files came in, which a history cannot tell before the first turn looks at them.
    public init(_ history: WorkHistory, hasFacts: Bool = false) {
        let turns = history.turns.count
        let days = turns == 0 ? nil : max(0, history.until.days(since: history.from))
        let byRank = history.problems.count { $0.rankAtClaim.map(Self.isFromTheTop) ?? false }
        let closed = history.problems.filter { $0.closer != nil }
        let recent = closed.suffix(max(Self.closes, closed.count / 2))
        let said = recent.count { problem in
            problem.cause.map { TellingCauses.says(history.causes[$0]) } ?? false
        }
        let isCaptured = recent.count >= Self.closes && Double(said) >= Self.captured * Double(recent.count)
        let tuned = history.decisions.count { $0.kind == .threshold }
        let saysHours = history.turns.contains { $0.staffHours != nil }
        // Where nobody closes anything, time passes and nothing is measured.
        let first = closed.compactMap(\.ended).min()
        let measured = first.map { min(Int(max(0, history.until.days(since: $0))), Int(Self.measuredDays)) } ?? 0
        steps = [
            Step(
                name: .importFile, month: 1, isDone: hasFacts || turns > 0, count: hasFacts || turns > 0 ? 1 : 0, of: 1),
            Step(name: .rotation, month: 1, isDone: turns > 0, count: min(turns, 1), of: 1),
            Step(
                name: .claims, month: 1, isDone: byRank >= Self.claimsByRank, count: min(byRank, Self.claimsByRank),
                of: Self.claimsByRank),
            Step(name: .hours, month: 1, isDone: saysHours, count: saysHours ? 1 : 0, of: 1),
            Step(
                name: .closes, month: 1, isDone: closed.count >= Self.closes, count: min(closed.count, Self.closes),
                of: Self.closes),
            Step(
                name: .resolution, month: 1, isDone: measured >= Int(Self.measuredDays), count: measured,
                of: Int(Self.measuredDays)),
            Step(
                name: .causes, month: 2, isDone: isCaptured, count: min(said, Self.closes), of: Self.closes),
            Step(name: .threshold, month: 3, isDone: tuned > 0, count: min(tuned, 1), of: 1),
        ]
        day = days.map { Int($0) + 1 }
        isOver = steps.allSatisfy(\.isDone) || (days ?? 0) >= Self.length
    }

    /// Whether a claim took one of the first three rows, or of the first tenth of a long queue.
    private static func isFromTheTop(_ rank: Problem.Rank) -> Bool {
        rank.place <= max(3, rank.waiting / 10)
    }

    /// Half of the problems that were seen so far are ended within so many days, open ones counted for as long as they last
    /// (Kaplan and Meier, 1958); `nil` where fewer than half are.
    public static func medianDays(of history: WorkHistory) -> Double? {
        DurationCurve(
            history.problems.map { problem in
                let end = problem.ended ?? history.until
                return .init(max(0, end.days(since: problem.detected)), ended: problem.ended != nil)
            })?.quantile(0.5)
    }
}
