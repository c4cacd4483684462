import FlywheelStore

extension Document {
    /// What is written of people's data.
    static let privacy = [
        Document(
            "disclosure", "All that is kept of one person, and who saw it.",
            [
                "party": [
                    "id": .text, "side": .maybe(.text), "since": .instant, "erased": .maybe(.instant),
                ],
                "texts": .list([
                    "at": .instant, "field": field, "id": .text, "case": .maybe(.text), "text": .text,
                ]),
                "cases": .list([
                    "id": .text, "source": .text, "code": .text, "account": .text, "marketplace": .text,
                    "state": .text, "opened": .maybe(.instant), "ended": .maybe(.instant),
                ]),
                "decisions": .list([
                    "id": .text, "case": .text, "at": .instant, "kind": .text, "amount": .maybe(.decimal),
                    "currency": .maybe(.text),
                ]),
                "outreach": .list(["id": .text, "template": .text, "at": .instant, "state": .text]),
                "accesses": .list(access),
            ]),
        Document(
            "erased", "What was erased of one person.",
            [
                "party": .maybe(.text), "texts": .integer, "redacted": .integer, "keptFor": .list(.text),
                "copies": .list(.text),
            ]),
        Document("accesses", "Who saw personal text, newest first.", ["items": .list(access)]),
        Document(
            "retention", "What is kept for longer than it may be, and how many texts of it were erased.",
            [
                "erased": .maybe(.integer), "parties": .list(.text), "disputed": .list(.text),
                "items": .list(["marketplace": .text, "days": .integer, "cases": .list(.text)]),
            ]),
    ]

    private static let field = Shape.word(PersonalText.Field.allCases.map(\.rawValue))
    private static let access: Shape = [
        "at": .instant, "by": .text, "purpose": .text, "parties": .list(.text), "cases": .list(.text),
        "fields": .list(field),
    ]
}
