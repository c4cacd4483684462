import Cases

extension Document {
    /// What is written of a desk's promises.
    static let sla = [
        Document(
            "promises", "What the desk promises, and which open cases it is meant for.",
            [
                "asOf": .instant,
                "items": .list([
                    "promise": .text, "calendar": .text, "firstResponseSeconds": .maybe(.integer),
                    "updateSeconds": .maybe(.integer), "resolutionSeconds": .maybe(.integer), "cases": .integer,
                    "changed": .integer, "overdue": .integer,
                ]), "without": .integer, "over": .integer, "saved": .maybe(.integer), "late": .maybe(.integer),
            ]),
        Document(
            "attainment", "How often each promise was kept, clock by clock.",
            [
                "asOf": .instant, "since": .instant,
                "items": .list([
                    "promise": .text, "clock": .word(ClockReading.Kind.allCases.map(\.rawValue)), "met": .integer,
                    "late": .integer, "overdue": .integer, "pending": .integer, "void": .integer, "unknown": .integer,
                    "share": .maybe(.number),
                ]),
            ]),
    ]
}
