extension Document {
    /// What the loop that tunes detection prints, and the register of decisions.
    static let loop = [
        Document(
            "thresholds", "Every number that steers detection.",
            ["asOf": .instant, "items": .list(knob)]),
        Document(
            "threshold", "One number that steers detection, with its history.",
            [
                "asOf": .instant, "knob": knob, "proposals": .list(proposal),
                "weeks": .list(["from": .instant, "opened": .integer, "judged": .integer, "real": .integer]),
            ]),
        Document(
            "tried", "What trials on the past would change, knob by knob.",
            [
                "asOf": .instant,
                "items": .list([
                    "knob": .text, "value": .number, "to": .maybe(.number), "proposal": .maybe(.text),
                    "refusal": .maybe(.text),
                ]), "proposals": .list(proposal), "busy": .list(.text),
            ]),
        Document("proposal", "A proposal to move a knob.", ["asOf": .instant, "proposal": proposal]),
        Document("register", "What was decided about how to work.", ["asOf": .instant, "items": .list(decision)]),
        Document(
            "decision", "One decision about how to work, and what came of it.",
            [
                "asOf": .instant, "decision": decision, "metric": .maybe(.text), "evidence": .list(.text),
                "rolledBack": .maybe(.instant), "change": .maybe(["from": .number, "to": .number]),
                "measured": .maybe([
                    "before": .number, "after": .number, "difference": .number, "low": .number, "high": .number,
                    "countBefore": .integer, "countAfter": .integer,
                ]),
            ]),
        Document(
            "review", "What people are asked to judge so that detection can be tuned.",
            [
                "asOf": .instant,
                "items": .list([
                    "id": .text, "workflow": .text, "kind": .text, "account": .text, "marketplace": .text,
                    "subject": .text, "tier": .maybe(.text), "knobs": .list(.text), "weight": .number,
                    "secondLookAt": .maybe(.text), "label": .maybe(.text), "by": .maybe(.text),
                ]),
            ]),
    ]

    private static let knob: Shape = [
        "knob": .text, "value": .number, "least": .number, "most": .number, "looser": .word(["higher", "lower"]),
        "unit": .text, "initial": .number, "changes": .integer, "proposal": .maybe(.text), "state": .maybe(.text),
    ]
    private static let weighted: Shape = .maybe([
        "share": .number, "low": .number, "high": .number, "count": .integer,
    ])
    private static let effect: Shape = .maybe([
        "value": .number, "worthPerWeek": .integer, "precision": weighted, "heroRecall": weighted, "recall": weighted,
        "alertsPerWeek": .number, "alertsPerOperatorDay": .maybe(.number), "detectionDays": .maybe(.number),
        "resetDays": .maybe(.number), "labels": .integer,
    ])
    private static let proposal: Shape = [
        "id": .text, "knob": .text, "from": .number, "to": .number, "state": .text, "mends": .maybe(.text),
        "gainPerWeek": .maybe(.integer), "gainLow": .maybe(.integer), "labels": .maybe(.integer),
        "decision": .maybe(.text), "before": effect, "after": effect,
        "shadow": .maybe([
            "rotations": .integer, "wouldOpen": .integer, "wouldEnd": .integer, "wouldEndHeroes": .integer,
        ]),
        "steps": .list(["state": .text, "at": .instant, "by": .text, "reason": .maybe(.text)]), "wish": .maybe(.text),
    ]
    private static let decision: Shape = [
        "id": .text, "kind": .text, "subject": .text, "workflow": .maybe(.text), "at": .instant, "by": .text,
        "state": .maybe(.text), "review": .maybe(.instant), "effect": .maybe(.text), "isDue": .flag,
    ]
}
