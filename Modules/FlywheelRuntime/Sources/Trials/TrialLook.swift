public import FlywheelKit

/// What a trial found at one moment.
public struct TrialLook: Hashable, Sendable {
    /// The moment.
    public let asOf: Instant
    /// The currency of its amounts.
    public let currency: Currency
    /// Whether deciding feeds were fresh anywhere: a look without them says nothing.
    public let hasDecided: Bool
    /// What was found, by fingerprint.
    public let sights: [TrialSight]
}

/// One problem as a trial found it.
public struct TrialSight: Hashable, Sendable {
    /// What makes it the same problem at other moments.
    public let fingerprint: Fingerprint
    /// When it began, where the facts say so.
    public let onset: Instant?
    /// The tier of what it is about.
    public let tier: Tier?
    /// What a fix at that moment would have saved, if nothing else had been wrong; `nil` where no price says.
    public let avoidable: Money?
    /// Whether each set of knobs found it, in their order.
    public let foundBy: [Bool]
}
