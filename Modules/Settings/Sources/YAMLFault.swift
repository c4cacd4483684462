import Yams

/// What is wrong with text that is no YAML, in a line: where, and what its reader stumbled on.
public struct YAMLFault: Hashable, Sendable, CustomStringConvertible {
    /// `line 2, column 5: mapping values are not allowed in this context`.
    public let description: String

    /// What an error of the reader says; any other speaks for itself.
    public init(_ error: any Error) {
        description =
            switch error {
            case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                "line \(mark.line), column \(mark.column): \(problem)"
            case YamlError.duplicatedKeysInMapping(let keys, let context):
                "line \(context.mark.line), column \(context.mark.column): "
                    + "\(keys.map { "\"\($0)\"" }.sorted().joined(separator: ", ")) stands there twice"
            default: "\(error)"
            }
    }
}
