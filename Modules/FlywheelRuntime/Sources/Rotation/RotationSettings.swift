public import FlywheelKit

/// What a host decides about rotations.
public struct RotationSettings: Hashable, Sendable {
    /// The currency of totals; that of the turn before when left out, at first the most common one of the marketplaces.
    public var currency: Currency?
    /// Days to look ahead, 1 to 90.
    public var horizonDays: Int
    /// What somebody stated of what is taken of each sale.
    public var terms = StatedTerms()
    /// Looks only at what had come in by then; at everything when left out.
    public var knownAt: Instant?
    /// Whether it may look from an earlier moment than the last turn did, whose clock was wrong. What that one ended stays ended, and
    /// opens anew where the data show it.
    public var goesBack = false
    /// The version of the program, so that it can be told which turn was the first of another one.
    public var program: String?
    /// What is allowed of changes on marketplaces.
    public var changes: ChangePolicy
    /// How much of what lies just below thresholds people get to judge.
    public var review = ReviewPolicy()
    /// Knobs to look with beside those in force.
    public var shadows: [ShadowTrial] = []

    /// Settings.
    public init(
        currency: Currency? = nil, horizonDays: Int = 30, knownAt: Instant? = nil,
        changes: ChangePolicy = ChangePolicy()
    ) {
        self.currency = currency
        self.horizonDays = horizonDays
        self.knownAt = knownAt
        self.changes = changes
    }
}
