/// A reasoned wish to change knobs, for a host to record and to test, and to apply once a person approves.
public struct Proposal<Knobs: StageKnobs>: Sendable {
    /// The knobs as they would be.
    public let knobs: Knobs
    /// Why, in a sentence with the numbers it rests on.
    public let reason: String

    /// A wish.
    public init(_ knobs: Knobs, because reason: String) {
        self.knobs = knobs
        self.reason = reason
    }
}
