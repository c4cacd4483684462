/// A message of the training, and what a model made of it that had not seen it.
public struct JudgedMessage: Hashable, Sendable {
    /// The label it found likeliest.
    public let label: String
    /// How sure it was, 0 to 1: the probability of the label, times that of the message being in scope.
    public let certainty: Double
    /// Whether the message has that label.
    public let isRight: Bool
    /// Whether the message is about nothing that the model knows, so that no answer is right.
    public let isForeign: Bool

    /// A message that was judged.
    public init(label: String, certainty: Double, isRight: Bool, isForeign: Bool = false) {
        (self.label, self.certainty, self.isRight, self.isForeign) = (label, certainty, isRight, isForeign)
    }
}
