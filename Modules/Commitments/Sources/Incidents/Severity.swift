/// How much of a component does not work.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// It works, slower or with detours.
    case degraded
    /// Part of it does not work, or not for everybody.
    case partial
    /// It does not work.
    case major

    private var rank: Int {
        switch self {
        case .degraded: 0
        case .partial: 1
        case .major: 2
        }
    }

    /// What is worse is more.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
