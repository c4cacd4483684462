import FlywheelRuntime
import FlywheelStore

extension Document {
    /// What is written of imports and rotations.
    static let imports = [
        Document(
            "import", "What became of each file that was offered.",
            [
                "files": .list(Shape.file), "rowsKept": .integer, "rowsRejected": .integer,
                "rowsQuarantined": .integer,
            ]),
        Document(
            "imports", "The imports, newest first, how fresh each feed is, and which are not there.",
            [
                "asOf": .instant, "imports": .list(Shape.importRecord), "feeds": .list(Shape.feed),
                "absent": .list(Shape.absent), "matching": .listCount, "nextCursor": .maybe(.text),
            ]),
        Document(
            "feeds", "How fresh each feed is, and which are not there.",
            ["asOf": .instant, "items": .list(Shape.feed), "absent": .list(Shape.absent)]),
        Document("import-record", "What is known of imports, and the first rows that were rejected.", Shape.rejects),
        Document("rejects", "The rows that did not become facts, each with its reason.", Shape.rejects),
        Document(
            "decisions", "The imports that were accepted or discarded, and those that were not.",
            ["imports": .list(Shape.importRecord), "refused": .list(Refused.shape)]),
        Document(
            "rotation", "What one turn of the wheel changed.",
            [
                "rotation": .text, "asOf": .instant, "currency": .text, "horizonDays": .integer,
                "listings": .integer, "workflows": .list(Shape.turn), "openCount": .integer, "atRisk": .knownMoney,
                "statedAtRisk": .knownMoney, "unpriced": .unpriced, "verified": .integer, "selfCleared": .integer,
                "skipped": .integer,
                "unowned": .list([
                    "owner": .text, "account": .text, "why": .word(Roster.Obstacle.allCases.map(\.rawValue)),
                    "count": .integer,
                ]),
                "queueDigest": .text,
                "previous": .maybe(["rotation": .text, "openCount": .integer, "atRisk": .knownMoney]),
                "proposed": .integer, "firstOf": .maybe(.text), "thresholds": .list(["id": .text, "state": .text]),
            ]),
    ]
}

extension Shape {
    fileprivate static let file: Shape = [
        "file": .text, "result": .word(["kept", "quarantined", "same", "leftAlone"]), "id": .maybe(.text),
        "sameAs": .maybe(.text), "reason": .maybe(.text), "code": .maybe(.text), "format": .maybe(.text),
        "feed": .maybe(.text), "account": .maybe(.text), "marketplace": .maybe(.text),
        "effectiveAt": .maybe(.instant), "rowsKept": .maybe(.integer), "rowsRejected": .maybe(.integer),
        "isComplete": .maybe(.flag), "columns": .maybe(.list(.text)), "origins": .list(.text),
        "firstRejects": .list(reject),
    ]

    fileprivate static let importRecord: Shape = [
        "id": .text, "state": .word(["staging", "kept", "quarantined", "discarded"]), "file": .text, "format": .text,
        "feed": .text, "account": .text, "marketplace": .text, "effectiveAt": .instant, "receivedAt": .instant,
        "rowsKept": .integer, "rowsRejected": .integer, "subjects": .integer, "isComplete": .flag,
        "columns": .list(.text), "covers": .maybe(["from": .instant, "to": .instant]), "suspicion": .maybe(.text),
        "doubts": .maybe(.list(.text)), "sha256": .text, "actor": .text,
    ]

    fileprivate static let reject: Shape = [
        "line": .integer, "column": .integer, "heading": .text, "code": .text, "reason": .text, "excerpt": .text,
    ]

    fileprivate static let rejects: Shape = [
        "imports": .list([
            "import": importRecord, "rejects": .list(reject), "matching": .listCount, "nextCursor": .maybe(.integer),
        ])
    ]

    fileprivate static let absent: Shape = [
        "feed": .text, "title": .text, "assumed": .text, "stopped": .list(.text),
    ]

    fileprivate static let feed: Shape = [
        "feed": .text, "title": .text, "account": .text, "marketplace": .text,
        "state": .word(["fresh", "stale", "missing"]), "completeAsOf": .maybe(.instant), "freshForDays": .number,
    ]

    fileprivate static let turn: Shape = [
        "workflow": .text, "title": .text, "opened": .integer, "kept": .integer, "changed": .integer,
        "ended": .integer, "notFixed": .integer, "decided": .flag, "withheld": .list(.text),
    ]
}
