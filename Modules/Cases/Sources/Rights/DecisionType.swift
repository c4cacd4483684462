/// What a decision is about, for the rights of whom it takes.
public enum DecisionType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Money goes back to a buyer.
    case refund
    /// A payment that a bank takes back is accepted.
    case chargeback
    /// A seller or a listing is let back.
    case reinstatement
    /// A seller is paid for what was lost or wrongly charged.
    case reimbursement
    /// A policy is not applied.
    case policyException = "policy-exception"
    /// Money is held.
    case hold
    /// Held money is let go.
    case release
}
