import ArgumentParser
import FlywheelWeb
import HTTPTypes
import People
import Settings

extension API {
    /// The most exceptions that one request works on.
    static let mostAtOnce = 1_000

    /// The same done with several exceptions, each told for itself.
    static func bulk(_ desk: APIDesk) -> Route {
        let commands = Dictionary(
            uniqueKeysWithValues: work.map { verb in
                let command = APICommand.post(
                    "/exceptions/bulk", "", verb.command, for: .work, in: "", gives: "work",
                    taking: ["ids"] + verb.positionals, options: verb.options)
                return (verb.word, command)
            })
        return Route(
            .api, .post, "\(prefix)/exceptions/bulk", for: .right(.work), operation: bulkOperation
        ) { request in
            let members = try request.jsonObject()
            let given = try APICommand.given(in: members.filter { $0.key != "verb" })
            let command = try verb(in: members, of: commands).command(forSeveral: given)
            let answer = try desk.house.answer(command, to: request)
            let status: HTTPResponse.Status = answer.refusals.isEmpty ? .ok : .multiStatus
            return .json(desk.house.document(of: answer).line, status: status)
        }
    }

    private static func verb(
        in members: [JSON.Member], of commands: [String: APICommand]
    ) throws(Problem) -> APICommand {
        let words = work.map(\.word)
        let given = members.first { $0.key == "verb" }?.value
        if case .text(let word) = given, let command = commands[word] { return command }
        var near = ""
        if case .text(let word) = given {
            near = Nearest.word(to: word, of: words).map { "; did you mean \"\($0)\"?" } ?? ""
        }
        throw Problem(
            .unprocessableContent, "verb",
            "\"verb\" is \(given?.line ?? "missing"), expected \(words.joined(separator: ", "))\(near)",
            place: "body.verb")
    }

    private static let bulkOperation: Operation = {
        let ids: JSON = [
            "type": "array", "items": ["type": "string"], "minItems": 1, "maxItems": .integer(Int64(mostAtOnce)),
        ]
        let verbs: JSON = ["type": "string", "enum": .texts(work.map(\.word))]
        var members: [(name: String, schema: JSON, summary: String?, isRequired: Bool)] = [
            ("verb", verbs, "What is done.", true), ("ids", ids, "The exceptions.", true),
        ]
        for verb in work {
            let declared = CommandArgument.all(of: verb.command)
            for name in verb.positionals + verb.options where !members.contains(where: { $0.name == name }) {
                let argument = declared.first { $0.name == name } ?? declared.last { $0.kind == .positional }
                members.append((name, argument?.schema ?? ["type": "string"], argument?.abstract, false))
            }
        }
        let answer = JSON.reference(toDocument: "work").line
        return Operation(
            "workOnExceptions", "Does the same with several exceptions; one that is refused does not keep the others.",
            tag: "Exceptions", bodies: ["application/json": JSON.schema(of: members).line],
            answers: [200: answer, 207: answer], refusals: [400, 415, 422])
    }()
}

extension APICommand {
    /// The command with a list of ids in the place of its first plain argument.
    fileprivate func command(forSeveral given: [Given]) throws -> any AnsweringCommand {
        guard let ids = given.first(where: { $0.name == "ids" })?.values, !ids.isEmpty, ids.count <= API.mostAtOnce
        else {
            throw Problem(
                .unprocessableContent, "ids", "expected \"ids\", a list of 1 to \(API.mostAtOnce) ids",
                place: "body.ids")
        }
        return try command(for: given)
    }
}
