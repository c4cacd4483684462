/// Why nothing could be learnt from some messages.
public enum TrainingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fewer than two labels have enough messages, so there is nothing to tell apart.
    case tooFewLabels(found: Int)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .tooFewLabels(let found):
            """
            \(found) labels have \(TrainingOptions.fewestMessages) messages or more with words in them; two are needed to \
            tell one from another
            """
        }
    }
}
