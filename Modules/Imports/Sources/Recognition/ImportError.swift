/// Why a file cannot be imported at all. A single bad row never throws one of these: it is rejected.
public enum ImportError: Error, Hashable, Sendable {
    /// The file cannot be read as text in rows; `reason` says what was found and what to do.
    case unreadable(reason: String)
    /// The file has no rows.
    case empty
    /// The headings are of no kind known. Of the kinds they come nearest to `nearest`, which also needs `missing`;
    /// nothing is missing where too few of the headings are known to take the file for that kind unasked.
    case unrecognized(headings: [String], nearest: String?, missing: [String])
    /// The headings are as much those of one of these kinds as of another.
    case ambiguous(kinds: [String])
    /// The file is of a known kind that holds none of the facts that are read.
    case notRead(found: String)
    /// A JSON document with these members at its top is of no kind known.
    case unrecognizedDocument(members: [String])
    /// No kind of file has that name.
    case unknownKind(String, known: [String])
    /// The file is not of the kind stated: `missing` is not there. It looks like `looksLike`, if like anything.
    case otherKind(stated: String, missing: [String], looksLike: String?)
}

extension ImportError: CustomStringConvertible {
    /// A sentence in lower case, without a full stop.
    public var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .empty: "expected a row of headings and rows under it, found no rows"
        case .unrecognized(let headings, let nearest, let missing):
            "found no kind of file with the headings \(Self.list(headings))" + Self.hint(nearest, missing)
        case .ambiguous(let kinds):
            "the headings are those of each of \(Self.list(kinds)): state the kind, or name the file after it"
        case .notRead(let found): "the file looks like \(found), of which nothing is read"
        case .unrecognizedDocument(let members):
            "found a JSON document "
                + (members.isEmpty ? "that is no object" : "with the members \(Self.list(members))")
                + ", expected one of \(Self.list(DocumentKind.all.map(\.title), most: DocumentKind.all.count))"
        case .unknownKind(let kind, let known):
            "found no kind of file called \"\(kind)\", expected one of \(Self.list(known, most: known.count))"
        case .otherKind(let stated, let missing, let looksLike):
            "expected \(stated)" + (missing.isEmpty ? "" : ", which needs \(Self.list(missing))")
                + (looksLike.map { "; the file looks like \($0)" } ?? "")
        }
    }

    private static func hint(_ nearest: String?, _ missing: [String]) -> String {
        guard let nearest else { return "" }
        return missing.isEmpty
            ? "; some are of \(nearest), too few to tell: state the kind if it is one"
            : "; the nearest is \(nearest), which also needs \(list(missing))"
    }

    private static func list(_ words: [String], most: Int = 8) -> String {
        let shown = words.prefix(most).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
        return words.count > most ? "\(shown) and \(words.count - most) more" : shown
    }
}

extension ImportError {
    init(_ error: ReadError) { self = .unreadable(reason: error.description) }
}
