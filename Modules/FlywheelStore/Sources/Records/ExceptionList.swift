/// Lists of exceptions that are read in parts: however many there are, a part is as quick to find as the first.
public enum ExceptionList: Hashable, Sendable, CaseIterable {
    /// Those that are not final.
    case unfinished
    /// Those that left an outcome.
    case ended
    /// Both. What was taken back is in neither.
    case all
}
