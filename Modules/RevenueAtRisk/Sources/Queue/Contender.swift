public import FlywheelKit

/// What the order of the queue is made from: one open exception, in plain memory, since there are a million.
public struct Contender: Hashable, Sendable {
    /// What an exception is worth in the order.
    public enum Worth: Hashable, Sendable {
        /// Minor units of the reporting currency: what it counts for over the horizon, its probability included, and
        /// the part of that which a fix started now would save.
        case priced(atRisk: Int64, avoidable: Int64)
        /// Units it is expected to lose, where a price or an exchange rate is missing.
        case unpriced(units: Decimal4)
    }

    /// The exception's id.
    public let id: Int64
    /// What it is worth.
    public let worth: Worth
    /// The listing's tier; `nil` stands after C.
    public let tier: Tier?
    /// When it becomes final; `nil` stands after every deadline.
    public let deadline: Instant?
    /// Whether it is happening, not merely predicted.
    public let isActive: Bool
    /// Whether the last moment at which acting still helps falls before the next review.
    public let actsBeforeReview: Bool
    /// The exception that must be fixed before fixing this one helps.
    public let blockedBy: Int64?

    /// Describes an open exception.
    public init(
        id: Int64, worth: Worth, tier: Tier?, deadline: Instant? = nil, isActive: Bool = true,
        actsBeforeReview: Bool = false, blockedBy: Int64? = nil
    ) {
        self.id = id
        self.worth = worth
        self.tier = tier
        self.deadline = deadline
        self.isActive = isActive
        self.actsBeforeReview = actsBeforeReview
        self.blockedBy = blockedBy
    }

    /// The lane it belongs to by itself.
    var lane: Lane {
        switch worth {
        case .unpriced: .unpriced
        case .priced where actsBeforeReview: .actNow
        case .priced: isActive ? .active : .predicted
        }
    }
}

/// The parts of the queue, in the order they are shown.
public enum Lane: Int, Hashable, Sendable, Codable, CaseIterable, Comparable, BitwiseCopyable {
    /// Waiting for the next review would be too late; by avoidable loss.
    case actNow
    /// Happening; by revenue at risk.
    case active
    /// Not yet happening; by revenue at risk, probability included.
    case predicted
    /// Without a price or exchange rate; by units.
    case unpriced

    /// As shown.
    public static func < (left: Lane, right: Lane) -> Bool { left.rawValue < right.rawValue }
}
