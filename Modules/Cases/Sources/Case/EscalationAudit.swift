/// What somebody found when they looked at why a case was passed up. Codes alone: what people wrote is in none of them.
public struct EscalationAudit: Hashable, Sendable, Codable {
    /// What kind of escalation it was, in the desk's own words, such as `limit-too-low`, `no-article`.
    public let tags: [String]
    /// The policy that is missing or unclear, by its code; `nil` where none is.
    public let gap: String?
    /// The decision that closes the gap, `D12`; `nil` while nobody has decided.
    public let decision: String?

    /// An audit.
    public init(tags: [String], gap: String? = nil, decision: String? = nil) {
        self.tags = tags
        self.gap = gap
        self.decision = decision
    }
}
