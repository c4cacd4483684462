public import Cases

/// What the words of help desks mean. A word that no table knows is counted and said, never guessed at in silence.
public struct SourceWords: Hashable, Sendable {
    /// States by source and word, where a source means something of its own by it; others mean what `CaseState(word:)` says.
    public var states: [String: [String: CaseState]]
    /// Urgency by source and word, likewise.
    public var urgencies: [String: [String: Urgency]]
    /// The side of who asks, by source, where neither the source nor a person says it.
    public var usualSides: [String: Side]

    /// The state that a source's word means.
    public func state(_ word: String, in source: String) -> CaseState? {
        states[source]?[Self.plain(word)] ?? CaseState(word: word)
    }

    /// Whether a source says itself where its cases stand: those with words of their own do.
    func saysStates(_ source: String) -> Bool { states[source] != nil }

    /// The urgency that a source's word means.
    public func urgency(_ word: String, in source: String) -> Urgency? {
        urgencies[source]?[Self.plain(word)] ?? Urgency(word: word)
    }

    /// The side that a word means.
    public func side(_ word: String) -> Side? { Side(word: word) }

    /// How satisfied somebody said they are: in words, of two to five (Zendesk), or as a number, -103 to 103 (Freshdesk) or 1
    /// to 5 stars.
    public func survey(_ word: String) -> SurveyAnswer? {
        switch Self.plain(word) {
        case "good", "satisfied", "happy", "4", "5", "103", "102", "101": .satisfied
        case "neutral", "3", "100": .neutral
        case "bad", "dissatisfied", "unhappy", "1", "2", "-101", "-102", "-103": .dissatisfied
        case "offered": .unanswered
        default: nil
        }
    }

    /// A word without capitals, and with one space where there is any mark between its parts.
    static func plain(_ word: String) -> String {
        let isNegative = word.hasPrefix("-") && word.dropFirst().first?.isNumber == true
        let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }
        return (isNegative ? "-" : "") + parts.joined(separator: " ")
    }
}

extension SourceWords {
    /// The words of Zendesk, Zammad and Freshdesk as these document them.
    public static let standard = SourceWords(
        states: [
            // A ticket that Zendesk has on hold waits for somebody who is neither the desk nor who asked.
            "zendesk": ["pending": .waitingOnRequester, "hold": .waitingOnOther, "deleted": .closed],
            "zammad": [
                "pending reminder": .onHold, "pending close": .solved, "merged": .closed, "removed": .closed,
            ],
            "freshdesk": [
                "2": .open, "3": .waitingOnRequester, "4": .solved, "5": .closed, "6": .waitingOnRequester,
                "7": .waitingOnOther,
            ],
        ],
        urgencies: [
            "freshdesk": ["1": .low, "2": .normal, "3": .high, "4": .urgent]
        ],
        usualSides: [:])
}
