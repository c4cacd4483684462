public import FlywheelKit

/// What a person needs to check a claim about a suppressed listing.
public struct SuppressionEvidence: Hashable, Codable, Sendable {
    /// What the marketplace does; `nil` when the reported status is not one we know.
    public let enforcement: Enforcement?
    /// The statuses as reported, sorted.
    public let reportedStatuses: [String]
    /// The marketplace's reason as reported.
    public let reason: String?
    /// How the issue is solved.
    public let group: IssueGroup
    /// The marketplace's code, or the attribute where the source gives it in place of one.
    public let code: String?
    /// The attributes that are wrong, sorted.
    public let attributes: [String]
    /// The issue in the marketplace's words.
    public let issue: String?
    /// Since when the status holds, where the marketplace is.
    public let since: Day?
    /// The exemption, where there is one.
    public let exemption: Exemption?
    /// The share of revenue lost while the enforcement holds, 0 to 1.
    public let lossShare: Double
    /// Where that share comes from, for a listing that search does not show.
    public let searchShare: LearnedShare?
    /// How many rows of the report tell of the issue.
    public let rows: Int
    /// What is known of the listing besides.
    public let listing: ListingFacts
    /// The asking price, where the price is the issue.
    public let price: Money?
    /// How far it may come down, where what the same costs elsewhere is the issue.
    public let bounds: PriceBounds?

    /// The exemption while it holds.
    var pendingExemption: Exemption? { exemption.flatMap { $0.hasEnded ? nil : $0 } }
}

/// The enforcement is put off until a date.
public struct Exemption: Hashable, Codable, Sendable {
    /// When it ends.
    public let until: Instant
    /// Whether it has ended.
    public let hasEnded: Bool

    init(until: Instant, asOf: Instant) {
        self.until = until
        hasEnded = until <= asOf
    }
}
