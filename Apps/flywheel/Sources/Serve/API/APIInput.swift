import FlywheelWeb
import HTTPTypes
import Settings

/// A value that a request may give beside the path: one of the command's arguments, and what the API says of it.
struct APIInput: Sendable {
    let name: String
    let argument: CommandArgument
    let rule: ValueRule
    let isRequired: Bool

    /// One value that a request gives, and where it stands there.
    struct Given {
        let name: String
        var value: JSON
        let place: String
        /// Whether it stands in an address, where all values are texts.
        var isText = false
    }

    /// Whether several may be given. Plain arguments that repeat are one text, but for ids.
    var isList: Bool { argument.isRepeating && (argument.kind == .option || name == "ids") }

    /// The JSON Schema of its value.
    var schema: JSON {
        let one = rule.schema
        if name == "ids" {
            return ["type": "array", "items": one, "minItems": 1, "maxItems": .integer(Int64(API.mostAtOnce))]
        }
        guard !isList else { return ["type": "array", "items": one] }
        guard let preset else { return one }
        return .object(one.members + [JSON.Member(key: "default", value: preset)])
    }

    /// It as a member of an object.
    var member: JSON.SchemaMember { (name, schema, argument.abstract, isRequired) }

    private var preset: JSON? {
        guard let text = argument.defaultValue, rule.word(in: .text(text), isText: true) != nil else { return nil }
        return if case .integer = rule { Int64(text).map(JSON.integer) } else { .text(text) }
    }

    /// What stands for a value on the command line, each of a list.
    func words(in given: Given) throws(Problem) -> [String] {
        guard case .array(let items) = given.value else {
            guard !isList || given.isText else { throw refused(given.value, in: given, expected: "a list") }
            return [try word(in: given.value, given)]
        }
        guard isList else {
            guard given.isText else { throw refused(given.value, in: given, expected: rule.expectation) }
            throw Problem(
                .badRequest, "repeated", "\"\(name)\" has \(items.count) values, expected one", place: given.place)
        }
        var words: [String] = []
        for item in items { words.append(try word(in: item, given)) }
        return words
    }

    private func word(in value: JSON, _ given: Given) throws(Problem) -> String {
        guard let word = rule.word(in: value, isText: given.isText) else {
            throw refused(value, in: given, expected: rule.expectation)
        }
        return word
    }

    private func refused(_ value: JSON, in given: Given, expected: String) -> Problem {
        var near = ""
        if case .words(let words) = rule, case .text(let text) = value {
            near = Nearest.word(to: text, of: words).map { "; did you mean \"\($0)\"?" } ?? ""
        }
        return Problem(
            .badRequest, "usage", "\"\(name)\" is \(value.line), expected \(expected)\(near)", place: given.place)
    }
}
