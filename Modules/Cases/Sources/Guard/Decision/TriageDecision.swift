/// Who decides what a message is about, and why.
public struct TriageDecision: Hashable, Sendable {
    /// Who decides.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The model alone.
        case auto
        /// A person, to whom the model's answer is offered.
        case suggest
        /// A person: the model has no answer to rely on.
        case human
    }

    /// Who decides.
    public let kind: Kind
    /// What stands against deciding automatically; empty for ``Kind/auto``.
    public let obstacles: [TriageObstacle]

    /// The decision while something is wrong with automation as a whole: nothing is decided automatically.
    public func held(by breaches: [AutomationBreach]) -> TriageDecision {
        guard !breaches.isEmpty else { return self }
        return TriageDecision(
            kind: kind == .auto ? .suggest : kind, obstacles: obstacles + breaches.map(TriageObstacle.suspended))
    }
}

/// What stands against an automatic decision.
public enum TriageObstacle: Hashable, Sendable {
    /// The language cannot be told, or no model is there for it: its ISO 639 code, where it is known.
    case language(String?)
    /// Phrases of sensitive topics are known in few languages, and this is none of them.
    case unguarded(language: String)
    /// The model knows nothing like it: the probability, 0 to 1, that it is of the kinds the model knows.
    case outOfScope(probability: Double)
    /// The model is less sure than an answer in the language takes.
    case belowThreshold(certainty: Double, threshold: Double)
    /// Too few messages of the language were judged to say how sure is sure enough.
    case noThreshold
    /// The model is less sure than deciding for that label takes; `nil` where nothing the model knows would be sure enough.
    case belowLabelThreshold(certainty: Double, threshold: Double?)
    /// Most of its words are new to the model: how many of how many.
    case newWords(Int, of: Int)
    /// It speaks of what no program may decide about.
    case sensitive(SensitiveMention)
    /// Messages of that label often speak of what no program may decide about.
    case sensitiveLabel(SensitiveTopic)
    /// It is one of those that people decide without being told the answer: see ``Automation``.
    case audited
    /// Automation is down to suggestions until a person has looked.
    case suspended(AutomationBreach)
}
