/// The rules a kind of dispute runs by on a platform: its stages, their time limits, and what happens when they run out.
///
/// A dispute keeps the rules it was opened under; a later version counts for later disputes. Days are 24 hours each: a time
/// limit in working days is stated as a deadline when the stage is entered.
public struct DisputeRules: Hashable, Sendable, Codable {
    /// What the rules are for.
    public let kind: DisputeKind
    /// The platform they are of, such as `amazon`; empty for any.
    public let platform: String
    /// Counts their changes.
    public let version: Int
    /// The stage a dispute begins in.
    public let first: DisputeStage
    /// The stages before a ruling, and the one of an appeal where there is one.
    public let stages: [DisputeStageRules]
    /// How a ruling may be appealed; `nil` where it may not.
    public let appeal: DisputeAppealRules?
    /// The longest that money may be held on one decision, in days.
    public let holdDays: Int

    /// Rules.
    public init(
        _ kind: DisputeKind, platform: String = "", version: Int = 1, first: DisputeStage,
        stages: [DisputeStageRules], appeal: DisputeAppealRules? = nil, holdDays: Int = 30
    ) {
        self.kind = kind
        self.platform = platform
        self.version = version
        self.first = first
        self.stages = stages
        self.appeal = appeal
        self.holdDays = holdDays
    }

    /// What they are called, `paypal/item-not-received/1`.
    public var name: String { "\(platform.isEmpty ? "any" : platform)/\(kind.rawValue)/\(version)" }

    /// The rules of a stage; `nil` for stages that a ruling brings about.
    public func rules(of stage: DisputeStage) -> DisputeStageRules? { stages.first { $0.stage == stage } }
}

/// What may happen in a stage of a dispute.
public struct DisputeStageRules: Hashable, Sendable, Codable {
    /// What happens when a stage's time runs out.
    public enum Expiry: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing: the deadline is a promise, not a rule.
        case nothing
        /// The claimant gets what was asked for.
        case upheld
        /// The claimant gets nothing.
        case denied
        /// It ends as if the claimant had let it go.
        case withdrawn
        /// It goes on to review.
        case review
        /// The ruling that was appealed stands; for appeals alone.
        case stands
    }

    /// A move that a party may make by itself.
    public struct Move: Hashable, Sendable, Codable {
        /// Where it leads.
        public let to: DisputeStage
        /// Who may make it.
        public let by: DisputeParty

        /// A move.
        public init(to stage: DisputeStage, by party: DisputeParty) {
            to = stage
            by = party
        }
    }

    /// The stage.
    public let stage: DisputeStage
    /// Its length in days, where no deadline is stated on entering it; `nil` for no limit.
    public let days: Int?
    /// What happens at its deadline.
    public let atDeadline: Expiry
    /// The moves that may be made from it.
    public let moves: [Move]
    /// Who may decide in it. A respondent who does can only give in: in whole, or in the part that the claimant took for it.
    /// What was offered and not taken is no ruling.
    public let deciders: [DisputeParty]
    /// Who may bring evidence in it.
    public let evidenceFrom: [DisputeParty]

    /// A stage's rules.
    public init(
        _ stage: DisputeStage, days: Int? = nil, atDeadline: Expiry = .nothing, moves: [Move] = [],
        deciders: [DisputeParty], evidenceFrom: [DisputeParty] = [.claimant, .respondent]
    ) {
        self.stage = stage
        self.days = days
        self.atDeadline = atDeadline
        self.moves = moves
        self.deciders = deciders
        self.evidenceFrom = evidenceFrom
    }
}

/// How a ruling may be appealed.
public struct DisputeAppealRules: Hashable, Sendable, Codable {
    /// Who may, where the ruling went against them.
    public let by: [DisputeParty]
    /// Days from the ruling within which they may.
    public let days: Int
    /// How often in one dispute.
    public let times: Int
    /// Whether it takes evidence brought after the ruling.
    public let needsEvidence: Bool

    /// Appeal rules.
    public init(by parties: [DisputeParty], days: Int, times: Int = 1, needsEvidence: Bool = true) {
        by = parties
        self.days = days
        self.times = times
        self.needsEvidence = needsEvidence
    }
}
