/// How soon somebody needs an answer, as stated or predicted; unknown is no urgency at all, not a normal one.
public enum Urgency: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Can wait.
    case low
    /// Like most.
    case normal
    /// Before most.
    case high
    /// Now.
    case urgent

    /// Less urgent first.
    public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
}
