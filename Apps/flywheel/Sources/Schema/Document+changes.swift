import FlywheelStore
import Statistics
import Uploads

extension Document {
    /// What is written of changes of listings, and of drafts.
    static let changes = [
        ChangesAnswer.document, ChangeAnswer.document,
        Document(
            "decided", "The changes that were approved or refused.",
            [
                "verb": .word(["approve", "refuse"]), "actor": .text, "at": .instant,
                "items": .list(ChangeRecord.shape), "refused": .list(Refused.shape),
            ]),
        Document(
            "uploads", "The files for marketplaces that were written, or would be.",
            [
                "files": .list([
                    "file": .text, "format": .form, "account": .text, "marketplace": .text, "sha256": .text,
                    "bytes": .integer, "changes": .list(.text), "isWritten": .flag,
                ]), "finished": .list(.text), "refused": .list(Refused.shape),
            ]),
        Document(
            "change-scores", "What was expected of proposed prices, beside what was sold.",
            [
                "asOf": .instant, "proposals": .integer,
                "totals": [
                    "taken": .integer, "notTaken": .integer, "elsewhere": .integer, "tooEarly": .integer,
                    "scored": .integer, "within": .integer, "expectedUnits": .number, "soldUnits": .number,
                ],
                "items": .list([
                    "id": .text, "verdict": .word(ProposalScore.Course.allCases.map(\.rawValue)), "mode": .text,
                    "state": .text, "account": .text, "marketplace": .text, "sku": .text, "what": .text,
                    "days": .integer, "expectedUnits": .maybe(.number), "soldUnits": .maybe(.number),
                    "p10": .maybe(.number), "p90": .maybe(.number), "error": .maybe(.number),
                    "isWithin": .maybe(.flag),
                ]),
            ]),
        Document(
            "draft", "A text to the marketplace, and what it has to prove.",
            [
                "exception": .text, "subject": .text, "body": .text,
                "evidence": .list(["title": .text, "value": .maybe(.text)]), "missing": .list(.text),
                "file": .maybe(.text),
            ]),
    ]
}

extension Shape {
    /// A form that marketplaces take changes in.
    fileprivate static let form = Shape.word(UploadFormat.allCases.map(\.rawValue))
}
