import Assessment

/// What `assess exempt` and `assess attach` print.
enum StatedAnswer: Answer {
    case exemption(AssessmentDocument.Exemption)
    case attachment(AssessmentDocument.Attachment)

    var listKey: String? { nil }
    var columns: [String] { ["id", "workflow", "check", "until", "file", "hash", "reason"] }
    var rows: [JSON] { [.object(Array(json.members.dropFirst()))] }

    var json: JSON {
        let found:
            (id: String, workflow: String, check: String, until: JSON, file: String?, hash: String?, reason: String?) =
                switch self {
                case .exemption(let said):
                    (said.id, said.workflow, said.check, .instant(said.until), nil, nil, said.reason)
                case .attachment(let said):
                    (said.id, said.workflow, said.check, .instant(said.until), said.file, said.hash, nil)
                }
        return [
            "schema": "flywheel.assess-stated/1", "id": .text(found.id), "workflow": .text(found.workflow),
            "check": .text(found.check), "until": found.until, "file": .text(found.file), "hash": .text(found.hash),
            "reason": .text(found.reason),
        ]
    }

    func text(on page: Page) -> [String] {
        let sentence =
            switch self {
            case .exemption(let said):
                "\(said.id): \(said.workflow) \(said.check) is left out until \(page.clock.day(said.until)): \(said.reason)"
            case .attachment(let said):
                "\(said.id): \(said.file) stands for \(said.workflow) \(said.check) until \(page.clock.day(said.until));"
                    + " kept is its SHA-256, \(said.hash)"
            }
        return page.wrapped(sentence.visible) + page.next("flywheel assess")
    }
}
