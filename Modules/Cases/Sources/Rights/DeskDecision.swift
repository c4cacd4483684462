public import FlywheelKit

/// A decision that somebody at the desk took within their rights.
///
/// Only ``DecisionRights/decide(_:number:rationale:reviewer:)`` makes one, so whatever takes one has been through the
/// matrix. Why it was taken stands elsewhere under the same number, where it can be erased.
public struct DeskDecision: Hashable, Sendable, Codable {
    /// The number it is kept under.
    public let number: Int64
    /// What it is about.
    public let type: DecisionType
    /// The sum it is about; `nil` where it was not known.
    public let amount: Money?
    /// Who proposed it.
    public let proposer: String
    /// The role by which they took it alone; `nil` where it took a second person.
    public let role: String?
    /// Who agreed; `nil` where nobody had to.
    public let reviewer: String?
    /// The role by which they agreed.
    public let reviewerRole: String?
    /// The version of the rights it was taken by.
    public let rights: String

    init(
        number: Int64, proposal: DecisionProposal, role: String?, reviewer: String?, reviewerRole: String?,
        rights: String
    ) {
        self.number = number
        type = proposal.type
        amount = proposal.amount
        proposer = proposal.by.name
        self.role = role
        self.reviewer = reviewer
        self.reviewerRole = reviewerRole
        self.rights = rights
    }
}
