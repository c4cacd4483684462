/// Events that came closer together than their usual rate explains.
public struct Burst: Hashable, Sendable {
    /// The first of them, in seconds on the scale of the times given.
    public let first: Int64
    /// The last of them.
    public let last: Int64
    /// How many there are.
    public let count: Int
    /// How many one window would have held at the usual rate before it.
    public let expected: Double
    /// The probability of a window as full as the fullest, at that rate.
    public let probability: Double
}

extension [Burst] {
    /// The burst whose time holds a moment.
    public func holding(_ time: Int64) -> Burst? { first { $0.first <= time && time <= $0.last } }
}
