public import FlywheelKit

/// What is many.
public struct __Name__Knobs: StageKnobs {
    /// The part of the units sold from which on a listing is reported.
    public var share = 0.1
    /// Units below which a share is chance.
    public var leastUnits = 5.0

    /// The stated defaults: nobody measured them on your listings.
    public init() {}

    /// Lower values find more.
    public static let tunable: [Knob<__Name__Knobs>] = [
        Knob(
            "share", \.share, in: 0.02...0.5, looser: .lower, unit: .share,
            about: "The share of the units sold from which a person looks at a listing"),
        Knob(
            "leastUnits", \.leastUnits, in: 1...50, looser: .lower, unit: .units,
            about: "Units reported below which a share may be chance"),
    ]
}
