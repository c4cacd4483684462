/// A word of the trade that means one thing: one word for it in every language, on every page.
public enum Term: String, Hashable, Sendable, CaseIterable {
    case exception, queue, rotation, feed, listing, `case`, rootCause, threshold, decision, quarantine
    case atRisk, countsFor, fixAlone, cleared, avoidable, verified, stale, unpriced, evidence

    /// The word.
    public func name(in phrases: Phrases) -> HTML { phrases("glossary.name.\(rawValue)") }

    /// What it means, in a sentence.
    public func meaning(in phrases: Phrases) -> HTML { phrases("glossary.meaning.\(rawValue)") }
}
