import FlywheelStore

extension Document {
    /// What is written of work and of what became of it.
    static let work = [
        Document(
            "work", "What was done with exceptions, and what was refused.",
            [
                "verb": .text, "actor": .text, "at": .instant,
                "items": .list([
                    "id": .text, "state": .state, "owner": .maybe(.text), "claimedBy": .maybe(.text),
                    "rootCause": .maybe(.text), "version": .integer, "snoozedUntil": .maybe(.instant),
                    "undone": .maybe(.text), "members": .maybe(.integer),
                ]), "refused": .list(Refused.shape),
            ]),
        Document("exceptions", "Every exception as it is kept.", ["items": .list(ExceptionRecord.shape)]),
        Document(
            "reorder", "What to order, supplier by supplier.",
            [
                "asOf": .instant, "rotation": .text, "today": .text,
                "filters": [
                    "supplier": .maybe(.text), "account": .maybe(.text), "marketplace": .maybe(.text),
                    "orderBy": .maybe(.text),
                ], "totals": .list(.knownMoney), "uncosted": .integer, "covered": .integer, "snoozed": .integer,
                "unknown": .integer,
                "items": .list([
                    "supplier": .maybe(.text), "account": .text, "marketplace": .text, "marketplaces": .list(.text),
                    "sku": .text, "title": .maybe(.text), "units": .integer, "cases": .maybe(.integer),
                    "casePack": .maybe(.integer),
                    "minimumOrder": .maybe(.integer), "needed": .integer, "unitCost": .maybe(.knownMoney),
                    "sum": .maybe(.knownMoney), "orderBy": .text, "expected": .text, "latest": .text,
                    "leadTimeDays": .number,
                    "leadTimeBasis": .word(["supplier", "stated", "allSuppliers", "assumed"]),
                    "limit": .maybe(.word(["minimumOrder", "cash", "storage", "minimumTooLarge"])), "why": .text,
                    "id": .text,
                ]),
            ]),
        Document(
            "warnings", "How well predictions came true, rule by rule.",
            [
                "asOf": .instant, "rotation": .text, "leastPrecision": .number, "confidence": .number,
                "items": .list([
                    "workflow": .text, "kind": .text, "what": .text, "predicted": .integer, "cameTrue": .integer,
                    "lapsed": .integer, "actedOn": .integer, "open": .integer, "settled": .integer,
                    "settledTrue": .integer, "missed": .integer, "precision": .share,
                    "recall": .share, "meanStatedProbability": .maybe(.number),
                    "medianLeadDays": .maybe(.integer), "isWorthItsAlarms": .maybe(.flag),
                ]),
            ]),
        Document(
            "causes", "The root causes that exceptions are closed with.",
            [
                "asOf": .instant,
                "items": .list([
                    "workflow": .text, "cause": .text, "title": .maybe(.text), "closes": .integer,
                    "last": .maybe(.instant), "readAs": .maybe(.text),
                ]),
            ]),
        Document(
            "cause-merge", "The decision that a root cause is read as another.",
            ["decision": .text, "workflow": .text, "cause": .text, "readAs": .text, "review": .instant]),
        Document(
            "backtest", "What was predicted of problems that nobody acted on, beside what came.",
            [
                "asOf": .instant, "rotation": .text, "currency": .text, "fewest": .integer, "confidence": .number,
                "parts": .list([
                    "workflow": .maybe(.text), "whileLasting": .lossScore, "overHorizon": .lossScore,
                    "intervals": .integer, "covered": .integer,
                ]),
                "leftOut": .list(["reason": .text, "problems": .integer]),
                "items": .list([
                    "exception": .text, "workflow": .text, "kind": .text, "subject": .subject, "opened": .instant,
                    "ended": .maybe(.instant), "whileLasting": .lossPair, "overHorizon": .lossPair,
                    "low": .maybe(.decimal), "high": .maybe(.decimal), "unknownDays": .integer,
                ]),
            ]),
        Document(
            "outcomes", "What ended exceptions left.",
            [
                "items": .list([
                    "exception": .text, "workflow": .text, "kind": .text, "discriminator": .text,
                    "subject": .subject, "verdict": .text, "rootCause": .maybe(.text), "isVerified": .maybe(.flag),
                    "began": .instant, "detected": .instant, "claimedAt": .maybe(.instant), "endedAt": .instant,
                    "verifiedAt": .maybe(.instant),
                    "atRiskAtOpen": ["amount": .maybe(.decimal), "currency": .maybe(.text)],
                    "atRiskAtEnd": ["amount": .maybe(.decimal), "currency": .maybe(.text)],
                    "predictedAt": .maybe(.instant), "cameTrueAt": .maybe(.instant),
                    "source": .maybe(.text), "beganKnown": .maybe(.flag), "tier": .maybe(.text),
                    "actBy": .maybe(.instant), "firstClaimedAt": .maybe(.instant), "claimedBy": .maybe(.text),
                    "closedBy": .maybe(.text), "routed": .maybe(.flag), "rankAtClaim": .maybe(.integer),
                    "waitingAtClaim": .maybe(.integer), "touches": .maybe(.integer), "touchMinutes": .maybe(.number),
                    "playbookOpened": .maybe(.flag), "steps": .maybe(.integer), "stepsDone": .maybe(.integer),
                    "stepsAutomatic": .maybe(.integer), "notFixed": .maybe(.integer), "refutedAt": .maybe(.instant),
                    "orderArrives": .maybe(.instant), "repeatOf": .maybe(.text), "regressionOf": .maybe(.text),
                    "prevention": .maybe(.text),
                    "inTotal": ["amount": .maybe(.decimal), "currency": .maybe(.text)],
                ])
            ]),
        Document(
            "events", "Everything that happened, oldest first.", ["items": .list(JournalLine.shape)]),
    ]

    /// What is written of the program itself.
    static let house = [
        Document("doctor", "What was looked at, and what needs a person.", checks),
        Document("journal", "Whether the journal's events and seals agree.", checks),
        Document(
            "backup", "The backup that was written.",
            [
                "file": .text, "at": .instant, "bytes": .integer, "sha256": .text, "storeSchema": .text,
                "entries": .integer, "seal": .text,
            ]),
        Document("backup-check", "Whether a backup is whole, and what is in it.", checks),
        Document(
            "restored", "The store that was made of a backup.",
            [
                "store": .text, "entries": .integer, "imports": .integer, "exceptions": .integer, "cases": .integer,
                "setAside": .maybe(.text), "entriesSetAside": .maybe(.integer), "upgradedFrom": .maybe(.text),
            ]),
        Document(
            "store-copies", "The copies of a store that upgrades and restores left beside it.",
            ["store": .text, "copies": .list(["name": .text, "bytes": .integer, "written": .instant])]),
        Document(
            "migration", "The steps of its schema's history that a store has still to take, or took.",
            [
                "store": .text, "from": .text, "to": .text, "isDone": .flag, "steps": .list(["step": .text]),
                "copy": .maybe(.text),
            ]),
        Document(
            "explain", "What words mean.", ["entries": .list(["word": .text, "meaning": .text, "command": .text])]),
        Document(
            "demo", "The example files that were written.",
            ["seed": .text, "files": .list(["file": .text, "bytes": .integer])]),
        forecast,
        Document(
            "forecasts", "The series that were forecast.",
            [
                "file": .maybe(.text), "series": .integer, "rows": .integer, "unknown": .integer, "belowZero": .integer,
                "methods": .list(["method": .text, "series": .integer]),
            ]),
        Document(
            "anomalies", "The stream that was scored, and its oddest values.",
            [
                "file": .maybe(.text), "rows": .integer, "unknown": .integer, "odd": .integer,
                "oddest": .list(["timestamp": .text, "value": .number, "score": .number]),
            ]),
        Document("exported", "The file that was written.", ["set": .text, "file": .text, "rows": .integer]),
        Document("completions", "A shell's script.", ["shell": .text, "script": .text]),
        Document(
            "schemas", "The documents there are.", ["items": .list(["name": .text, "schema": .text, "meaning": .text])]),
    ]

    private static let forecast = Document(
        "forecast", "What a listing is expected to sell, and why.",
        [
            "asOf": .instant, "listing": .subject, "title": .maybe(.text),
            "expected": .maybe(["days": .integer, "mean": .number, "p10": .number, "p50": .number, "p90": .number]),
            "method": .text, "commonFactor": .maybe(.number),
            "basis": .maybe([
                "daysUsed": .integer, "daysLeftOut": .integer, "daysOld": .integer, "daysStated": .integer,
                "dispersion": .number, "relativeError": .number, "skus": .integer,
            ]),
            "leftOut": .list([
                "from": .text, "to": .text, "cause": .word(LeftOutDays.Cause.allCases.map(\.rawValue)),
            ]),
            "shift": .maybe(["since": .text, "before": .number, "after": .number]),
            "bias": .maybe(["weeks": .integer, "forecast": .number, "sold": .number]),
            "stated": .maybe([
                "unitsPerDay": .number, "from": .text, "until": .text, "owner": .text, "reason": .maybe(.text),
                "valueAdded": .maybe([
                    "weeks": .integer, "statedError": .number, "computedError": .number, "naiveError": .number,
                    "value": .number,
                ]),
                "record": .maybe([
                    "forecasts": .integer, "weeks": .integer, "statedError": .number, "computedError": .number,
                    "naiveError": .number, "value": .number,
                ]),
            ]), "scores": .list(["method": .text, "scaledError": .number, "bias": .number]),
            "valueAdded": .maybe(.number), "drawing": .maybe(.text),
            "weeks": .list([
                "week": .text, "sold": .maybe(.integer), "ordinaryDays": .maybe(.number), "demand": .maybe(.number),
                "mean": .maybe(.number), "p10": .maybe(.number), "p50": .maybe(.number), "p90": .maybe(.number),
            ]),
        ])

    private static let checks: Shape = [
        "ok": .flag,
        "checks": .list([
            "check": .text, "state": .word(["ok", "look"]), "finding": .text, "help": .maybe(.text),
        ]),
    ]
}

extension Shape {
    /// A share with the bounds of the central 80%.
    fileprivate static let share: Shape = ["share": .maybe(.number), "p10": .maybe(.number), "p90": .maybe(.number)]
}

extension Shape {
    /// A loss as it was predicted and as it came.
    fileprivate static let lossPair: Shape = [
        "days": .maybe(.integer), "predicted": .maybe(.decimal), "came": .maybe(.decimal),
    ]
    /// Many of them, summed.
    fileprivate static let lossScore: Shape = [
        "problems": .integer, "predicted": .decimal, "came": .decimal,
        "ratio": ["value": .maybe(.number), "p10": .maybe(.number), "p90": .maybe(.number)],
        "deciles": .list(["problems": .integer, "predicted": .decimal, "came": .decimal]),
    ]
}
