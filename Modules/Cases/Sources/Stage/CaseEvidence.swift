public import FlywheelKit

/// What a row of tickets says of a case, or of the dispute it is about.
public struct CaseEvidence: Hashable, Sendable, Codable {
    /// A promise that runs.
    public struct Promised: Hashable, Sendable, Codable {
        /// What was promised.
        public enum Kind: String, Hashable, Sendable, Codable {
            /// A first answer.
            case answer
            /// The next answer.
            case update
            /// A solution.
            case solution
        }

        /// What was promised.
        public let kind: Kind
        /// By when.
        public let due: Instant
    }

    /// A sum that hangs on the case.
    public struct Sum: Hashable, Sendable, Codable {
        /// What it is.
        public let kind: Stake.Kind
        /// How much.
        public let sum: Money
    }

    /// A dispute that is open.
    public struct Dispute: Hashable, Sendable, Codable {
        /// What is disputed.
        public let kind: String
        /// When it was opened.
        public let opened: Instant?
        /// When it is decided by default.
        public let due: Instant?
        /// What it is about, in money.
        public let sum: Money?
        /// Whether the default goes against the account; `nil` where nobody says.
        public let defaultIsAgainst: Bool?
    }

    /// Who asks.
    public let side: Side?
    /// What it is about, in the source's words.
    public let category: String?
    /// Where it stands.
    public let state: CaseState
    /// How soon it needs an answer.
    public let urgency: Urgency?
    /// When it was opened.
    public let opened: Instant?
    /// What was promised and runs, the soonest first.
    public let promised: [Promised]
    /// The listing it is about.
    public let listing: String?
    /// The kinds of problem that end with it there; all where empty.
    public let cures: [String]
    /// What hangs on it.
    public let sums: [Sum]
    /// The dispute, where this is about one.
    public let dispute: Dispute?

    /// Whether its end can end something on a listing: what a seller or the marketplace is asked about a listing does.
    var mayCure: Bool { !cures.isEmpty || side == .seller || side == .platform }
}

extension Stake.Kind {
    /// What people read.
    var title: String {
        switch self {
        case .refund: "the refund"
        case .chargebackFee: "the fee of a chargeback"
        case .escrow: "what is held"
        case .reimbursement: "the reimbursement"
        case .relationship: "what a party that may leave brings in, as stated"
        }
    }
}
