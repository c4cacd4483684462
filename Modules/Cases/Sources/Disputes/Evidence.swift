/// Something brought to prove a side's case. What it shows stands elsewhere, where it can be erased.
public struct Evidence: Hashable, Sendable, Codable {
    /// What kind of proof it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A carrier's number or its scans on the way.
        case tracking
        /// A carrier's word that it was delivered.
        case delivery
        /// The recipient's signature.
        case signature
        /// A picture.
        case photo
        /// A supplier's invoice or another proof of where goods come from.
        case invoice
        /// What the two sides wrote to each other.
        case correspondence
        /// Proof of a refund that was already made.
        case refund
        /// A proof of who somebody is.
        case identity
        /// What a listing said when it was bought from.
        case listing
        /// What went wrong, what was done about it, and what will be different.
        case planOfAction = "plan-of-action"
        /// A count or movement of stock.
        case inventory
        /// Anything else.
        case other
    }

    /// What kind of proof it is.
    public let kind: Kind
    /// Who brings it.
    public let by: DisputeParty
    /// Where it is found: `M12`, a document's digest, a tracking number. Never a name or an address.
    public let reference: String

    /// A piece of evidence.
    public init(_ kind: Kind, by party: DisputeParty, reference: String) {
        self.kind = kind
        by = party
        self.reference = reference
    }
}
