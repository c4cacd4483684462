/// What a dispute is about; its rules are chosen by it.
public enum DisputeKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A buyer's claim against the marketplace's guarantee, such as Amazon's A-to-z.
    case guaranteeClaim = "a-to-z-claim"
    /// A cardholder's bank takes a payment back.
    case chargeback
    /// A buyer says that nothing arrived.
    case itemNotReceived = "item-not-received"
    /// A buyer says that something else arrived, or that it is damaged.
    case notAsDescribed = "not-as-described"
    /// A seller asks for an account or a listing back.
    case sellerAppeal = "seller-appeal"
    /// A seller asks the marketplace or a carrier for what was lost, damaged or wrongly charged.
    case reimbursementClaim = "reimbursement-claim"
    /// Somebody asks for an exception from a policy.
    case policyException = "policy-exception"
    /// A buyer asks the seller for money back.
    case refundRequest = "refund-request"
    /// Money of a sale is held until both sides are content.
    case escrow

    /// The type of decision that ends it, which is what ``DecisionRights`` are held against.
    public var decision: DecisionType {
        switch self {
        case .guaranteeClaim, .itemNotReceived, .notAsDescribed, .refundRequest, .escrow: .refund
        case .chargeback: .chargeback
        case .sellerAppeal: .reinstatement
        case .reimbursementClaim: .reimbursement
        case .policyException: .policyException
        }
    }
}
