extension Document {
    /// What triage writes.
    static let triage = [
        Document(
            "triage", "The messages that were triaged, by who decides, and what the watch over automation read.",
            [
                "file": .maybe(.text), "source": .word(["starter", "labelled"]), "messages": .integer, "auto": .integer,
                "suggest": .integer, "human": .integer, "watch": watch,
            ]),
        Document(
            "triage-model", "What a desk's triage knows, by language and label.",
            [
                "file": .maybe(.text), "source": .word(["starter", "labelled"]),
                "languages": .list([
                    "language": .text, "messages": .integer, "labels": .integer, "judged": .integer, "right": .integer,
                    "answered": .integer, "threshold": .maybe(.number),
                ]),
                "unused": .list(["language": .text, "messages": .integer]),
                "labels": .list([
                    "language": .text, "label": .text, "judged": .integer, "right": .integer,
                    "threshold": .maybe(.number), "decided": .integer,
                    "sensitive": .maybe(.word(["policy", "money", "safety", "legal"])),
                ]),
            ]),
        Document(
            "triage-decisions", "What triage decided about open cases by itself, or would decide.",
            TriageDecisionsAnswer.shape),
        Document(
            "triage-report", "How a desk's triage does, and whether it may still decide.",
            [
                "trial": .maybe([
                    "all": score, "answered": score, "decided": score, "unknown": score,
                    "calibrationError": .maybe(.number),
                ]), "watch": watch, "isHeld": .flag,
            ]),
    ]

    private static let score: Shape = ["messages": .integer, "right": .integer]
    private static let watch = Shape.list([
        "language": .maybe(.text), "measure": .text, "value": .maybe(.number), "limit": .number, "rows": .integer,
        "isBreach": .flag,
    ])
}
