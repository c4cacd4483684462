/// JSON whose numbers are written digit by digit and whose keys stand as they were given.
indirect enum JSONText {
    case text(String)
    /// A number in JSON's own form.
    case number(String)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The text, on one line.
    var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let digits): digits
        case .array(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    /// RFC 8259, 7.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case _ where scalar.value < 0x20:
                "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

/// RFC 4180: commas, CRLF, quotes where needed.
enum CSVText {
    static func file(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Looked through by scalar, since CR LF is one character and would hide its parts.
    private static func cell(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        let escaped = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"" + escaped + "\""
    }
}
