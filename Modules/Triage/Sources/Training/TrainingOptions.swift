/// How a model is trained; the defaults were chosen on training parts of public sets.
public struct TrainingOptions: Hashable, Sendable {
    /// A label with fewer messages is left out, and its messages with it unless they have others.
    public static let fewestMessages = 4

    /// The most bytes the weights may take; seldom features are left out until they do.
    public var mostBytes = 16 << 20
    /// What the order of chance depends on.
    public var seed: UInt64 = 1

    /// The defaults.
    public init() {}
}
