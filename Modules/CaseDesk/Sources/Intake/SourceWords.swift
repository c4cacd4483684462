public import Cases

/// What the words of help desks mean. A word that no table knows is counted and said, never guessed at in silence.
public struct SourceWords: Hashable, Sendable {
    /// States by source and word; the words of every source stand under an empty one.
    public var states: [String: [String: CaseState]]
    /// Urgency by source and word.
    public var urgencies: [String: [String: Urgency]]
    /// Sides by word.
    public var sides: [String: Side]
    /// The side of who asks, by source, where neither the source nor a person says it.
    public var usualSides: [String: Side]

    /// The state that a source's word means.
    public func state(_ word: String, in source: String) -> CaseState? { Self.meaning(word, in: source, of: states) }

    /// Whether a source says itself where its cases stand: those with words of their own do.
    func saysStates(_ source: String) -> Bool { states[source] != nil }

    /// The urgency that a source's word means.
    public func urgency(_ word: String, in source: String) -> Urgency? {
        Self.meaning(word, in: source, of: urgencies)
    }

    /// The side that a word means.
    public func side(_ word: String) -> Side? { sides[Self.plain(word)] }

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

    private static func meaning<Value>(_ word: String, in source: String, of table: [String: [String: Value]]) -> Value?
    {
        let word = plain(word)
        return table[source]?[word] ?? table[""]?[word]
    }

    /// A word without capitals, and with one space where there is any mark between its parts.
    static func plain(_ word: String) -> String {
        let isNegative = word.hasPrefix("-") && word.dropFirst().first?.isNumber == true
        let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }
        return (isNegative ? "-" : "") + parts.joined(separator: " ")
    }
}

extension SourceWords {
    /// The words of Zendesk, Zammad and Freshdesk as these document them, and those that tables commonly use.
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
            "": [
                "new": .new, "unassigned": .new, "open": .open, "active": .open, "assigned": .open,
                "in progress": .open, "reopened": .open, "wait": .waitingOnOther, "pending": .waitingOnRequester,
                "waiting on customer": .waitingOnRequester, "waiting on requester": .waitingOnRequester,
                "awaiting user info": .waitingOnRequester, "awaiting customer": .waitingOnRequester,
                "waiting on third party": .waitingOnOther, "waiting on other": .waitingOnOther,
                "awaiting vendor": .waitingOnOther, "awaiting problem": .waitingOnOther,
                "awaiting evidence": .waitingOnOther, "on hold": .onHold, "hold": .onHold, "resolved": .solved,
                "solved": .solved, "done": .solved, "answered": .solved, "closed": .closed, "cancelled": .closed,
                "canceled": .closed,
            ],
        ],
        urgencies: [
            "freshdesk": ["1": .low, "2": .normal, "3": .high, "4": .urgent],
            "": [
                "low": .low, "1 low": .low, "4 low": .low, "5 planning": .low, "p4": .low, "normal": .normal,
                "2 normal": .normal, "medium": .normal, "moderate": .normal, "3 moderate": .normal, "p3": .normal,
                "high": .high, "3 high": .high, "2 high": .high, "p2": .high, "urgent": .urgent,
                "critical": .urgent, "1 critical": .urgent, "p1": .urgent,
            ],
        ],
        sides: [
            "buyer": .buyer, "customer": .buyer, "consumer": .buyer, "shopper": .buyer, "seller": .seller,
            "vendor": .seller, "merchant": .seller, "partner": .seller, "platform": .platform,
            "marketplace": .platform, "amazon": .platform, "walmart": .platform, "ebay": .platform,
        ], usualSides: [:])
}
