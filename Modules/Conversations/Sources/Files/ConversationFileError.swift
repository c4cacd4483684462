/// Why a file cannot be read as conversations at all. A single bad record never throws one of these: it is rejected.
public enum ConversationFileError: Error, Hashable, Sendable {
    /// The file cannot be read; `reason` says what was found and what to do.
    case unreadable(reason: String)
    /// The file is of no kind that holds conversations.
    case unrecognized(reason: String)
    /// The table lacks headings that the mapping names, or that every table of conversations needs.
    case missingHeadings([String], found: [String])
}

extension ConversationFileError: CustomStringConvertible {
    /// A sentence in lower case, without a full stop.
    public var description: String {
        switch self {
        case .unreadable(let reason), .unrecognized(let reason): reason
        case .missingHeadings(let missing, let found):
            "expected the headings \(Self.list(missing)), found \(Self.list(found))"
        }
    }

    private static func list(_ words: [String], most: Int = 12) -> String {
        let shown = words.prefix(most).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
        return words.isEmpty ? "none" : words.count > most ? "\(shown) and \(words.count - most) more" : shown
    }
}
