public import FlywheelKit
import Statistics

/// What a person needs to check what is said of a listing's demand.
public struct ForecastEvidence: Hashable, Codable, Sendable {
    /// Units a day that are expected in the coming week, computed.
    public let unitsPerDay: Double
    /// The standard deviation of that level, units a day.
    public let deviation: Double
    /// How many times more the days scatter than independent buyers would make them; 1 or more.
    public let dispersion: Double
    /// Days that the level rests on.
    public let daysUsed: Int
    /// Days with known sales that say nothing of demand and were left out.
    public let daysLeftOut: Int
    /// What the level is from: "run rate", or what forecast the product best in the past.
    public let method: String
    /// Whether the weeks follow a yearly course of the product's own.
    public let isSeasonal: Bool
    /// The season that came earlier or later, where that is what was found.
    public let season: SeasonChange?
    /// The lasting change of demand, where that is what was found.
    public let shift: DemandShift?
    /// How far forecasts were off, where that is what was found.
    public let bias: ForecastBias?
    /// The sudden fall of views or sales, where that is what was found.
    public let drop: CountDrop?
    /// What a person states instead.
    public let stated: StatedForecast?

    init(
        _ outlook: ProductOutlook, share: Double, season: SeasonChange?, shift: DemandShift?, bias: ForecastBias?,
        drop: CountDrop?, stated: StatedForecast?
    ) {
        let units = outlook.dailyByWeek[0] * share
        unitsPerDay = units.rounded(toParts: 100)
        deviation = (units * outlook.level.relativeError).rounded(toParts: 100)
        dispersion = (1 + share * (outlook.level.dispersion - 1)).rounded(toParts: 100)
        daysUsed = outlook.level.daysUsed
        daysLeftOut = outlook.level.daysLeftOut
        method = outlook.level.method
        isSeasonal = outlook.isSeasonal
        self.season = season
        self.shift = shift
        self.bias = bias
        self.drop = drop
        self.stated = stated
    }
}

/// A forecast that a person stated, which holds in place of the computed one until its last day.
public struct StatedForecast: Hashable, Codable, Sendable {
    /// Units a day.
    public let unitsPerDay: Double
    /// The first day it holds for.
    public let from: Day
    /// The last one.
    public let until: Day
    /// Who stated it.
    public let owner: String
    /// Why.
    public let reason: String?
    /// What it was worth so far; `nil` before a whole week of it is known.
    public let valueAdded: ForecastValueAdded?
    /// What all that its owner stated was worth; `nil` where none of it could be measured yet.
    public internal(set) var record: StatedRecord?

    /// Weeks, and how many times further off than the computed forecast, from which it is worth a person's look.
    private static let weeksToBeAstray = 2
    private static let timesFurtherOff = 1.1

    init(_ next: Override, of sku: Int, among rows: [Int], in reader: DemandReader, watch: DemandWatch) {
        unitsPerDay = next.unitsPerDay
        from = next.days.lowerBound
        until = next.days.upperBound
        owner = next.owner
        reason = next.reason
        valueAdded = reader.errors(of: next, at: sku, among: rows, watch: watch).map(ForecastValueAdded.init)
        record = reader.record(of: next.owner)
    }

    /// Whether it has been further off than the computed forecast for long enough to be looked at again.
    var isAstray: Bool {
        guard let value = valueAdded, value.weeks >= Self.weeksToBeAstray else { return false }
        return value.statedError > Self.timesFurtherOff * value.computedError
    }
}
