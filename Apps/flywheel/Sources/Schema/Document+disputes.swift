import CaseDesk
import Cases

extension Document {
    /// What is written of disputes and decisions in them.
    static let disputes = [
        Document(
            "disputes", "Disputes of cases, the soonest deadline first.",
            [
                "asOf": .instant, "items": .list(DisputeRow.shape), "matching": .listCount,
                "atStake": .list(.knownMoney), "unknownAmounts": .integer, "nextCursor": .maybe(.text),
            ]),
        Document("dispute", "All disputes of a case, and every decision in them.", DisputeAnswer.shape),
        Document(
            "disputed", "How a dispute stands after an act in it, or who has to agree first.", DisputedAnswer.shape),
        Document(
            "precedents", "What was decided before, and why.",
            [
                "asOf": .instant, "items": .list(Precedent.shape), "matching": .listCount,
                "nextCursor": .maybe(.text),
            ]),
        Document(
            "lapses", "What deadlines and ends of holds had brought about.",
            ["asOf": .instant, "items": .list(["case": .text, "at": .instant, "what": .text])]),
    ]
}
