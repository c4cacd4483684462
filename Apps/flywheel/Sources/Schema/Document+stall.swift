import Assessment

extension Document {
    /// What is written of whether the wheel turns.
    static let stall = [
        Document(
            "stall", "Whether the wheel turns, where it stalls, how far it has come, and what says so.",
            [
                "asOf": .instant, "rotation": .text, "simulated": .flag, "modelVersion": .integer, "from": .instant,
                "until": .instant, "diagnosis": .word(Stall.allCases.map(\.rawValue) + ["healthy", "inconclusive"]),
                "sentence": .text, "confidence": .maybe(.number),
                "second": .maybe(.word(Stall.allCases.map(\.rawValue))), "remedy": ["text": .text, "command": .text],
                "missing": .list(.text), "evidence": evidence,
                "candidates": .list([
                    "stall": .word(Stall.allCases.map(\.rawValue)), "yield": .maybe(.number), "target": .number,
                    "shortfall": .maybe(.number), "elasticity": .number, "weight": .maybe(.number),
                    "isBroken": .flag, "support": .number,
                ]), "yields": yields, "cycle": cycle, "compounding": compounding, "capacity": capacity,
                "handoffs": handoffs,
            ])
    ]

    private static let evidence: Shape = .list(["text": .text, "records": .list(.text)])

    private static let yields: Shape = .list([
        "phase": .word(WheelPhase.allCases.map(\.rawValue)), "measure": .word(Yield.Measure.allCases.map(\.rawValue)),
        "isMain": .flag, "value": .maybe(.number), "p10": .maybe(.number), "p90": .maybe(.number), "count": .integer,
        "target": .number, "reachesTarget": .maybe(.flag), "unknown": .maybe(.text), "from": .instant,
        "weeks": .list(["from": .instant, "value": .maybe(.number), "count": .integer]), "short": .list(.text),
    ])

    private static let conditions: Shape = .list([
        "condition": .word(CycleCondition.Kind.allCases.map(\.rawValue)), "cycle": .integer,
        "outcome": .word(["met", "not-met", "unknown"]), "value": .maybe(.number), "limit": .maybe(.number),
        "text": .text,
    ])

    private static let fall: Shape = [
        "from": .integer, "to": .integer, "since": .instant, "regained": .maybe(.instant),
        "reasons": .list(.word(CycleRegression.Reason.allCases.map(\.rawValue))), "lost": conditions,
        "evidence": evidence,
    ]

    private static let cycle: Shape = [
        "stage": .maybe(.integer), "since": .maybe(.instant),
        "reached": .list(["stage": .integer, "from": .instant]),
        "regression": .maybe(fall), "falls": .list(fall),
        "months": .list([
            "from": .instant, "until": .instant, "stage": .maybe(.integer), "conditions": conditions,
        ]),
    ]

    private static let compounding: Shape = [
        "verdict": .word(CompoundingVerdict.Verdict.allCases.map(\.rawValue)), "sentence": .text,
        "missing": .list(.text), "headcountElasticity": .maybe(.number),
        "trends": .list([
            "measure": .word(WheelTrend.Measure.allCases.map(\.rawValue)), "months": .integer, "first": .number,
            "last": .number, "probability": .number, "direction": .word(["rising", "falling", "level"]),
        ]),
    ]

    private static let capacity: Shape = [
        "arrivalsPerDay": .number, "endedPerDay": .number, "workedShare": .maybe(.number), "open": .integer,
        "ageP90Days": .maybe(.number), "netFlow": .list(.integer), "daysInSystem": .maybe(.number),
        "touchMinutes": .maybe(.number), "priorShare": .number, "staffHours": .maybe(.number),
        "utilisation": .maybe(.number), "queueGrowth": .maybe(.number), "hoursPerDayToClearIn20Days": .maybe(.number),
        "alarms": .list(.word(CapacityOutlook.Alarm.allCases.map(\.rawValue))), "missing": .list(.text),
    ]

    private static let handoffs: Shape = .list([
        "decision": .text, "subject": .text, "at": .instant, "month": .integer, "beforeHours": .maybe(.number),
        "afterHours": .maybe(.number), "ratioP10": .maybe(.number), "ratioP90": .maybe(.number), "before": .integer,
        "after": .integer, "outcome": .word(["faster", "slower", "inconclusive", "not-measured"]),
    ])
}
