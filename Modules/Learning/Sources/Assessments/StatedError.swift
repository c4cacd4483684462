public import FlywheelKit

/// Why something that somebody states of a check is refused.
public enum StatedError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No such workflow is installed.
    case workflow(String, known: [String])
    /// The model has no such check.
    case check(String, known: [String])
    /// What the check asks follows from the data, and a file cannot stand for it.
    case notDeclarable(String, declarable: [String])
    /// The end lies in the past.
    case over(until: Instant)
    /// The end lies more than a year away.
    case tooLong(until: Instant, latest: Instant)
    /// No reason was given.
    case noReason
    /// The file holds nothing.
    case emptyFile(String)

    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .workflow(let id, let known): "no workflow \"\(id)\", expected one of \(known.joined(separator: ", "))"
        case .check(let id, let known): "no check \"\(id)\", expected one of \(known.joined(separator: ", "))"
        case .notDeclarable(let id, let declarable):
            "check \(id) follows from the data, a file can stand for \(declarable.joined(separator: ", ")) only"
        case .over(let until): "the end is \(until), expected one that is still to come"
        case .tooLong(let until, let latest): "the end is \(until), expected one by \(latest): a year at most"
        case .noReason: "no reason was given, expected one"
        case .emptyFile(let name): "\(name) is empty, expected a file that shows something"
        }
    }
}
