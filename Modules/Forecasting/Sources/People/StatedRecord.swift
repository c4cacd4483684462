/// What the forecasts that one person stated were worth: all of them of which a whole week is known, ended ones as well.
public struct StatedRecord: Hashable, Codable, Sendable {
    /// Forecasts that were stated.
    public private(set) var forecasts = 0
    /// Whole weeks of them that are known.
    public private(set) var weeks = 0
    /// Tenths of units, so that parts add up alike in any order.
    private var (statedTenths, computedTenths, naiveTenths) = (0, 0, 0)

    /// Nothing stated.
    init() {}

    /// Units that what was stated was off by, week by week.
    public var statedError: Double { Double(statedTenths) / 10 }
    /// Units that the computed forecasts of the days before were off by in the same weeks.
    public var computedError: Double { Double(computedTenths) / 10 }
    /// Units that the weeks of the year before were off by, or the week before where a year is not known.
    public var naiveError: Double { Double(naiveTenths) / 10 }

    /// The part of the computed forecasts' error that stating others took away; below zero where it added to it.
    public var value: Double { computedTenths > 0 ? 1 - Double(statedTenths) / Double(computedTenths) : 0 }

    /// Adds one stated forecast.
    mutating func add(_ errors: StatedErrors) {
        forecasts += 1
        weeks += errors.weeks
        // More than a billion units are an error of their file, and would leave the sums.
        func tenths(_ units: Double) -> Int { Int((min(1e9, units) * 10).rounded()) }
        statedTenths += tenths(errors.units.x)
        computedTenths += tenths(errors.units.y)
        naiveTenths += tenths(errors.units.z)
    }

    /// Adds what else the person stated.
    mutating func merge(_ other: StatedRecord) {
        forecasts += other.forecasts
        weeks += other.weeks
        statedTenths += other.statedTenths
        computedTenths += other.computedTenths
        naiveTenths += other.naiveTenths
    }
}
