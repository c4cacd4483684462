/// What is wrong with a configuration.
public enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A key means nothing; `nearest` is what may have been meant.
    case unknownKey(String, line: Int?, nearest: String?)
    /// A list or a word stands where keys are expected.
    case notAMapping(String)
    /// A value is not what its key takes.
    case value(key: String, found: String, expected: String)

    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .unknownKey(let key, let line, let nearest):
            "unknown key \"\(key)\"" + (line.map { " in line \($0)" } ?? "")
                + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        case .notAMapping(let place): "\(place) must hold keys and values"
        case .value(let key, let found, let expected): "\(key) is \"\(found)\", expected \(expected)"
        }
    }
}
