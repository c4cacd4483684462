public import Cases

/// What a message is about, who decides, and why.
public struct TriagedMessage: Hashable, Sendable {
    /// What it is about, best first; several where the desk's messages are about several things. Without any, nothing is known of it.
    public let labels: [String]
    /// The probability, 0 to 1, that the first label is right, if the message is about what the model knows at all.
    public let confidence: Double
    /// The same, and that it is.
    public let certainty: Double
    /// Who decides.
    public internal(set) var decision: TriageDecision
    /// The words without which the label would be another, as they stand in the message, the weightiest first.
    public let words: [String]
    /// The language it was read in, by its ISO 639 code; `nil` where it cannot be told.
    public let language: String?
    /// How soon its words ask for an answer; `nil` where they do not say.
    public let urgency: StatedUrgency?

    /// The message while something is wrong with automation as a whole.
    public func held(by breaches: [AutomationBreach]) -> TriagedMessage {
        var message = self
        message.decision = decision.held(by: breaches)
        return message
    }
}
