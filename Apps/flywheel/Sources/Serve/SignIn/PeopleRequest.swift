import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

/// What a program asks of people: the members of its body, each of the kind it has to be, and no others.
struct PeopleRequest {
    private let members: [JSON.Member]
    private let parameters: [String: String]

    /// - Parameter needed: the members without which it means nothing.
    init(_ request: WebRequest, taking known: [String], needing needed: [String]) throws(Problem) {
        members = try request.jsonObject()
        parameters = request.parameters
        for member in members where !known.contains(member.key) {
            let list = known.isEmpty ? "no members" : known.joined(separator: ", ")
            throw Problem(
                .badRequest, "unknown-member", "\"\(member.key)\" means nothing here, expected \(list)",
                place: "body.\(member.key)")
        }
        for key in needed where value(key) == nil { throw refused(key, Self.rule(of: key).expectation) }
    }

    /// Who the address names.
    var name: String { parameters["name"] ?? "" }

    func id<Kind: RecordKind>() throws(Problem) -> RecordID<Kind> {
        guard let id = RecordID<Kind>(text: parameters["id"] ?? "") else { throw .notFound }
        return id
    }

    func text(_ key: String) throws(Problem) -> String? {
        guard let value = value(key), value != .null else { return nil }
        let rule = Self.rule(of: key)
        guard let word = rule.word(in: value, isText: false) else { throw refused(key, rule.expectation) }
        return word
    }

    func integer(_ key: String) throws(Problem) -> Int? { try text(key).flatMap { Int($0) } }

    func role() throws(Problem) -> Role? { try text("role").flatMap(Role.init(rawValue:)) }

    func rights() throws(Problem) -> Set<Right>? {
        guard let words = try texts("rights") else { return nil }
        let rights = words.compactMap(Right.init(rawValue:))
        guard rights.count == words.count else {
            throw refused("rights", "a list of \(Right.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return Set(rights)
    }

    /// Which accounts; a list of names, or null for all.
    func scope() throws(Problem) -> AccountScope? {
        guard let value = value("accounts") else { return nil }
        if value == .null { return .all }
        return try texts("accounts").map { AccountScope(named: $0) }
    }

    private func texts(_ key: String) throws(Problem) -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .array(let items) = value else { throw refused(key, "a list of texts") }
        var texts: [String] = []
        for item in items {
            guard case .text(let text) = item else { throw refused(key, "a list of texts") }
            texts.append(text)
        }
        return texts
    }

    private func value(_ key: String) -> JSON? { members.first { $0.key == key }?.value }

    private func refused(_ key: String, _ expected: String) -> Problem {
        Problem(
            .badRequest, "member", "\"\(key)\" is \(value(key)?.line ?? "missing"), expected \(expected)",
            place: "body.\(key)")
    }

    /// The JSON Schema of a body with these members.
    static func schema(of names: [String], needing needed: [String]) -> JSON {
        .schema(
            of: names.map { name in
                let schema: JSON =
                    switch name {
                    case "rights":
                        ["type": "array", "items": ["type": "string", "enum": .texts(Right.allCases.map(\.rawValue))]]
                    case "accounts": ["type": ["array", "null"], "items": ["type": "string"]]
                    default: rule(of: name).schema
                    }
                return (name, schema, nil, needed.contains(name))
            })
    }

    private static func rule(of name: String) -> ValueRule {
        switch name {
        case "name":
            .pattern(
                "^[A-Za-z0-9][A-Za-z0-9._+@-]{0,63}$",
                example: "1 to 64 of a to z, 0 to 9 and . _ - + @, with a letter or a digit first")
        case "role": .words(Role.allCases.map(\.rawValue))
        case "days": .integer(1...366)
        default: .text
        }
    }
}
