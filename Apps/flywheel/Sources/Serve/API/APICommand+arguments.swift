import ArgumentParser
import FlywheelWeb
import HTTPTypes
import Settings

extension APICommand {
    /// One value that a request gives, and where it stands there.
    struct Given {
        let name: String
        let values: [String]
        let place: String
    }

    /// The command that a request means.
    func command(for request: WebRequest) throws -> any AnsweringCommand {
        let given = try request.isSafe ? Self.given(inQueryOf: request) : Self.given(inBodyOf: request)
        let path = pathNames.map { Given(name: $0, values: [request.parameter($0)], place: "path.\($0)") }
        return try command(for: path + given)
    }

    /// The command with these arguments.
    func command(for given: [Given]) throws -> any AnsweringCommand {
        let inputs = inputs
        for value in given where !pathNames.contains(value.name) {
            try require(value, among: inputs)
        }
        for (name, argument) in inputs where !argument.isOptional && !given.contains(where: { $0.name == name }) {
            throw Problem(
                .badRequest, "missing", "\"\(name)\" is missing: \(argument.abstract ?? "it is required")",
                place: method == .get ? "query.\(name)" : "body.\(name)")
        }
        var arguments = always
        for (name, argument) in inputs {
            guard let flag = argument.flag, let value = given.first(where: { $0.name == name }) else { continue }
            if argument.kind == .option {
                arguments += value.values.map { "--\(flag)=\($0)" }
            } else if try Self.isSet(value) {
                arguments.append("--\(flag)")
            }
        }
        let plain = positionals.flatMap { name in given.first { $0.name == name }?.values ?? [] }
        // What is a flag or stands for standard input on the command line names nothing here.
        for value in given where pathNames.contains(value.name) || value.name == "ids" {
            guard let flag = value.values.first(where: { $0.hasPrefix("-") }) else { continue }
            throw Problem(.badRequest, "id", "\"\(flag)\" is no id", place: value.place)
        }
        return try parsed(arguments + (plain.isEmpty ? [] : ["--"] + plain), given)
    }

    private func parsed(_ arguments: [String], _ given: [Given]) throws -> any AnsweringCommand {
        do {
            return try command.parse(arguments)
        } catch {
            // What the parser of arguments says names flags; who asked gave members.
            var usage = Usage.diagnostic(command.message(for: error), [])
            var place: String?
            for (name, argument) in inputs.sorted(by: {
                ($0.argument.flag ?? "").count > ($1.argument.flag ?? "").count
            }) {
                guard let flag = argument.flag, usage.sentence.contains("--\(flag)") else { continue }
                usage.sentence = usage.sentence.replacing("--\(flag)", with: name)
                place = given.first { $0.name == name }?.place ?? place
            }
            let status: HTTPResponse.Status = method == .get ? .badRequest : .unprocessableContent
            throw Problem(status, usage.code, usage.sentence, place: place)
        }
    }

    private func require(_ value: Given, among inputs: [(name: String, argument: CommandArgument)]) throws(Problem) {
        guard let input = inputs.first(where: { $0.name == value.name }) else {
            let names = inputs.map(\.name)
            let near = Nearest.word(to: value.name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
            let expected = names.isEmpty ? "none is taken here" : "expected \(names.joined(separator: ", "))"
            throw Problem(
                .badRequest, "unknown-parameter", "there is no parameter \"\(value.name)\" here\(near), \(expected)",
                place: value.place)
        }
        guard value.values.count == 1 || input.argument.isRepeating else {
            throw Problem(
                .badRequest, "repeated", "\"\(value.name)\" has \(value.values.count) values, expected one",
                place: value.place)
        }
    }

    private static func isSet(_ value: Given) throws(Problem) -> Bool {
        switch value.values.first {
        case "true": return true
        case "false": return false
        case let other:
            throw Problem(
                .badRequest, "usage", "\"\(value.name)\" is \"\(other ?? "")\", expected true or false",
                place: value.place)
        }
    }

    private static func given(inQueryOf request: WebRequest) -> [Given] {
        request.query.names.map { Given(name: $0, values: request.query.all($0), place: "query.\($0)") }
    }

    private static func given(inBodyOf request: WebRequest) throws(Problem) -> [Given] {
        if let name = request.query.names.first {
            throw Problem(
                .badRequest, "unknown-parameter",
                "there is no parameter \"\(name)\" in the query here, expected a body",
                place: "query.\(name)")
        }
        return try given(in: request.jsonObject())
    }

    /// The members of an object as values: texts, numbers, booleans, or lists of them. What is null is not given.
    static func given(in object: [JSON.Member]) throws(Problem) -> [Given] {
        var given: [Given] = []
        for member in object where member.value != .null {
            let items = if case .array(let items) = member.value { items } else { [member.value] }
            var values: [String] = []
            for item in items {
                switch item {
                case .text(let text): values.append(text)
                case .integer(let number): values.append(String(number))
                case .number(let number): values.append("\(number)")
                case .bool(let flag): values.append(flag ? "true" : "false")
                default:
                    throw Problem(
                        .unprocessableContent, "usage",
                        "\"\(member.key)\" holds what is neither a text, a number nor a boolean",
                        place: "body.\(member.key)")
                }
            }
            given.append(Given(name: member.key, values: values, place: "body.\(member.key)"))
        }
        return given
    }
}
