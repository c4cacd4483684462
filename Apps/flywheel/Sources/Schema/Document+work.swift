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
                    "undone": .maybe(.text),
                ]), "refused": .list(["code": .text, "message": .text]),
            ]),
        Document(
            "exceptions", "Every exception as it is kept.",
            [
                "items": .list([
                    "id": .text, "state": .state, "workflow": .text, "kind": .text, "discriminator": .text,
                    "subject": .subject, "began": .maybe(.instant), "detected": .instant, "openedBy": .text,
                    "owner": .maybe(.text), "claimedBy": .maybe(.text), "claimedAt": .maybe(.instant),
                    "actBy": .maybe(.instant), "closedBy": .maybe(.text), "closedAt": .maybe(.instant),
                    "rootCause": .maybe(.text), "previous": .maybe(.text), "version": .integer, "source": .source,
                    "snoozedUntil": .maybe(.instant),
                ])
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
                ])
            ]),
        Document(
            "events", "Everything that happened, oldest first.",
            [
                "items": .list([
                    "entry": .integer, "position": .integer, "at": .instant, "actor": .text, "actorKind": .text,
                    "event": .text, "subject": .text, "cause": .text, "state": .text, "detail": .text,
                ])
            ]),
    ]

    /// What is written of the program itself.
    static let house = [
        Document("doctor", "What was looked at, and what needs a person.", checks),
        Document("journal", "Whether the journal's events and seals agree.", checks),
        Document(
            "explain", "What words mean.", ["entries": .list(["word": .text, "meaning": .text, "command": .text])]),
        Document(
            "demo", "The example files that were written.",
            ["seed": .text, "files": .list(["file": .text, "bytes": .integer])]),
        Document("exported", "The file that was written.", ["set": .text, "file": .text, "rows": .integer]),
        Document("completions", "A shell's script.", ["shell": .text, "script": .text]),
        Document(
            "schemas", "The documents there are.", ["items": .list(["name": .text, "schema": .text, "meaning": .text])]),
    ]

    private static let checks: Shape = [
        "ok": .flag,
        "checks": .list([
            "check": .text, "state": .word(["ok", "look"]), "finding": .text, "help": .maybe(.text),
        ]),
    ]
}
