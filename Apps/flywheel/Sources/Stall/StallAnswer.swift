import Assessment
import FlywheelKit
import FlywheelStore

/// What `stall` prints: whether the wheel turns.
struct StallAnswer: Answer {
    let rotation: RotationRecord
    let health: WheelHealth

    let listKey: String? = "yields"
    let columns = [
        "phase", "measure", "isMain", "value", "p10", "p90", "count", "target", "reachesTarget", "unknown", "from",
    ]

    /// Every yield beside its phase.
    private var yields: [(phase: WheelPhase, yield: Yield, isMain: Bool)] {
        health.phases.flatMap { phase in
            [(phase.phase, phase.main, true)] + phase.others.map { (phase.phase, $0, false) }
        }
    }

    var rows: [JSON] { yields.map { .object(Self.members($0.phase, $0.yield, isMain: $0.isMain)) } }

    var json: JSON {
        let remedy = StallRemedy(health.stall.verdict)
        return [
            "schema": "flywheel.stall/1", "asOf": .instant(rotation.asOf), "rotation": .text(rotation.id.description),
            "simulated": .bool(health.isSimulated), "modelVersion": .count(health.modelVersion),
            "from": .instant(health.from), "until": .instant(health.until),
            "diagnosis": .text(health.stall.verdict.code), "sentence": .text(health.stall.sentence),
            "confidence": .share(health.stall.confidence), "second": .text(health.stall.second?.rawValue),
            "remedy": ["text": .text(remedy.text), "command": .text(remedy.command)],
            "missing": .texts(health.stall.missing), "evidence": .array(health.stall.evidence.map(\.json)),
            "candidates": .array(health.stall.candidates.map(\.json)),
            "yields": .array(
                yields.map { entry in
                    .object(
                        Self.members(entry.phase, entry.yield, isMain: entry.isMain) + [
                            JSON.Member(key: "weeks", value: .array(entry.yield.weeks.map(\.json))),
                            JSON.Member(key: "short", value: .texts(entry.yield.short.map(\.description))),
                        ])
                }), "cycle": health.cycle.json, "compounding": health.compounding.json,
            "capacity": health.capacity.json, "handoffs": .array(health.handoffs.map(\.json)),
        ]
    }

    private static func members(_ phase: WheelPhase, _ yield: Yield, isMain: Bool) -> [JSON.Member] {
        let members: JSON = [
            "phase": .text(phase.rawValue), "measure": .text(yield.measure.rawValue), "isMain": .bool(isMain),
            "value": .share(yield.value), "p10": .share(yield.interval?.lowerBound),
            "p90": .share(yield.interval?.upperBound), "count": .count(yield.count), "target": .share(yield.target),
            "reachesTarget": yield.reachesTarget.map { .bool($0) } ?? nil, "unknown": .text(yield.unknown),
            "from": .instant(yield.from),
        ]
        return members.members
    }
}

extension WheelEvidence {
    fileprivate var json: JSON { ["text": .text(text), "records": .texts(records.map(\.description))] }
}

extension StallDiagnosis.Candidate {
    fileprivate var json: JSON {
        [
            "stall": .text(stall.rawValue), "yield": .share(yield), "target": .share(target),
            "shortfall": .share(shortfall), "elasticity": .share(elasticity), "weight": .share(weight),
            "isBroken": .bool(isBroken), "support": .share(support),
        ]
    }
}

extension Yield.Week {
    fileprivate var json: JSON { ["from": .instant(from), "value": .share(value), "count": .count(count)] }
}

extension CycleCourse {
    fileprivate var json: JSON {
        [
            "stage": .count(stage), "since": .instant(since),
            "reached": .array(reached.map { ["stage": .count($0.stage), "from": .instant($0.from)] }),
            "regression": regression?.json ?? nil, "falls": .array(falls.map(\.json)),
            "months": .array(
                months.map { month in
                    [
                        "from": .instant(month.from), "until": .instant(month.until), "stage": .count(month.stage),
                        "conditions": .array(month.conditions.map(\.json)),
                    ]
                }),
        ]
    }
}

extension CycleCondition {
    fileprivate var json: JSON {
        [
            "condition": .text(kind.rawValue), "cycle": .count(kind.cycle), "outcome": .text(outcome.rawValue),
            "value": .share(value), "limit": .share(limit), "text": .text(text),
        ]
    }
}

extension CycleRegression {
    fileprivate var json: JSON {
        [
            "from": .count(from), "to": .count(to), "since": .instant(since), "regained": .instant(regained),
            "reasons": .texts(reasons.map(\.rawValue)), "lost": .array(lost.map(\.json)),
            "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension CompoundingVerdict {
    fileprivate var json: JSON {
        [
            "verdict": .text(verdict.rawValue), "sentence": .text(sentence), "missing": .texts(missing),
            "headcountElasticity": .share(headcountElasticity),
            "trends": .array(
                trends.map { trend in
                    [
                        "measure": .text(trend.measure.rawValue), "months": .count(trend.months),
                        "first": .share(trend.first), "last": .share(trend.last),
                        "probability": .share(trend.probability), "direction": .text(trend.direction.rawValue),
                    ]
                }),
        ]
    }
}

extension CapacityOutlook {
    fileprivate var json: JSON {
        [
            "arrivalsPerDay": .share(arrivalsPerDay), "endedPerDay": .share(endedPerDay),
            "workedShare": .share(workedShare), "open": .count(open), "ageP90Days": .share(ageP90Days),
            "netFlow": .array(netFlow.map { .count($0) }), "daysInSystem": .share(daysInSystem),
            "touchMinutes": .share(touchMinutes), "priorShare": .share(priorShare), "staffHours": .share(staffHours),
            "utilisation": .share(utilisation), "queueGrowth": .share(queueGrowth),
            "hoursPerDayToClearIn20Days": .share(hoursPerDay(clearingWithin: 20)),
            "alarms": .texts(alarms.map(\.rawValue)), "missing": .texts(missing),
        ]
    }
}

extension HandoffEffect {
    fileprivate var json: JSON {
        [
            "decision": .text("D\(decision)"), "subject": .text(subject), "at": .instant(at), "month": .count(month),
            "beforeHours": .share(before), "afterHours": .share(after), "ratioP10": .share(ratio?.lowerBound),
            "ratioP90": .share(ratio?.upperBound), "before": .count(beforeCount), "after": .count(afterCount),
            "outcome": .text(outcome.rawValue),
        ]
    }
}
