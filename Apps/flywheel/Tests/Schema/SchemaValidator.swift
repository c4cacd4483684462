import Foundation

@testable import flywheel

/// Checks a document against a JSON Schema, for the keywords that the published schemas use, and its keys against the
/// schema's order.
struct SchemaValidator {
    /// What does not fit, each with its path.
    private(set) var faults: [String] = []
    /// Whether members may be left out, as in messages and not in documents.
    var mayLeaveOut = false

    mutating func check(_ value: JSON, _ schema: JSON, _ path: String = "$") {
        let types = Self.texts(schema["type"])
        let found = Self.type(of: value)
        guard types.contains(where: { $0 == found || ($0 == "number" && found == "integer") }) else {
            faults.append("\(path) is \(found), expected \(types.joined(separator: " or "))")
            return
        }
        if case .array(let allowed) = schema["enum"], !allowed.contains(value) {
            faults.append("\(path) is \(value.line), expected one of \(allowed.map(\.line).joined(separator: ", "))")
        }
        if case .text(let text) = value, case .text(let pattern) = schema["pattern"],
            (try? Regex(pattern).firstMatch(in: text)) == nil
        {
            faults.append("\(path) is \"\(text)\", expected \(pattern)")
        }
        if case .text(let text) = value, schema["format"] == "date-time",
            (try? Date(text, strategy: .iso8601)) == nil
        {
            faults.append("\(path) is \"\(text)\", expected a moment")
        }
        if case .array(let items) = value, let shape = schema["items"] {
            for (index, item) in items.enumerated() { check(item, shape, "\(path)[\(index)]") }
        }
        if case .object(let members) = value { checkMembers(members, schema, path) }
    }

    private mutating func checkMembers(_ members: [JSON.Member], _ schema: JSON, _ path: String) {
        let keys = members.map(\.key)
        let all = schema["properties"]?.members.map(\.key) ?? []
        let required = Self.texts(schema["required"])
        let expected = all.filter { keys.contains($0) || required.contains($0) }
        if keys != expected { faults.append("\(path) has the keys \(keys), expected \(expected)") }
        if required != all, !mayLeaveOut { faults.append("\(path): not all keys are required") }
        for member in members {
            if let shape = schema["properties"]?[member.key] { check(member.value, shape, "\(path).\(member.key)") }
        }
    }

    private static func texts(_ value: JSON?) -> [String] {
        switch value {
        case .text(let text): [text]
        case .array(let values): values.flatMap { texts($0) }
        default: []
        }
    }

    private static func type(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .text, .decimal, .instant, .day: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
