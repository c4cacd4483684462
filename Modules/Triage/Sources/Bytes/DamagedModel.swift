/// Why bytes are not the model they should be.
public enum DamagedModel: Error, Hashable, Sendable, CustomStringConvertible {
    /// They do not begin as a model does.
    case notAModel
    /// They are of another version of the format.
    case otherVersion(found: UInt32)
    /// A byte or more differs from what was written, or is missing.
    case changed(found: UInt64, expected: UInt64)
    /// They are whole and yet make no model: what does not fit.
    case inconsistent(String)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .notAModel: "these bytes are not a triage model"
        case .otherVersion(let found):
            "the triage model is of version \(found), this program reads version \(TriageModel.formatVersion): train it again"
        case .changed(let found, let expected):
            """
            the triage model is damaged: its bytes sum up to \(String(found, radix: 16)), they were written as \
            \(String(expected, radix: 16)): train it again or take it from a backup
            """
        case .inconsistent(let what): "the triage model does not fit together: \(what)"
        }
    }
}
