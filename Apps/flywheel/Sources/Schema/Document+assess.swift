import Assessment

extension Document {
    /// What assessments are written as.
    static let assessments = [
        Document(
            "assess",
            "Where the wheel stands: stage, stall, maturity, connections, the weakest link, and what to do next.",
            [
                "id": .maybe(.text), "made": .instant, "by": .text, "account": .text, "from": .instant,
                "until": .instant,
                "currency": .text, "model": .model, "isSimulated": .flag,
                "coverage": [
                    "turns": .integer, "problems": .integer, "ended": .integer, "closed": .integer,
                    "listings": .maybe(.integer), "watchedShare": .maybe(.number), "freshShare": .maybe(.number),
                ],
                "stall": [
                    "diagnosis": .word(Stall.allCases.map(\.rawValue) + ["healthy", "inconclusive"]),
                    "sentence": .text, "evidence": .list(.evidence), "second": .maybe(.text),
                    "confidence": .maybe(.number),
                ],
                "cycle": [
                    "stage": .maybe(.integer), "since": .maybe(.instant), "isRegressing": .flag, "sentence": .text,
                    "evidence": .list(.evidence),
                ],
                "compounding": [
                    "verdict": .word(CompoundingVerdict.Verdict.allCases.map(\.rawValue)), "sentence": .text,
                    "evidence": .list(.evidence),
                ],
                "phases": .list([
                    "id": .word(WheelPhase.allCases.map(\.rawValue)), "title": .text, "yield": .maybe(.number),
                    "interval": .bounds, "target": .number, "count": .integer, "reason": .maybe(.text),
                    "weeks": .list(.maybe(.number)),
                ]),
                "metrics": .list([
                    "key": .word(Metric.allCases.map(\.rawValue)), "title": .text,
                    "unit": .word(MetricUnit.allCases.map(\.rawValue)), "isLowerBetter": .flag,
                    "value": .maybe(.number), "interval": .bounds, "count": .integer, "target": .maybe(.number),
                    "isOnTarget": .maybe(.flag), "reason": .maybe(.text), "weeks": .list(.maybe(.number)),
                ]),
                "workflows": .list(.workflow), "connections": .list(.connection),
                "path": [
                    "strength": .maybe(.integer), "isStalled": .flag, "sentence": .text, "weakest": .maybe(.text),
                    "worth": .worth, "unknown": .list(.text),
                ],
                "roadmap": .list(.investment), "exemptions": .list(.exemption), "attachments": .list(.attachment),
                "since": .maybe(.text), "changes": .list(.change),
            ]),
        Document(
            "assess-explained", "One part of an assessment; the two others are null.",
            [
                "id": .maybe(.text), "investment": .maybe(.investment), "workflow": .maybe(.workflow),
                "connection": .maybe(.connection),
            ]),
        Document(
            "assessments", "The assessments that were made, the newest first.",
            [
                "items": .list([
                    "id": .text, "made": .instant, "by": .text, "from": .instant, "until": .instant,
                    "isSimulated": .flag, "model": .model, "stage": .maybe(.integer), "diagnosis": .text,
                    "strength": .maybe(.integer), "weakest": .maybe(.text), "next": .maybe(.text),
                ])
            ]),
        Document(
            "assess-diff", "What is otherwise in one assessment than in an earlier one.",
            ["earlier": .text, "later": .text, "items": .list(.change)]),
        Document(
            "check-rows", "The records that the answer of a check rests on.",
            [
                "check": .text, "workflow": .text, "question": .text, "yes": .integer, "no": .integer,
                "items": .list([
                    "id": .text, "says": .word(["yes", "no"]), "about": .maybe(.text), "cause": .maybe(.text),
                    "detected": .maybe(.instant), "due": .maybe(.instant), "claimed": .maybe(.instant),
                    "ended": .maybe(.instant),
                ]),
            ]),
        Document(
            "assess-stated", "What somebody stated of a check: that a file shows it, or that it is left out.",
            [
                "id": .text, "workflow": .text, "check": .text, "until": .instant, "file": .maybe(.text),
                "hash": .maybe(.text), "reason": .maybe(.text),
            ]),
        Document(
            "maturity-model", "What maturity is judged by; changed, it can be used in its place.",
            [
                "id": .text, "version": .integer, "windowDays": .integer, "decisionDays": .integer,
                "leastKnownShare": .number,
                "levels": .list(["number": .integer, "title": .text, "meaning": .text, "cmmi": .integer]),
                "checks": .list([
                    "id": .text, "title": .text, "level": .integer, "question": .text,
                    "measure": .word(MaturityMeasure.allCases.map(\.rawValue)),
                    "comparison": .word(MaturityCheck.Comparison.allCases.map(\.rawValue)), "limit": .number,
                    "minimumEvents": .integer, "isDeclarable": .flag, "reason": .text, "remedy": .text,
                    "effortHours": .number,
                ]),
                "connections": [
                    "limitDays": .number, "minimumProblems": .integer, "minimumLinked": .integer,
                    "leastLift": .number, "minimumRows": .integer, "readShare": .number, "limitHours": .number,
                    "effectShare": .number, "staleDays": .number,
                    "steps": .list(["level": .integer, "remedy": .text, "effortHours": .number]),
                ], "known": .list(["id": .text, "title": .text]),
                "path": .list(["from": .text, "to": .text, "reason": .text]),
            ]),
    ]
}

extension Shape {
    fileprivate static let model: Shape = ["id": .text, "version": .integer, "hash": .text]
    /// A sentence with the first records it rests on.
    fileprivate static let evidence: Shape = ["sentence": .text, "count": .integer, "ids": .list(.text)]
    /// Bounds, and how often such bounds hold the true value.
    fileprivate static let bounds: Shape = .maybe(["low": .number, "high": .number, "confidence": .number])
    fileprivate static let worth: Shape = [
        "amountAMonth": .maybe(.decimal), "p10": .maybe(.decimal), "p90": .maybe(.decimal), "currency": .text,
        "grade": .maybe(.word(["low", "medium", "high"])), "isUpperBound": .flag, "basis": .text, "evidence": .evidence,
    ]
    fileprivate static let workflow: Shape = [
        "id": .text, "title": .text,
        "state": .word(AssessmentDocument.Workflow.State.allCases.map(\.rawValue)), "level": .maybe(.integer),
        "levelTitle": .maybe(.text), "cmmi": .maybe(.integer), "exempted": .list(.text), "next": .maybe(.text),
        "checks": .list([
            "id": .text, "title": .text, "level": .integer, "question": .text,
            "outcome": .word(AssessmentDocument.Check.Outcome.allCases.map(\.rawValue)), "fact": .text,
            "isShare": .flag,
            "value": .maybe(.number), "interval": .bounds, "limit": .number, "count": .integer,
            "evidence": .list(.evidence), "remedy": .text, "effortHours": .number,
        ]),
    ]
    fileprivate static let connection: Shape = [
        "from": .text, "to": .text, "level": .maybe(.integer), "sentence": .text, "isOnPath": .flag,
        "lagHours": .maybe(.number), "readShare": .maybe(.number), "effectShare": .maybe(.number), "linked": .integer,
        "evidence": .list(.evidence),
    ]
    fileprivate static let investment: Shape = [
        "kind": .word(AssessmentDocument.Investment.Kind.allCases.map(\.rawValue)), "subject": .text, "title": .text,
        "from": .integer, "to": .integer, "strength": .integer, "reason": .text, "steps": .list(.text),
        "effortHours": .number, "worth": .worth, "evidence": .list(.evidence),
    ]
    fileprivate static let exemption: Shape = [
        "id": .text, "workflow": .text, "check": .text, "reason": .text, "by": .text, "until": .instant,
        "hasExpired": .flag,
    ]
    fileprivate static let attachment: Shape = [
        "id": .text, "workflow": .text, "check": .text, "file": .text, "hash": .text, "by": .text, "until": .instant,
        "hasExpired": .flag,
    ]
    fileprivate static let change: Shape = [
        "part": .word(AssessmentChange.Part.allCases.map(\.rawValue)), "subject": .text, "before": .maybe(.text),
        "after": .maybe(.text), "direction": .word(AssessmentChange.Direction.allCases.map(\.rawValue)),
    ]
}
