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
    /// The share of the newest closes that should have one.
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
        /// How far it is: so many, and no more than it takes.
        public let count: Int
        /// Of so many that it takes.
        public let of: Int

        /// Whether it is done.
        public var isDone: Bool { count == of }

        fileprivate init(_ name: Name, month: Int, _ count: Int, of: Int = 1) {
            (self.name, self.month, self.count, self.of) = (name, month, min(count, of), of)
        }
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
        let closed = Self.closes(of: history)
        let recent = closed.suffix(max(Self.closes, closed.count / 2))
        let said = recent.count { $0.cause.map { TellingCauses.says(history.causes[$0]) } ?? false }
        let tuned = history.decisions.count { $0.kind == .threshold }
        let saysHours = history.turns.contains { $0.staffHours != nil }
        // Where nobody closes anything, time passes and nothing is measured.
        let measured = closed.first.map { max(0, history.until.days(since: $0.at)) } ?? 0
        steps = [
            Step(.importFile, month: 1, hasFacts ? 1 : turns),
            Step(.rotation, month: 1, turns),
            Step(.claims, month: 1, byRank, of: Self.claimsByRank),
            Step(.hours, month: 1, saysHours ? 1 : 0),
            Step(.closes, month: 1, closed.count, of: Self.closes),
            Step(.resolution, month: 1, Int(measured), of: Int(Self.measuredDays)),
            Step(
                .causes, month: 2, said,
                of: Int((Self.captured * Double(max(Self.closes, recent.count))).rounded(.up))),
            Step(.threshold, month: 3, tuned),
        ]
        day = days.map { Int($0) + 1 }
        isOver = steps.allSatisfy(\.isDone) || (days ?? 0) >= Self.length
    }

    /// When people closed what was a problem, in that order, and with which cause.
    private static func closes(of history: WorkHistory) -> [(at: Instant, id: Int64, cause: Int?)] {
        history.problems.compactMap { problem in
            problem.isClosedAsReal ? problem.ended.map { ($0, problem.id, problem.cause) } : nil
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
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
