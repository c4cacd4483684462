import FlywheelKit

extension CaseState {
    /// The state that a help desk's word means; `nil` for words that no common one uses. Case, spaces, hyphens and
    /// underscores do not count.
    public init?(word: String) {
        switch word.folded {
        case "new", "unassigned", "submitted": self = .new
        case "open", "active", "inprogress", "assigned", "reopened", "awaitingagent", "needsaction", "workinprogress":
            self = .open
        case "pending", "waiting", "waitingonrequester", "waitingoncustomer", "waitingonbuyer", "waitingonseller",
            "awaitinguserinfo", "awaitingcustomer", "actionrequired", "pendingreminder", "pendingcustomer":
            self = .waitingOnRequester
        case "wait", "waitingonother", "waitingonthirdparty", "awaitingvendor", "awaitingproblem", "awaitingevidence",
            "pendingamazonaction", "transferred", "underreview":
            self = .waitingOnOther
        case "hold", "onhold", "snoozed": self = .onHold
        case "solved", "resolved", "answered", "done", "fixed", "pendingclose", "granted", "denied":
            self = .solved
        case "closed", "cancelled", "canceled", "deleted", "merged", "removed", "spam", "complete", "completed":
            self = .closed
        default: return nil
        }
    }
}

extension Side {
    /// The side that a help desk's word means; `nil` for words that no common one uses.
    public init?(word: String) {
        switch word.folded {
        case "buyer", "customer", "consumer", "shopper": self = .buyer
        case "seller", "merchant", "vendor", "partner": self = .seller
        case "platform", "marketplace", "amazon", "walmart", "ebay", "shopify": self = .platform
        default: return nil
        }
    }
}

extension Urgency {
    /// The urgency that a help desk's word means; `nil` for words that no common one uses. Zammad writes the rank before
    /// the word (`2 normal`).
    public init?(word: String) {
        switch String(word.folded.drop { $0.isNumber }) {
        case "low", "minor", "trivial", "planning", "p4": self = .low
        case "normal", "medium", "moderate", "p3": self = .normal
        case "high", "major", "p2": self = .high
        case "urgent", "critical", "emergency", "blocker", "p1": self = .urgent
        default: return nil
        }
    }
}
