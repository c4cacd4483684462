/// What one phase of the wheel passes on to the next.
public struct PhaseYield: Hashable, Sendable {
    /// The phase.
    public var phase: WheelPhase
    /// What it is judged by.
    public var main: Yield
    /// What is shown beside it.
    public var others: [Yield]
}
