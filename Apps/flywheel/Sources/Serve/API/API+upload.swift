import FlywheelHost
import FlywheelKit
import FlywheelWeb
import HTTPTypes
import People

extension API {
    /// Files that are sent: as `flywheel import` takes them, and as `flywheel assess attach` does.
    static func uploads(_ desk: APIDesk) -> [Route] {
        let imported = APICommand.post(
            "/imports", "importFile", ImportCommand.self, for: .supply, in: "Imports", gives: "import",
            taking: ["path"], options: ["account", "marketplace", "currency", "at", "kind", "decimal"], when: .once)
        let attached = APICommand.post(
            "/attachments", "attachFile", AssessCommand.Attach.self, for: .decide, in: "Assessment",
            gives: "assess-stated", taking: ["check", "path"], options: ["workflow", "until"], when: .once)
        return [
            FileOperation(
                imported, "Takes in a file that a marketplace or another system exported: the body is the file.",
                limit: largestFile, maySucceedPartly: true
            ).route(desk, reply),
            FileOperation(
                attached,
                "Lets a file stand for what the data cannot show, until a day: the body is the file, which is not kept.",
                limit: largestAttachment, maySucceedPartly: false
            ).route(desk) { answer, _, house in try APICommand.reply(answer, in: house) },
        ]
    }

    /// The largest file that is taken in, in bytes.
    static let largestFile = 4 * 1024 * 1024 * 1024
    /// The largest file that is attached.
    private static let largestAttachment = 64 * 1024 * 1024

    private static func reply(_ answer: any Answer, to name: String, in house: House) throws -> WebReply {
        guard let answer = answer as? ImportAnswer else { return .json(house.document(of: answer).line) }
        if let left = answer.leftAlone.first, answer.exit != .partly {
            let status: HTTPResponse.Status = left.code == "refused" ? .conflict : .unprocessableContent
            throw Problem(status, left.code, "\(name): \(left.why)", place: "body")
        }
        var reports = answer.reports
        for index in reports.indices { reports[index].path = name }
        let named = ImportAnswer(reports: reports, warnings: answer.warnings)
        return .json(house.document(of: named).line, status: answer.exit == .partly ? .multiStatus : .ok)
    }
}
