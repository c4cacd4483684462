public import FlywheelKit

/// Who may decide what, up to which amount: a matrix of role, type and amount.
///
/// Limits are stated for each currency and never converted: a right that moved with an exchange rate would be nobody's to
/// know. An amount in a currency without a stated limit, like an amount that is not known, takes a right without limit.
public struct DecisionRights: Hashable, Sendable, Codable {
    /// What one role may decide.
    public struct Right: Hashable, Sendable, Codable {
        /// The role.
        public let role: String
        /// The type of decision.
        public let type: DecisionType
        /// The most, at most one in a currency; `nil` for whatever amount.
        public let upTo: [Money]?
        /// Whether a second person with a right to the same always has to agree.
        public let needsSecond: Bool

        /// A right.
        public init(_ role: String, _ type: DecisionType, upTo: [Money]?, needsSecond: Bool = false) {
            self.role = role
            self.type = type
            self.upTo = upTo
            self.needsSecond = needsSecond
        }

        /// Whether an amount is within the limit.
        func covers(_ amount: Money?) -> Bool {
            guard let upTo else { return true }
            guard let amount else { return false }
            return upTo.contains { $0.currency == amount.currency && amount.minorUnits <= $0.minorUnits }
        }
    }

    /// Names this version of the matrix, so that a decision says by which it was made.
    public let version: String
    /// The rows of the matrix.
    public let rights: [Right]

    /// A matrix. Nobody may decide what no row states.
    public init(version: String, _ rights: [Right]) {
        self.version = version
        self.rights = rights
    }

    /// Whether who proposes a decision may take it, or whose agreement it needs.
    public func review(_ proposal: DecisionProposal) -> DecisionVerdict {
        let rows = rights.filter { $0.type == proposal.type }
        guard !rows.isEmpty else { return .refused(.nobody(proposal.type)) }
        let able = rows.filter { $0.covers(proposal.amount) }
        let own = able.filter { proposal.by.roles.contains($0.role) }
        if let right = own.first(where: { !$0.needsSecond }) { return .allowed(role: right.role) }
        let reason = why(proposal, own: own, rows: rows)
        let roles = able.map(\.role).inOrder
        return roles.isEmpty ? .refused(reason) : .needs(roles: roles, reason)
    }

    /// The decision, where who proposes it may take it, alone or with `reviewer`, and says why.
    ///
    /// - Parameters:
    ///   - number: the number the decision is kept under; it stands for one act and is never used again.
    ///   - rationale: why, in words. They are demanded here and kept elsewhere, where they can be erased.
    public func decide(
        _ proposal: DecisionProposal, number: Int64, rationale: String, reviewer: Decider? = nil
    ) throws(DecisionRefusal) -> DeskDecision {
        guard rationale.contains(where: { $0.isLetter }) else { throw .noRationale }
        if let amount = proposal.amount, amount.minorUnits < 0 { throw .negative(amount) }
        var role: String?
        switch review(proposal) {
        case .refused(let reason): throw .refused(reason)
        case .allowed(let own): role = own
        case .needs(let roles, let reason):
            guard let reviewer else { throw .needs(roles: roles, reason) }
            guard !reviewer.isSamePerson(as: proposal.by) else { throw .ownProposal(reviewer.name) }
            guard let theirs = roles.first(where: reviewer.roles.contains) else {
                throw .reviewerMayNot(reviewer.name, roles: roles)
            }
            return DeskDecision(
                number: number, proposal: proposal, role: nil, reviewer: reviewer.name, reviewerRole: theirs,
                rights: version)
        }
        return DeskDecision(
            number: number, proposal: proposal, role: role, reviewer: nil, reviewerRole: nil, rights: version)
    }

    private func why(_ proposal: DecisionProposal, own: [Right], rows: [Right]) -> DecisionVerdict.Reason {
        if let right = own.first { return .secondPerson(role: right.role) }
        let mine = rows.filter { proposal.by.roles.contains($0.role) }
        guard !mine.isEmpty else { return .noRight(proposal.by.name, proposal.type) }
        guard let amount = proposal.amount else { return .unknownAmount }
        let limits = mine.flatMap { $0.upTo ?? [] }.filter { $0.currency == amount.currency }
        guard let limit = limits.max(by: { $0.minorUnits < $1.minorUnits }) else {
            return .noLimit(amount.currency)
        }
        return .overLimit(amount, limit: limit)
    }
}

extension [String] {
    /// Each once, where it first stands.
    fileprivate var inOrder: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
