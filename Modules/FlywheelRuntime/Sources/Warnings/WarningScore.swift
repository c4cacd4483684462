public import FlywheelKit
public import FlywheelStore
public import Statistics

/// How well a rule foresaw: what it predicted, what came of that, and what came without it.
///
/// A rule is a kind of problem of a workflow that was ever predicted.
public struct WarningScore: Hashable, Sendable {
    /// The share of predictions that must come true: with fewer than one in five, four looks in five are for nothing.
    public static let leastPrecision = 0.2
    /// The probability with which ``precision`` and ``recall`` hold.
    public static let confidence = 0.8

    /// The workflow's id.
    public let workflow: String
    /// The kind's id.
    public let kind: String
    /// How many were predicted; what lapsed and was predicted again in the time that the first prediction speaks of counts
    /// once.
    public let predicted: Int
    /// Of those, how many happened, also after the prediction had lapsed, in the time that it spoke of.
    public let cameTrue: Int
    /// How many did not, in all of that time.
    public let lapsed: Int
    /// How many a person closed before anybody could tell, or ordered for (``FlywheelKit/Fate``). They count neither for the rule
    /// nor against it, whatever came of them: left out only where they did not happen, all rules would look too good.
    public let actedOn: Int
    /// How many nobody can tell of yet.
    public let open: Int
    /// How many began without having been predicted, after the first look at their account.
    public let missed: Int
    /// How many spoke of a time that is over and were not acted on: those that ``precision`` is a share of.
    public let settled: Int
    /// Of those, how many happened.
    public let settledTrue: Int
    /// The mean probability that was said of those that are settled; `nil` without any.
    public let meanStated: Double?
    /// Days from the first prediction until half had begun, those still open counted as not begun yet; `nil` where so many
    /// have not. What lapsed never began and is left out.
    public let medianLeadDays: Int?

    /// The share that came true of those whose time is over; `nil` without any. Others that came true already are not in it,
    /// since nobody knows yet how many of their like will not.
    public var precision: WilsonInterval? {
        WilsonInterval(successes: settledTrue, trials: settled, confidence: Self.confidence)
    }

    /// The share that was predicted of those that happened; `nil` without any.
    public var recall: WilsonInterval? {
        WilsonInterval(successes: cameTrue, trials: cameTrue + missed, confidence: Self.confidence)
    }

    /// Whether fewer come true than would be worth a look, as surely as can be told.
    public var isNotWorthItsAlarms: Bool { (precision?.high ?? 1) < Self.leastPrecision }
}

extension WarningScore {
    private struct Rule: Hashable, Comparable {
        let workflow: String
        let kind: String

        init(_ fingerprint: Fingerprint) { (workflow, kind) = (fingerprint.workflow, fingerprint.kind) }

        static func < (left: Rule, right: Rule) -> Bool {
            (left.workflow, left.kind) < (right.workflow, right.kind)
        }
    }

    private struct Source: Hashable {
        let workflow: String
        let account: String
        let marketplace: String

        init(_ fingerprint: Fingerprint) {
            workflow = fingerprint.workflow
            account = fingerprint.subject.account
            marketplace = fingerprint.subject.marketplace
        }
    }

    /// The scores of all rules, by workflow and kind.
    ///
    /// What a workflow found at its first look at an account was there before it, and could not have been foreseen: it counts
    /// as nobody's miss.
    public static func all(
        outcomes: [OutcomeRecord], unfinished: [ExceptionRecord], asOf: Instant
    ) -> [WarningScore] {
        let sights =
            outcomes.map { ($0.fingerprint, $0.detected) } + unfinished.map { ($0.fingerprint, $0.detected) }
        var firstLook: [Source: Instant] = [:]
        for (fingerprint, detected) in sights {
            firstLook[Source(fingerprint)] = min(firstLook[Source(fingerprint)] ?? detected, detected)
        }
        let (warnings, unforeseen) = Warning.all(outcomes: outcomes, unfinished: unfinished, asOf: asOf)
        let rules = Dictionary(grouping: warnings) { Rule($0.fingerprint) }
        guard !rules.isEmpty else { return [] }
        let foreseen = Dictionary(grouping: warnings, by: \.fingerprint)
        var missed: [Rule: Int] = [:]
        for (fingerprint, detections) in unforeseen {
            for detected in detections {
                guard let first = firstLook[Source(fingerprint)], detected > first else { continue }
                let isForeseen = foreseen[fingerprint]?.contains { $0.fate == .cameTrue && $0.began == detected }
                if isForeseen != true { missed[Rule(fingerprint), default: 0] += 1 }
            }
        }
        return rules.sorted { $0.key < $1.key }.map { rule, warnings in
            WarningScore(
                workflow: rule.workflow, kind: rule.kind, warnings: warnings, missed: missed[rule] ?? 0, asOf: asOf)
        }
    }

    private init(workflow: String, kind: String, warnings: [Warning], missed: Int, asOf: Instant) {
        func count(_ fate: Fate) -> Int { warnings.count { $0.fate == fate } }
        self.workflow = workflow
        self.kind = kind
        self.missed = missed
        predicted = warnings.count
        (cameTrue, lapsed) = (count(.cameTrue), count(.lapsed))
        (actedOn, open) = (count(.actedOn), count(.open))
        let over = warnings.filter { $0.fate != .actedOn && $0.isOver(at: asOf) }
        (settled, settledTrue) = (over.count, over.count { $0.fate == .cameTrue })
        let stated = over.compactMap(\.stated)
        meanStated = stated.isEmpty ? nil : stated.reduce(0, +) / Double(stated.count)
        let leads = warnings.compactMap { warning -> DurationCurve.Observation? in
            func lasted(to moment: Instant) -> Double { max(0, moment.days(since: warning.first).rounded(.down)) }
            return switch warning.fate {
            case .cameTrue: DurationCurve.Observation(lasted(to: warning.began ?? warning.first), ended: true)
            case .open, .actedOn:
                DurationCurve.Observation(lasted(to: warning.began ?? warning.last), ended: false)
            case .lapsed: nil
            }
        }
        medianLeadDays = DurationCurve(leads)?.quantile(0.5).map { Int($0) }
    }
}
