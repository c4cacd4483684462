public import FlywheelKit
import Statistics

/// How a measure stands to its limit, with the numbers that say so.
public struct MetricEvidence: Hashable, Sendable, Codable {
    /// When a measure is expected to cross its limit as it goes now.
    public struct Crossing: Hashable, Sendable, Codable {
        /// The day it is expected to.
        public let expected: Day
        /// The earliest day, of an interval of 80 %.
        public let earliest: Day
        /// The latest; `nil` where it may not cross at all.
        public let latest: Day?
    }

    /// What is measured.
    public let metric: String
    /// How the marketplace judges it, in its words.
    public let status: String?
    /// Bad ones, and of how many.
    public let count: Int?
    /// See ``count``; `nil` for violations, which are counted by themselves.
    public let whole: Int?
    /// The most violations that are well; `nil` for shares, and where it is not known.
    public let mostViolations: Int?
    /// Whether the measure counts good ones, as `valid-tracking-rate` does: all numbers here are then of the others.
    public let countsGood: Bool?
    /// The share of bad ones, 0 to 1.
    public let rate: Double?
    /// The interval of the share that so few or so many leave, of 95 %.
    public let low: Double?
    /// See ``low``.
    public let high: Double?
    /// The highest share that is well.
    public let limit: Double?
    /// How surely the counts speak for a share over the limit, 0 to 1: the probability of seeing fewer, and half that of
    /// seeing as many, where the share is just at the limit.
    public let chanceOver: Double
    /// Whether so many are all but impossible where the share is at the limit, or the share alone is known and over it.
    public let isSurelyOver: Bool
    /// When it crosses, as it goes now.
    public let crossing: Crossing?

    /// A probability from which on a measure is said to near its limit.
    private static let leastChance = 0.2
    /// Days within which a crossing is worth saying.
    private static let daysAhead = 30
    /// The probability below which so many bad ones are no chance.
    private static let improbable = 0.025

    init(_ metric: Metric, course: RateCourse?, today: Day) {
        self.metric = metric.name
        status = metric.status
        count = metric.counts?.count ?? metric.violations
        whole = metric.counts?.whole
        limit = metric.limit
        mostViolations = metric.mostViolations
        countsGood = metric.countsGood ? true : nil
        let interval = metric.counts.flatMap {
            WilsonInterval(successes: $0.count, trials: $0.whole, confidence: 0.95)
        }
        low = interval?.low
        high = interval?.high
        rate = interval?.share ?? metric.rate
        let tail = metric.counts.flatMap { counts in
            metric.limit.flatMap { BinomialTail(seeing: counts.count, of: counts.whole, share: $0) }
        }
        // Where the counts are left out, the share is the marketplace's own.
        let isReportedOver =
            metric.counts == nil && metric.rate.map { rate in metric.limit.map { rate > $0 } ?? false } ?? false
        chanceOver = tail.map { $0.below + $0.exactly / 2 } ?? (isReportedOver ? 1 : 0)
        isSurelyOver = tail.map { 1 - $0.below < Self.improbable } ?? isReportedOver
        crossing = metric.limit.flatMap { course?.crossing(of: $0, from: today, within: Self.daysAhead) }
    }

    /// What is wrong; `nil` where nothing is.
    var kind: FindingKind? {
        if metric == Metric.account {
            switch word {
            case "DEACTIVATED", "SUSPENDED": return .deactivated
            case "AT_RISK", "AT RISK": return .atRisk
            default: return nil
            }
        }
        return isOver || isNear ? .overLimit : nil
    }

    /// Whether the measure may be over its limit or come over it, and is not surely so: the same problem, foreseen.
    var isNear: Bool { metric != Metric.account && !isOver && (crossing != nil || chanceWeight != nil) }

    /// What the finding is enough for: what the marketplace says, what is over and what is on its way there are enough to
    /// open it.
    var weight: FindingWeight { isNear && crossing == nil ? chanceWeight ?? .keeps : .opens }

    private var chanceWeight: FindingWeight? { FindingWeight(chanceOver, least: Self.leastChance) }

    private var isOver: Bool {
        word == "BAD" || word == "CRITICAL" || isSurelyOver || word == nil && hasTooManyViolations
    }

    /// Violations are judged by the marketplace, which says how grave they are; their number decides where it does not.
    private var hasTooManyViolations: Bool {
        count.flatMap { count in mostViolations.map { count > $0 } } ?? false
    }

    private var word: String? { status?.uppercased() }
}
