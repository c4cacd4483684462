import Assessment
import FlywheelKit

/// What `assess exempt` and `assess attach` print.
enum StatedAnswer: DocumentedAnswer {
    case exemption(AssessmentDocument.Exemption)
    case attachment(AssessmentDocument.Attachment)

    static let document = Document(
        "assess-stated", "What somebody stated of a check: that a file shows it, or that it is left out.", members)

    static let members: Members<Self> = [
        "id": .value(\.said.id), "workflow": .value(\.said.workflow), "check": .value(\.said.check),
        "until": .value(\.said.until), "file": .value(\.said.file), "hash": .value(\.said.hash),
        "reason": .value(\.said.reason),
    ]

    private struct Said {
        let id: String
        let workflow: String
        let check: String
        let until: Instant
        var file: String?
        var hash: String?
        var reason: String?
    }

    private var said: Said {
        switch self {
        case .exemption(let said):
            Said(id: said.id, workflow: said.workflow, check: said.check, until: said.until, reason: said.reason)
        case .attachment(let said):
            Said(
                id: said.id, workflow: said.workflow, check: said.check, until: said.until, file: said.file,
                hash: said.hash)
        }
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
