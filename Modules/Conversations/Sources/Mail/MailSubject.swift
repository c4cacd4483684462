/// Subjects, and what answers put in front of them.
enum MailSubject {
    /// Prefixes of answers and of what is forwarded, as mail programs write them in the languages of the marketplaces.
    private static let prefixes: Set = [
        "re", "aw", "antw", "antwort", "sv", "vs", "odp", "r", "rif", "ref", "res", "rsp", "ynt", "回复", "回覆", "返信",
        "fw", "fwd",
        "wg", "tr", "i", "enc", "rv", "pd", "vl", "doorst", "转发", "転送",
    ]

    /// The subject without them.
    static func withoutPrefixes(_ subject: String) -> String {
        var rest = subject[...]
        while let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) {
            // `Re[2]:` counts them.
            let word = rest[..<colon].trimmed.lowercased().prefix { $0 != "[" && $0 != "(" }
            guard prefixes.contains(String(word)) else { break }
            rest = rest[rest.index(after: colon)...]
        }
        return rest.trimmed
    }

    /// As subjects are compared: small letters, one space for any.
    static func folded(_ subject: String) -> String {
        subject.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
