import FlywheelKit
import FlywheelStore
import Statistics

/// How long exceptions of each kind last: learned from those that ended, with the open ones counted as still lasting, and all
/// from when they were first seen.
final class Ageing: Sendable {
    fileprivate struct Kind: Hashable {
        let workflow: String
        let id: String

        init(_ workflow: String, _ id: String) {
            self.workflow = workflow
            self.id = id
        }

        init(_ fingerprint: Fingerprint) { self.init(fingerprint.workflow, fingerprint.kind) }
    }

    fileprivate struct Aged: Hashable {
        let kind: Kind
        let age: Int
    }

    private let asOf: Instant
    private let horizon: Int
    private let priors: [Kind: Double]
    private let records: [Kind: SurvivalRecord]
    private let ended: [Kind: Int]
    private let outlastingFix: Set<Kind>
    /// Most exceptions of a kind are as old as others are: each age is worked out once, before many look it up at a time.
    private let known: [Aged: Lasting]

    init(
        stages: [StageManifest], outcomes: [OutcomeRecord], open: [Run], asOf: Instant, horizon: Int
    ) {
        self.asOf = asOf
        self.horizon = horizon
        priors = Dictionary(
            stages.flatMap { stage in stage.kinds.map { (Kind(stage.id, $0.id), $0.lastsDays) } },
            uniquingKeysWith: { first, _ in first })
        outlastingFix = Set(stages.flatMap { stage in stage.kinds.filter(\.outlastsFix).map { Kind(stage.id, $0.id) } })
        var records: [Kind: SurvivalRecord] = [:]
        var ended: [Kind: Int] = [:]
        for outcome in outcomes {
            // What was foreseen and prevented was over before it began: it never lasted.
            guard outcome.hasBegun, let isOver = outcome.verdict.endedProblem else { continue }
            let kind = Kind(outcome.fingerprint)
            let lasted = outcome.ended.wholeDays(since: outcome.onset)
            records[kind, default: SurvivalRecord()].add(
                days: lasted, seenAfter: min(lasted, outcome.detected.wholeDays(since: outcome.onset)), closed: isOver)
            if isOver { ended[kind, default: 0] += 1 }
        }
        var ages: Set<Aged> = []
        for run in open {
            ages.insert(run.aged)
            guard !run.isPredicted else { continue }
            records[run.aged.kind, default: SurvivalRecord()].add(
                days: run.aged.age, seenAfter: run.ageWhenSeen, closed: false, count: run.count)
        }
        self.records = records
        self.ended = ended
        let priors = priors
        known = Dictionary(
            uniqueKeysWithValues: ages.map { aged in
                let survival = Self.survival(of: aged.kind, priors: priors, records: records)
                return (aged, Lasting(survival, age: aged.age, horizon: horizon))
            })
    }

    /// How exceptions of a kind last.
    func survival(of fingerprint: Fingerprint) -> Survival {
        Self.survival(of: Kind(fingerprint), priors: priors, records: records)
    }

    /// How exceptions of one kind and age go on: behind one reference, since most of those priced one after the other are
    /// of the same.
    final class Course: Sendable {
        private let kind: Kind
        /// Whole days they have lasted; none while they are only predicted.
        let age: Int
        /// The probability that one still lasts on each day of the horizon, rounded to 0.000001.
        var lasting: [Double] { chances.rounded }
        private let chances: Lasting
        /// How many ended ones that rests on, besides the kind's prior.
        let observations: Int
        private let outlastsFix: Bool

        fileprivate init(_ aged: Aged, _ chances: Lasting, observations: Int, outlastsFix: Bool) {
            kind = aged.kind
            age = aged.age
            self.chances = chances
            self.observations = observations
            self.outlastsFix = outlastsFix
        }

        /// The same for one whose fix would take so many days: where nothing else ends it, it lasts for sure as long as a
        /// fix that begins now takes, and from there on as others do that lasted until then.
        func lasting(throughFixOf days: Double) -> [Double] {
            let exactly = chances.exactly
            let sure = Int(min(days, Double(exactly.count)))
            guard outlastsFix, sure > 1 else { return lasting }
            let reached = exactly[sure - 1]
            return exactly.enumerated().map { day, share in
                day < sure ? 1 : reached > 0 ? Ageing.rounded(share / reached) : 0
            }
        }

        /// Whether an exception is of that kind and age too.
        func isAlso(of exception: ExceptionRecord, at asOf: Instant) -> Bool {
            Ageing.age(of: exception, at: asOf) == age && Kind(exception.fingerprint) == kind
        }
    }

    /// How an exception goes on.
    func course(of exception: ExceptionRecord) -> Course {
        let aged = Aged(kind: Kind(exception.fingerprint), age: Self.age(of: exception, at: asOf))
        let chances =
            known[aged] ?? Lasting(survival(of: exception.fingerprint), age: aged.age, horizon: horizon)
        return Course(
            aged, chances, observations: ended[aged.kind] ?? 0,
            outlastsFix: outlastingFix.contains(aged.kind))
    }

    /// Open exceptions of one kind and age, that were as old when they were first seen.
    struct Run: Sendable {
        fileprivate let aged: Aged
        fileprivate let ageWhenSeen: Int
        fileprivate let isPredicted: Bool
        fileprivate var count = 1
    }

    /// Exceptions by kind and age, those that are open, counted where neighbours are alike, as most are.
    static func runs(of exceptions: some Sequence<ExceptionRecord>, at asOf: Instant) -> [Run] {
        var runs: [Run] = []
        for exception in exceptions where exception.state.isOpen {
            let (kind, age) = (Kind(exception.fingerprint), age(of: exception, at: asOf))
            let ageWhenSeen = min(age, exception.detected.wholeDays(since: exception.onset ?? exception.detected))
            let isPredicted = exception.state == .predicted
            if let last = runs.last, last.aged.age == age, last.ageWhenSeen == ageWhenSeen,
                last.isPredicted == isPredicted, last.aged.kind == kind
            {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(
                    Run(aged: Aged(kind: kind, age: age), ageWhenSeen: ageWhenSeen, isPredicted: isPredicted))
            }
        }
        return runs
    }

    private static func survival(of kind: Kind, priors: [Kind: Double], records: [Kind: SurvivalRecord]) -> Survival {
        Survival(priorMeanDays: priors[kind] ?? 7, record: records[kind] ?? SurvivalRecord())
    }

    fileprivate static func age(of exception: ExceptionRecord, at asOf: Instant) -> Int {
        let began = exception.onset ?? exception.detected
        return exception.state == .predicted ? 0 : asOf.wholeDays(since: began)
    }

    /// The probability that one still lasts on each day of the horizon.
    fileprivate struct Lasting {
        let exactly: [Double]
        let rounded: [Double]

        init(_ survival: Survival, age: Int, horizon: Int) {
            exactly = survival.probabilities(age: age, horizon: horizon)
            rounded = exactly.map(Ageing.rounded)
        }
    }

    fileprivate static func rounded(_ share: Double) -> Double {
        (share * 1_000_000).rounded(.toNearestOrEven) / 1_000_000
    }
}

extension Instant {
    /// Whole days since an instant; none before it.
    fileprivate func wholeDays(since other: Instant) -> Int { max(0, Int(days(since: other))) }
}

extension Verdict {
    /// Whether the problem was over when its exception ended: what is known and accepted lasts on. `nil` where there was none
    /// of its own, so that nothing lasted.
    fileprivate var endedProblem: Bool? {
        switch self {
        case .actionable, .selfCleared: true
        case .known: false
        case .noise, .duplicate, .didNotHappen: nil
        }
    }
}
