import FlywheelWeb
import Foundation
import HTTPTypes

/// An operation whose body is a file, which a command reads as its `path`, under the name it was sent with; all else stands in
/// the query.
struct FileOperation: Sendable {
    private let command: APICommand
    private let summary: String
    private let limit: Int
    private let maySucceedPartly: Bool

    init(_ command: APICommand, _ summary: String, limit: Int, maySucceedPartly: Bool) {
        self.command = command
        self.summary = summary
        self.limit = limit
        self.maySucceedPartly = maySucceedPartly
    }

    /// The door that it is behind.
    ///
    /// - Parameter reply: what is replied with the command's answer about a file of that name.
    func route(
        _ desk: APIDesk, _ reply: @escaping @Sendable (_ answer: any Answer, _ name: String, House) throws -> WebReply
    ) -> Route {
        Route(
            .api, .post, API.prefix + command.path, for: .right(command.right), bodyLimit: limit, isSpooled: true,
            operation: operation
        ) { request in
            try desk.carryOut(request, when: .once) {
                let name = try Self.fileName(in: request)
                return Sent(name: name, command: try command.command(for: given(in: request, named: name)))
            } _: { (sent: Sent) in
                try reply(desk.house.answer(sent.command, to: request), sent.name, desk.house)
            }
        }
    }

    /// A file that was sent, with the command that takes it.
    private struct Sent {
        let name: String
        let command: any AnsweringCommand
    }

    private func given(in request: WebRequest, named name: String) throws -> [APIInput.Given] {
        guard let body = request.bodyFile else {
            throw Problem(.badRequest, "no-file", "the request has no body, expected a file", place: "body")
        }
        // A file's name says much of what it is. The body stays where it is, for whoever asks whether it was sent before.
        let path = URL(filePath: body).deletingLastPathComponent().appending(path: name).path
        if path != body { try FileManager.default.linkItem(atPath: body, toPath: path) }
        let others = APICommand.given(inQueryOf: request).filter { $0.name != "file" }
        // A path that somebody sends leads to a file of the server's.
        guard others.allSatisfy({ $0.name != "path" }) else {
            throw Problem(
                .badRequest, "unknown-parameter", "there is no parameter \"path\" here, expected a file as the body",
                place: "query.path")
        }
        return others + [APIInput.Given(name: "path", value: .text(path), place: "body")]
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

    private var operation: FlywheelWeb.Operation {
        let options = command.inputs.filter { $0.name != "path" }.map { input in
            FlywheelWeb.Operation.Parameter(
                input.name, in: .query, input.argument.abstract ?? input.name, isRequired: input.isRequired,
                schema: input.schema.line)
        }
        let answer = command.documents.first.map { JSON.reference(toDocument: $0).line }
        return FlywheelWeb.Operation(
            command.id, summary, tag: command.tag,
            parameters: [
                .init("file", in: .query, "The file's name.", isRequired: true, schema: Self.fileName.schema.line)
            ] + options + Condition.once.parameters,
            bodies: ["application/octet-stream": #"{"type":"string","format":"binary"}"#],
            answers: maySucceedPartly ? [200: answer, 207: answer] : [200: answer],
            refusals: [400, 404, 409, 413, 422])
    }
}
