public import FlywheelKit

/// What a dispute is opened with.
public struct DisputeTerms: Hashable, Sendable, Codable {
    /// What is asked for, as the source's code says it: `never-arrived`, `4855`.
    public let reason: String
    /// The side that asks.
    public let claimant: Side
    /// The side of which it is asked.
    public let respondent: Side
    /// The side that decides; `nil` for somebody outside the marketplace, such as a bank.
    public let reviewer: Side?
    /// The side that the desk works for. What that side decides takes a decision of the desk; what others decide, a letter.
    public let desk: Side
    /// The sum asked for; `nil` where it is not known.
    public let amount: Money?
    /// The deadline of the first stage, where one is stated; otherwise it follows from the rules.
    public let deadline: Instant?
    /// The rules it runs by from beginning to end.
    public let rules: DisputeRules

    /// Terms.
    public init(
        reason: String, claimant: Side, respondent: Side, reviewer: Side?, desk: Side, amount: Money?,
        deadline: Instant? = nil, rules: DisputeRules
    ) {
        self.reason = reason
        self.claimant = claimant
        self.respondent = respondent
        self.reviewer = reviewer
        self.desk = desk
        self.amount = amount
        self.deadline = deadline
        self.rules = rules
    }

    /// Terms with the parts that the rules' kind of dispute usually gives the sides.
    public init(
        _ rules: DisputeRules, reason: String, desk: Side, amount: Money?, deadline: Instant? = nil
    ) {
        let (claimant, respondent, reviewer): (Side, Side, Side?) =
            switch rules.kind {
            case .guaranteeClaim, .itemNotReceived, .notAsDescribed, .escrow: (.buyer, .seller, .platform)
            case .chargeback: (.buyer, .seller, nil)
            case .refundRequest: (.buyer, .seller, .seller)
            case .sellerAppeal, .reimbursementClaim, .policyException: (.seller, .platform, .platform)
            }
        self.init(
            reason: reason, claimant: claimant, respondent: respondent, reviewer: reviewer, desk: desk,
            amount: amount, deadline: deadline, rules: rules)
    }

    /// The side that has a part; `nil` for one outside the marketplace.
    public func side(of party: DisputeParty) -> Side? {
        switch party {
        case .claimant: claimant
        case .respondent: respondent
        case .reviewer: reviewer
        }
    }
}
