public import FlywheelKit

/// The numbers that steer the stage, all of them priors: what the seller's own listings say of the first is weighed with it.
public struct SuppressionsKnobs: StageKnobs {
    /// The share of revenue that comes by search and browsing, which a listing hidden from search loses.
    public var searchShare = 0.75
    /// The probability that an enforcement begins when its exemption ends and nobody has acted.
    public var enforcedAfterExemption = 0.8
    /// Listings with one issue since one day, from which on they are one burst, where their usual rate explains no such
    /// number: below ten a person sees at a glance that they belong together, and gains nothing by one row.
    public var burstListings = 10.0

    /// The priors.
    public init() {}

    /// No knob moves rows, so neither direction finds more; "looser" is the one that claims, or groups, more.
    public static let tunable: [Knob<SuppressionsKnobs>] = [
        Knob(
            "searchShare", \.searchShare, in: 0.6...0.9, looser: .higher, unit: .share,
            about: """
                The share of revenue that comes by search and browsing, which a listing hidden from search \
                loses
                """),
        Knob(
            "enforcedAfterExemption", \.enforcedAfterExemption, in: 0.5...1, looser: .higher, unit: .share,
            about: "The probability that an enforcement begins when its exemption ends and nobody has acted"),
        Knob(
            "burstListings", \.burstListings, in: 5...200, looser: .lower, unit: .none,
            about: """
                Listings with one issue since one day, from which on they are one burst, where their usual \
                rate explains no such number
                """),
    ]
}
