import Assessment
import FlywheelKit
import FlywheelStore

/// What `stall` prints: whether the wheel turns.
struct StallAnswer: DocumentedAnswer {
    let rotation: RotationRecord
    let health: WheelHealth

    let listKey: String? = "yields"
    let columns = PhaseYieldRow.figures.columns

    static let document = Document(
        "stall", "Whether the wheel turns, where it stalls, how far it has come, and what says so.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id), "simulated": .value(\.health.isSimulated),
        "modelVersion": .value(\.health.modelVersion), "from": .value(\.health.from), "until": .value(\.health.until),
        "diagnosis": .init(.word(StallDiagnosis.Verdict.codes)) { .text($0.health.stall.verdict.code) },
        "sentence": .value(\.health.stall.sentence), "confidence": .share(\.health.stall.confidence),
        "second": .word(\.health.stall.second),
        "remedy": .part(["text": .value(\.remedy.text), "command": .value(\.remedy.command)]),
        "missing": .value(\.health.stall.missing), "evidence": .value(\.health.stall.evidence),
        "candidates": .value(\.health.stall.candidates), "yields": .value(\.yields), "cycle": .value(\.health.cycle),
        "compounding": .value(\.health.compounding), "capacity": .value(\.health.capacity),
        "handoffs": .value(\.health.handoffs),
    ]

    private var remedy: StallRemedy { StallRemedy(health.stall.verdict) }

    private var yields: [PhaseYieldRow] {
        health.phases.flatMap { phase in
            [PhaseYieldRow(phase: phase.phase, yield: phase.main, isMain: true)]
                + phase.others.map { PhaseYieldRow(phase: phase.phase, yield: $0, isMain: false) }
        }
    }
}

/// A yield beside its phase.
private struct PhaseYieldRow: JSONRecord {
    let phase: WheelPhase
    let yield: Yield
    let isMain: Bool

    static let members =
        figures + [
            "weeks": .list(
                \.yield.weeks, ["from": .value(\.from), "value": .share(\.value), "count": .value(\.count)]),
            "short": .value { $0.yield.short.map(\.description) },
        ]

    /// What fits into a row.
    static let figures: Members<Self> = [
        "phase": .word(\.phase), "measure": .word(\.yield.measure), "isMain": .value(\.isMain),
        "value": .share(\.yield.value), "p10": .share(\.yield.interval?.lowerBound),
        "p90": .share(\.yield.interval?.upperBound), "count": .value(\.yield.count), "target": .share(\.yield.target),
        "reachesTarget": .value(\.yield.reachesTarget), "unknown": .value(\.yield.unknown),
        "from": .value(\.yield.from),
    ]
}

extension StallDiagnosis.Verdict {
    /// All that its code may be.
    static let codes = Stall.allCases.map(\.rawValue) + ["healthy", "inconclusive"]
}

extension WheelEvidence: JSONRecord {
    static let members: Members<Self> = [
        "text": .value(\.text), "records": .value { $0.records.map(\.description) },
    ]
}

extension StallDiagnosis.Candidate: JSONRecord {
    static let members: Members<Self> = [
        "stall": .word(\.stall), "yield": .share(\.yield), "target": .share(\.target), "shortfall": .share(\.shortfall),
        "elasticity": .share(\.elasticity), "weight": .share(\.weight), "isBroken": .value(\.isBroken),
        "support": .share(\.support),
    ]
}

extension CycleCourse: JSONRecord {
    static let members: Members<Self> = [
        "stage": .value(\.stage), "since": .value(\.since),
        "reached": .list(\.reached, ["stage": .value(\.stage), "from": .value(\.from)]),
        "regression": .value(\.regression), "falls": .value(\.falls),
        "months": .list(
            \.months,
            [
                "from": .value(\.from), "until": .value(\.until), "stage": .value(\.stage),
                "conditions": .value(\.conditions),
            ]),
    ]
}

extension CycleCondition: JSONRecord {
    static let members: Members<Self> = [
        "condition": .word(\.kind), "cycle": .value(\.kind.cycle), "outcome": .word(\.outcome),
        "value": .share(\.value),
        "limit": .share(\.limit), "text": .value(\.text),
    ]
}

extension CycleRegression: JSONRecord {
    static let members: Members<Self> = [
        "from": .value(\.from), "to": .value(\.to), "since": .value(\.since), "regained": .value(\.regained),
        "reasons": .words(\.reasons), "lost": .value(\.lost), "evidence": .value(\.evidence),
    ]
}

extension CompoundingVerdict: JSONRecord {
    static let members: Members<Self> = [
        "verdict": .word(\.verdict), "sentence": .value(\.sentence), "missing": .value(\.missing),
        "headcountElasticity": .share(\.headcountElasticity),
        "trends": .list(
            \.trends,
            [
                "measure": .word(\.measure), "months": .value(\.months), "first": .share(\.first),
                "last": .share(\.last),
                "probability": .share(\.probability), "direction": .word(\.direction),
            ]),
    ]
}

extension CapacityOutlook: JSONRecord {
    static let members: Members<Self> = [
        "arrivalsPerDay": .share(\.arrivalsPerDay), "endedPerDay": .share(\.endedPerDay),
        "workedShare": .share(\.workedShare), "open": .value(\.open), "ageP90Days": .share(\.ageP90Days),
        "netFlow": .value(\.netFlow), "daysInSystem": .share(\.daysInSystem), "touchMinutes": .share(\.touchMinutes),
        "priorShare": .share(\.priorShare), "staffHours": .share(\.staffHours), "utilisation": .share(\.utilisation),
        "queueGrowth": .share(\.queueGrowth),
        "hoursPerDayToClearIn20Days": .share { $0.hoursPerDay(clearingWithin: 20) },
        "alarms": .words(\.alarms), "missing": .value(\.missing),
    ]
}

extension HandoffEffect: JSONRecord {
    static let members: Members<Self> = [
        "decision": .value { "D\($0.decision)" }, "subject": .value(\.subject), "at": .value(\.at),
        "month": .value(\.month), "beforeHours": .share(\.before), "afterHours": .share(\.after),
        "ratioP10": .share(\.ratio?.lowerBound), "ratioP90": .share(\.ratio?.upperBound),
        "before": .value(\.beforeCount),
        "after": .value(\.afterCount), "outcome": .word(\.outcome),
    ]
}
