/// What is wrong with a configuration.
public enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A key means nothing; `nearest` is what may have been meant.
    case unknownKey(String, at: FilePlace?, nearest: String?)
    /// A list or a word stands where keys are expected.
    case notAMapping(String, at: FilePlace? = nil)
    /// A value is not what its key takes. One of a flag or of the environment stands in no file.
    case value(key: String, found: String, expected: String, at: FilePlace? = nil)
    /// A key that has to be there is not, or holds nothing.
    case missing(key: String, expected: String)

    /// Where in its file it is; `nil` where it is in none, or is seen only once several places are held together.
    public var place: FilePlace? {
        switch self {
        case .unknownKey(_, let place, _), .notAMapping(_, let place), .value(_, _, _, let place): place
        case .missing: nil
        }
    }

    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .unknownKey(let key, _, let nearest):
            "unknown key \"\(key)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        case .notAMapping(let place, _): "\(place) must hold keys and values"
        case .value(let key, let found, let expected, _): "\(key) is \"\(found)\", expected \(expected)"
        case .missing(let key, let expected): "\(key) is left out, expected \(expected)"
        }
    }
}

/// A place in a text, as editors count: both from 1.
public struct FilePlace: Hashable, Sendable, CustomStringConvertible {
    /// The line.
    public let line: Int
    /// The column, in characters.
    public let column: Int

    /// A line and a column of it.
    public init(_ line: Int, _ column: Int) { (self.line, self.column) = (line, column) }

    /// `3:7`.
    public var description: String { "\(line):\(column)" }
}
