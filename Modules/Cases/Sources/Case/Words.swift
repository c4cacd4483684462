extension CaseState {
    /// The state that a help desk's word means; `nil` for words that no common one uses. Case, spaces, hyphens and
    /// underscores do not count.
    public init?(word: String) {
        switch word.plain {
        case "new", "unassigned", "submitted": self = .new
        case "open", "active", "inprogress", "assigned", "reopened", "awaitingagent", "needsaction": self = .open
        case "pending", "waiting", "waitingonrequester", "waitingoncustomer", "waitingonbuyer", "waitingonseller",
            "awaitinguserinfo", "answered", "actionrequired", "pendingreminder", "pendingcustomer":
            self = .waitingOnRequester
        case "waitingonother", "waitingonthirdparty", "awaitingvendor", "awaitingproblem", "awaitingevidence",
            "pendingamazonaction", "transferred", "underreview", "workinprogress":
            self = .waitingOnOther
        case "hold", "onhold", "snoozed": self = .onHold
        case "solved", "resolved", "done", "fixed": self = .solved
        case "closed", "cancelled", "canceled", "deleted", "merged", "spam", "pendingclose", "complete", "completed":
            self = .closed
        default: return nil
        }
    }
}

extension Side {
    /// The side that a help desk's word means; `nil` for words that no common one uses.
    public init?(word: String) {
        switch word.plain {
        case "buyer", "customer", "consumer", "shopper": self = .buyer
        case "seller", "merchant", "vendor": self = .seller
        case "platform", "marketplace", "amazon", "walmart", "ebay", "shopify": self = .platform
        default: return nil
        }
    }
}

extension Urgency {
    /// The urgency that a help desk's word means; `nil` for words that no common one uses. Zammad writes the rank before
    /// the word (`2 normal`).
    public init?(word: String) {
        switch String(word.plain.drop { $0.isNumber }) {
        case "low", "minor", "trivial": self = .low
        case "normal", "medium", "moderate": self = .normal
        case "high", "major": self = .high
        case "urgent", "critical", "emergency", "blocker": self = .urgent
        default: return nil
        }
    }
}

extension String {
    /// Its letters and digits, in lower case.
    fileprivate var plain: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
