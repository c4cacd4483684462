import ArgumentParser
import FlywheelWeb
import HTTPTypes
import Settings

extension APICommand {
    typealias Given = APIInput.Given

    /// The command that a request means.
    func command(for request: WebRequest) throws -> any AnsweringCommand {
        try command(for: request, given(in: request))
    }

    /// The command that a request means, and the part of its list where that comes in parts.
    func reading(of request: WebRequest) throws -> (command: any AnsweringCommand, page: ListPage?) {
        var given = try given(in: request)
        let page = try rowNames == nil ? nil : ListPage(taking: &given)
        return (try command(for: request, given), page)
    }

    private func given(in request: WebRequest) throws(Problem) -> [Given] {
        try request.isSafe ? Self.given(inQueryOf: request) : Self.given(inBodyOf: request)
    }

    private func command(for request: WebRequest, _ given: [Given]) throws -> any AnsweringCommand {
        let path = pathNames.map {
            Given(name: $0, value: .text(request.parameter($0)), place: "path.\($0)", isText: true)
        }
        return try command(for: path + given)
    }

    /// The command with these arguments.
    func command(for given: [Given]) throws -> any AnsweringCommand {
        for value in given where !pathNames.contains(value.name) && !inputs.contains(where: { $0.name == value.name }) {
            throw unknown(value)
        }
        // What is null is not given.
        let given = given.filter { $0.value != .null }
        var words: [String: [String]] = [:]
        for input in inputs {
            if let value = given.first(where: { $0.name == input.name }) {
                words[input.name] = try input.words(in: value)
            } else if input.isRequired {
                throw Problem(
                    .badRequest, "missing",
                    "\"\(input.name)\" is missing: \(input.argument.abstract ?? "it is required")",
                    place: method == .get ? "query.\(input.name)" : "body.\(input.name)")
            }
        }
        for value in given where pathNames.contains(value.name) { words[value.name] = value.value.texts }
        // What is a flag or stands for standard input on the command line names nothing here.
        for name in pathNames + ["ids"] {
            guard let flag = words[name]?.first(where: { $0.hasPrefix("-") }) else { continue }
            throw Problem(.notFound, "id", "\"\(flag)\" is no id", place: given.first { $0.name == name }?.place)
        }
        var arguments = always
        for input in inputs {
            guard let flag = input.argument.flag else { continue }
            for word in words[input.name] ?? [] {
                if input.argument.kind == .option {
                    arguments.append("--\(flag)=\(word)")
                } else if word == "true" {
                    arguments.append("--\(flag)")
                }
            }
        }
        let plain = positionals.flatMap { words[$0] ?? [] }
        return try parsed(arguments + (plain.isEmpty ? [] : ["--"] + plain), given)
    }

    private func parsed(_ arguments: [String], _ given: [Given]) throws -> any AnsweringCommand {
        do {
            return try command.parse(arguments)
        } catch {
            // What the parser of arguments says names flags; who asked gave members.
            var usage = Usage.diagnostic(command.message(for: error), [])
            var place: String?
            for input in inputs.sorted(by: { ($0.argument.flag ?? "").count > ($1.argument.flag ?? "").count }) {
                guard let flag = input.argument.flag, usage.sentence.contains("--\(flag)") else { continue }
                usage.sentence = usage.sentence.replacing("--\(flag)", with: input.name)
                place = given.first { $0.name == input.name }?.place ?? place
            }
            // Each value is what it has to be, so they do not go together.
            throw Problem(.unprocessableContent, usage.code, usage.sentence, place: place)
        }
    }

    private func unknown(_ value: Given) -> Problem {
        let names = inputs.map(\.name) + (rowNames == nil ? [] : ListPage.parameters.map(\.name))
        let near = Nearest.word(to: value.name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
        let expected = names.isEmpty ? "none is taken here" : "expected \(names.joined(separator: ", "))"
        return Problem(
            .badRequest, "unknown-parameter", "there is no parameter \"\(value.name)\" here\(near), \(expected)",
            place: value.place)
    }

    /// The values of an address; a name that comes several times is a list.
    static func given(inQueryOf request: WebRequest) -> [Given] {
        request.query.names.map { name in
            let values = request.query.all(name).map(JSON.text)
            return Given(
                name: name, value: values.count == 1 ? values[0] : .array(values), place: "query.\(name)", isText: true)
        }
    }

    private static func given(inBodyOf request: WebRequest) throws(Problem) -> [Given] {
        if let name = request.query.names.first {
            throw Problem(
                .badRequest, "unknown-parameter",
                "there is no parameter \"\(name)\" in the query here, expected a body",
                place: "query.\(name)")
        }
        return given(in: try request.jsonObject())
    }

    /// The members of an object.
    static func given(in object: [JSON.Member]) -> [Given] {
        object.map { Given(name: $0.key, value: $0.value, place: "body.\($0.key)") }
    }
}
