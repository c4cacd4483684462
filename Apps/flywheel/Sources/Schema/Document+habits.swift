import Learning

extension Document {
    /// What is written of routines and of the start.
    static let habits = [
        Document("habit", "A routine, prepared for one person.", .record(routine)),
        Document(
            "digest", "A routine as something to send: the body of a webhook.",
            .record(
                [
                    Shape.Field(key: "idempotencyKey", shape: .text), Shape.Field(key: "language", shape: .text),
                    Shape.Field(key: "subject", shape: .text), Shape.Field(key: "text", shape: .text),
                ] + routine)),
        Document(
            "digest-file", "That a digest was written to a file.",
            [
                "habit": .text, "file": .text, "idempotencyKey": .text,
            ]),
        Document(
            "start", "How far a wheel is that was just started.",
            [
                "asOf": .instant, "isOver": .flag, "month": .integer, "day": .maybe(.integer),
                "medianDaysToResolve": .maybe(.number),
                "steps": .list([
                    "step": step, "month": .integer, "title": .text, "isDone": .flag, "count": .integer,
                    "of": .integer, "command": .text,
                ]),
            ]),
    ]

    private static let step = Shape.word(GuidedStart.Step.Name.allCases.map(\.rawValue))

    private static let line: Shape = [
        "topic": .text, "title": .text, "count": .maybe(.integer), "money": .maybe(.knownMoney),
        "parts": .list(["name": .text, "count": .integer]), "ids": .list(.text), "unknown": .maybe(.text),
        "words": .text, "command": .text,
    ]

    private static let routine: [Shape.Field] = [
        Shape.Field(key: "habit", shape: .word(Habit.allCases.map(\.rawValue))),
        Shape.Field(key: "asOf", shape: .instant), Shape.Field(key: "rotation", shape: .text),
        Shape.Field(key: "person", shape: .text), Shape.Field(key: "period", shape: .text),
        Shape.Field(key: "minutes", shape: .integer),
        Shape.Field(key: "standing", shape: ["done": .integer, "of": .integer, "doneAt": .maybe(.instant)]),
        Shape.Field(
            key: "start",
            shape: .maybe([
                "month": .integer, "day": .maybe(.integer), "next": .maybe(step), "count": .maybe(.integer),
                "of": .maybe(.integer),
            ])),
        Shape.Field(key: "items", shape: .list(line)),
    ]
}
