public import FlywheelKit

/// How a dispute was decided, by whose authority.
public struct Ruling: Hashable, Sendable, Codable {
    /// How a dispute ended, seen from the claimant.
    public enum Outcome: Hashable, Sendable, Codable {
        /// The claimant gets what was asked for.
        case upheld
        /// The claimant gets this much of it: more than nothing, less than all.
        case partly(award: Money)
        /// The claimant gets nothing.
        case denied
        /// The claimant let it go, or let the time for it pass. Nobody won.
        case withdrawn

        /// The word for it, without the sum.
        public var code: String {
            switch self {
            case .upheld: "upheld"
            case .partly: "partly"
            case .denied: "denied"
            case .withdrawn: "withdrawn"
            }
        }
    }

    /// How it was decided.
    public let outcome: Outcome
    /// Who decided; `nil` where the deadline did.
    public let by: DisputeParty?
    /// By what authority.
    public let authority: Authority
    /// When.
    public let at: Instant

    /// A ruling.
    public init(_ outcome: Outcome, by party: DisputeParty?, authority: Authority, at: Instant) {
        self.outcome = outcome
        by = party
        self.authority = authority
        self.at = at
    }
}

/// What entitles to a ruling, a hold or a release. None is without one.
public enum Authority: Hashable, Sendable, Codable {
    /// The desk's own decision, made within its rights.
    case desk(DeskDecision)
    /// Somebody else's: the marketplace's or the bank's, by the number of their letter.
    case outside(reference: String)
    /// Nobody's yet: somebody proposes it, and it entitles to nothing.
    case proposed
    /// The claimant's own wish to let it go.
    case claimant
    /// Nobody's: a time that was stated beforehand ran out.
    case deadline
}
