/// JSON whose numbers are written digit by digit and whose keys stand as they were given (RFC 8259).
public indirect enum JSONText: Sendable {
    /// A text.
    case text(String)
    /// A number in JSON's own form.
    case number(String)
    /// What is not known.
    case null
    /// Values in their order.
    case array([JSONText])
    /// Members in their order.
    case object([(String, JSONText)])

    /// The text, on one line.
    public var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let digits): digits
        case .null: "null"
        case .array(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
