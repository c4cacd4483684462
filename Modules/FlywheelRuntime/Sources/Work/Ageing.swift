import FlywheelKit
import FlywheelStore
import Statistics

/// How long exceptions of each kind last: learned from those that ended, with the open ones counted as still lasting.
struct Ageing {
    private var records: [String: SurvivalRecord] = [:]
    private var ended: [String: Int] = [:]
    private let priors: [String: Double]

    init(stages: [StageManifest], outcomes: [OutcomeRecord], open: [ExceptionRecord], asOf: Instant) {
        priors = Dictionary(
            stages.flatMap { stage in stage.kinds.map { (Self.key(stage.id, $0.id), $0.lastsDays) } },
            uniquingKeysWith: { first, _ in first })
        for outcome in outcomes where outcome.verdict != .didNotHappen {
            add(outcome.fingerprint, from: outcome.onset, to: outcome.ended, closed: true)
            ended[Self.key(outcome.fingerprint.workflow, outcome.fingerprint.kind), default: 0] += 1
        }
        for exception in open where exception.state != .predicted {
            add(exception.fingerprint, from: exception.onset ?? exception.detected, to: asOf, closed: false)
        }
    }

    /// How many ended ones a kind's survival rests on, besides its prior.
    func observations(of fingerprint: Fingerprint) -> Int {
        ended[Self.key(fingerprint.workflow, fingerprint.kind)] ?? 0
    }

    /// How exceptions of a kind last.
    func survival(of fingerprint: Fingerprint) -> Survival {
        let key = Self.key(fingerprint.workflow, fingerprint.kind)
        return Survival(priorMeanDays: priors[key] ?? 7, record: records[key] ?? SurvivalRecord())
    }

    private mutating func add(_ fingerprint: Fingerprint, from: Instant, to: Instant, closed: Bool) {
        let days = max(0, Int(to.days(since: from)))
        records[Self.key(fingerprint.workflow, fingerprint.kind), default: SurvivalRecord()].add(
            days: days, closed: closed)
    }

    private static func key(_ workflow: String, _ kind: String) -> String { "\(workflow)/\(kind)" }
}
