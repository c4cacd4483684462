/// The part somebody has in a dispute; which side of the marketplace has it, the dispute's terms say.
public enum DisputeParty: String, Hashable, Sendable, Codable, CaseIterable {
    /// Who asks for something.
    case claimant
    /// Of whom it is asked.
    case respondent
    /// Who decides between them.
    case reviewer
}
