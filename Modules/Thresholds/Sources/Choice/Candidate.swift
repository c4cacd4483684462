public import FlywheelKit

/// A problem that some value of a knob finds, among those that were tried, and what is known of it.
public struct Candidate: Hashable, Sendable {
    /// How one value of the knob saw it.
    public struct Sight: Hashable, Sendable {
        /// Days from its onset, or from the first sight of any value, until this one found it.
        public var detectionDays: Double
        /// Days from its end until this value no longer reported it; `nil` where it has not ended, or is still reported.
        public var resetDays: Double?

        /// A sight.
        public init(detectionDays: Double, resetDays: Double? = nil) {
            self.detectionDays = detectionDays
            self.resetDays = resetDays
        }
    }

    /// What makes it the same problem in every week.
    public var fingerprint: String
    /// The week in which it was first found, from 0.
    public var week: Int
    /// The tier of what it is about.
    public var tier: Tier?
    /// What acting on it saves, in minor units; `nil` where no price says.
    public var avoidable: Int64?
    /// What looking at it costs, in minor units of the same currency.
    public var reviewCost: Int64
    /// How each tried value saw it, in their order; `nil` where it did not.
    public var sights: [Sight?]
    /// What it turned out to be; `nil` as long as nobody said.
    public var label: Label?

    /// A candidate.
    public init(
        fingerprint: String, week: Int, tier: Tier?, avoidable: Int64?, reviewCost: Int64, sights: [Sight?],
        label: Label?
    ) {
        self.fingerprint = fingerprint
        self.week = week
        self.tier = tier
        self.avoidable = avoidable
        self.reviewCost = reviewCost
        self.sights = sights
        self.label = label
    }

    /// Whether a tried value finds it.
    public func isFound(at value: Int) -> Bool { sights[value] != nil }
}
