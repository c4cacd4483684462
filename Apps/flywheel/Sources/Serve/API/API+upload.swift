import FlywheelHost
import FlywheelKit
import FlywheelWeb
import Foundation
import HTTPTypes
import People

extension API {
    /// The largest file that is taken in, in bytes.
    static let largestFile = 4 * 1024 * 1024 * 1024

    /// Takes in a file as `flywheel import` does. The same bytes twice change nothing, so it needs no key.
    static func upload(_ house: House) -> Route {
        let command = APICommand.post(
            "/imports", "importFile", ImportCommand.self, for: .supply, in: "Imports", gives: "import",
            taking: ["path"], options: ["account", "marketplace", "currency", "at", "kind", "decimal"])
        return Route(
            .api, .post, prefix + command.path, for: .right(.supply), bodyLimit: largestFile, isSpooled: true,
            operation: uploadOperation(command)
        ) { request in
            guard let body = request.bodyFile else {
                throw Problem(.badRequest, "no-file", "the request has no body, expected a file", place: "body")
            }
            let name = try fileName(in: request)
            // A file's name says much of what it is.
            let path = URL(filePath: body).deletingLastPathComponent().appending(path: name).path
            if path != body { try FileManager.default.moveItem(atPath: body, toPath: path) }
            let given = APICommand.given(inQueryOf: request).filter { $0.name != "file" }
            let place = APICommand.Given(name: "path", value: .text(path), place: "body")
            let taken = try command.command(for: given + [place])
            let answer = try house.answer(taken, to: request)
            return try reply(answer, to: name, in: house)
        }
    }

    /// A name without folders; nothing that a folder could be left by.
    private static func fileName(in request: WebRequest) throws(Problem) -> String {
        let given = request.query["file"] ?? ""
        guard let name = fileName.word(in: .text(given), isText: true) else {
            throw Problem(
                .badRequest, "file-name", "\"file\" is \"\(given)\", expected \(fileName.expectation)",
                place: "query.file")
        }
        guard name.utf8.count <= 200 else {
            throw Problem(
                .unprocessableContent, "file-name",
                "\"file\" has \(name.utf8.count) bytes, expected 200 at most", place: "query.file")
        }
        return name
    }

    private static let fileName = ValueRule.pattern(
        #"^[^./\\\u0000-\u001F][^/\\\u0000-\u001F]{0,199}$"#, example: "the file's name, such as stock.csv")

    private static func reply(_ answer: any Answer, to name: String, in house: House) throws -> WebReply {
        guard let answer = answer as? ImportAnswer else { return .json(house.document(of: answer).line) }
        if let left = answer.leftAlone.first, answer.exit != .partly {
            throw Problem(.unprocessableContent, left.code, "\(name): \(left.why)", place: "body")
        }
        var reports = answer.reports
        for index in reports.indices { reports[index].path = name }
        let named = ImportAnswer(reports: reports, warnings: answer.warnings)
        return .json(house.document(of: named).line, status: answer.exit == .partly ? .multiStatus : .ok)
    }

    private static func uploadOperation(_ command: APICommand) -> FlywheelWeb.Operation {
        let options = command.inputs.filter { $0.name != "path" }.map { input in
            FlywheelWeb.Operation.Parameter(
                input.name, in: .query, input.argument.abstract ?? input.name, schema: input.schema.line)
        }
        let answer = JSON.reference(toDocument: "import").line
        return FlywheelWeb.Operation(
            command.id, "Takes in a file that a marketplace or another system exported: the body is the file.",
            tag: command.tag,
            parameters: [
                .init("file", in: .query, "The file's name.", isRequired: true, schema: fileName.schema.line)
            ] + options,
            bodies: ["application/octet-stream": #"{"type":"string","format":"binary"}"#],
            answers: [200: answer, 207: answer], refusals: [400, 404, 409, 413, 422])
    }
}
