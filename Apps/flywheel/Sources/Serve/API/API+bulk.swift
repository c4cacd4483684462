import ArgumentParser
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Settings

extension API {
    /// The most exceptions that one request works on.
    static let mostAtOnce = 1_000

    /// The same done with several exceptions, each told for itself.
    static func bulk(_ desk: APIDesk) -> Route {
        let commands = Dictionary(uniqueKeysWithValues: zip(work.map(\.word), forSeveral))
        return Route(
            .api, .post, "\(prefix)/exceptions/bulk", for: .right(.work), operation: bulkOperation
        ) { request in
            try desk.carryOut(request, when: .once) {
                let members = try request.jsonObject()
                let (given, noIDs) = sorted(APICommand.given(in: members.filter { $0.key != "verb" }))
                return (command: try verb(in: members, of: commands).command(forSeveral: given), noIDs: noIDs)
            } _: { (asked: (command: any AnsweringCommand, noIDs: [Refused])) in
                var answer = try desk.house.answer(asked.command, to: request)
                if var work = answer as? WorkAnswer {
                    work.refused += asked.noIDs
                    answer = work
                }
                let status: HTTPResponse.Status = answer.refusals.isEmpty ? .ok : .multiStatus
                return .json(desk.house.document(of: answer).line, status: status)
            }
        }
    }

    /// What is given, without the texts among the ids that are none while others are: those are refused for themselves.
    private static func sorted(
        _ given: [APICommand.Given]
    ) -> (given: [APICommand.Given], noIDs: [Refused]) {
        var (given, noIDs): ([APICommand.Given], [Refused]) = (given, [])
        guard let place = given.firstIndex(where: { $0.name == "ids" }), case .array(let ids) = given[place].value,
            ids.count <= mostAtOnce
        else { return (given, []) }
        let named = ids.filter { id in
            guard case .text(let text) = id, ExceptionID(text: text) == nil else { return true }
            noIDs.append(Refused(id: text, why: .noID(text, of: ExceptionRecord.self)))
            return false
        }
        // Where none is an id, nothing is left to be done, and the whole is refused.
        guard !named.isEmpty else { return (given, []) }
        given[place].value = .array(named)
        return (given, noIDs)
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
            .badRequest, "verb",
            "\"verb\" is \(given?.line ?? "missing"), expected \(words.joined(separator: ", "))\(near)",
            place: "body.verb")
    }

    private static let forSeveral = work.map { verb in
        APICommand.post(
            "/exceptions/bulk", "", verb.command, for: .work, in: "", gives: "work",
            taking: ["ids"] + verb.positionals, options: verb.options, rules: verb.rules,
            when: .once)
    }

    /// Every verb takes members of its own, so each is a schema; their union names all members for whoever fills in a form.
    private static let bulkOperation: Operation = {
        let each = zip(work, forSeveral).map { verb, command in
            JSON.schema(of: [("verb", ["const": .text(verb.word)], nil, true)] + command.inputs.map(\.member))
        }
        var members: [JSON.Member] = []
        for schema in each {
            for member in schema["properties"]?.members ?? [] where !members.contains(where: { $0.key == member.key }) {
                members.append(member)
            }
        }
        members[0] = JSON.Member(key: "verb", value: ["type": "string", "enum": .texts(work.map(\.word))])
        let body: JSON = [
            "type": "object", "properties": .object(members), "required": ["verb", "ids"], "oneOf": .array(each),
        ]
        let answer = JSON.reference(toDocument: "work").line
        return Operation(
            "workOnExceptions", "Does the same with several exceptions; one that is refused does not keep the others.",
            tag: "Exceptions", parameters: Condition.once.parameters, bodies: ["application/json": body.line],
            answers: [200: answer, 207: answer],
            refusals: [400, 404, 409, 415, 422])
    }()
}

extension APICommand {
    /// The command with a list of ids in the place of its first plain argument.
    fileprivate func command(forSeveral given: [Given]) throws -> any AnsweringCommand {
        guard case .array(let ids) = given.first(where: { $0.name == "ids" })?.value, !ids.isEmpty,
            ids.count <= API.mostAtOnce
        else {
            throw Problem(
                .badRequest, "ids", "expected \"ids\", a list of 1 to \(API.mostAtOnce) ids",
                place: "body.ids")
        }
        return try command(for: given)
    }
}
