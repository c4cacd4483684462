public import FlywheelKit

/// The numbers that steer what is reported. None of them moves a forecast, but for what a reported shift does to it.
public struct ForecastingKnobs: StageKnobs {
    /// Years until a listing whose demand never changes is reported by chance once, at least.
    public var falseAlarmYears = 20.0
    /// The part by which demand must have changed to be worth a person's look.
    public var leastShift = 0.3
    /// The part by which a forecast must have been off, all in all, to be worth a person's look.
    public var leastBias = 0.15
    /// Mean absolute deviations that the sum of a forecast's errors must reach.
    public var trackingLimit = 4.0

    /// Years until the views or sales of a listing that nothing happens to are reported by chance once, at least.
    public var dropFalseAlarmYears = 1_000.0

    /// The stated defaults.
    public init() {}

    /// Lower finds more.
    public static let tunable: [Knob<ForecastingKnobs>] = [
        Knob(
            "falseAlarmYears", \.falseAlarmYears, in: 1...1_000, looser: .lower, unit: .none,
            about: "Years until a listing whose demand never changes is reported by chance once, at least"),
        Knob(
            "leastShift", \.leastShift, in: 0.05...2, looser: .lower, unit: .share,
            about: "The part by which demand must have changed before a person looks at it"),
        Knob(
            "leastBias", \.leastBias, in: 0.02...1, looser: .lower, unit: .share,
            about: "The part by which a forecast must have been off, all in all, before a person looks at it"),
        Knob(
            "trackingLimit", \.trackingLimit, in: 2...20, looser: .lower, unit: .ratio,
            about: """
                Mean absolute deviations that the sum of a forecast's errors must reach before a person \
                looks at it
                """),
        Knob(
            "dropFalseAlarmYears", \.dropFalseAlarmYears, in: 10...100_000, looser: .lower, unit: .none,
            about: """
                Years until the views or sales of a listing that nothing happens to are reported by chance \
                once, at least
                """),
    ]
}
