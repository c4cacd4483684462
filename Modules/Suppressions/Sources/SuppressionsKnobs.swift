public import FlywheelKit

/// The numbers that steer the stage. Both are priors: nobody measured them on the seller's own listings.
public struct SuppressionsKnobs: StageKnobs {
    /// The share of revenue that comes by search and browsing, which a listing hidden from search loses.
    public var searchShare = 0.75
    /// The probability that an enforcement begins when its exemption ends and nobody has acted.
    public var enforcedAfterExemption = 0.8

    /// The priors.
    public init() {}

    /// Both knobs move claims and no rows, so neither direction finds more; "looser" is the one that claims more.
    public static let tunable: [Knob<SuppressionsKnobs>] = [
        Knob("searchShare", \.searchShare, in: 0.6...0.9, looser: .higher, unit: .share),
        Knob("enforcedAfterExemption", \.enforcedAfterExemption, in: 0.5...1, looser: .higher, unit: .share),
    ]
}
