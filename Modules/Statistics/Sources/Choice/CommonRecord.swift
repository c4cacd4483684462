/// What like series sold together, and what was expected of them together from origins of the past.
///
/// What moves all of them at once, such as the trade of the whole shop, drowns in the scatter of each; their sum shows it.
/// Kept in whole thousandths, so that parts add up alike in any order.
public struct CommonRecord: Hashable, Sendable {
    /// Periods of each series, which end together.
    public let periods: Int
    /// Series that were added.
    public private(set) var series = 0
    /// What they sold in each period.
    private(set) var sold: [Int]
    /// What was expected of the periods after each origin, by the last period that was seen.
    private(set) var expected: [Int: Window] = [:]
    /// The sum of the squares of what each sold in all periods.
    private var squares: Int128 = 0
    /// What is expected of the coming periods.
    private(set) var coming: [Int] = []

    /// The sum of what the level of each was off by as a part of it.
    private var errors = 0

    /// Periods after an origin.
    struct Window: Hashable {
        var units: [Int] = []
        var series = 0
    }

    /// Values beyond this are errors of their files, which would leave the sums.
    private static let most = 1e9

    /// Series of equal sales that the sum would be as much a matter of all of: (Σ units)² / Σ units², one where one series
    /// sells nearly everything (O. Herfindahl, 1950, the other way up).
    public var breadth: Double {
        let total = Double(sold.reduce(0, +))
        return squares > 0 ? total * total / Double(squares) : 0
    }

    /// How far a level was off as a part of it, on average over the series; nil of a few, whose errors are their own.
    public var relativeError: Double? {
        Double(series) >= CommonCourse.leastBreadth ? Double(errors) / 1_000 / Double(series) : nil
    }

    /// A record of series of so many periods, one or more; nothing is added yet.
    public init(periods: Int) {
        precondition(periods >= 1, "a series has a period or more, found \(periods)")
        self.periods = periods
        sold = Array(repeating: 0, count: periods)
    }

    /// Adds a record of other series of as many periods, forecast by the same engine.
    public mutating func merge(_ other: CommonRecord) {
        precondition(other.periods == periods, "found a record of \(other.periods) periods beside one of \(periods)")
        series += other.series
        squares += other.squares
        errors += other.errors
        Self.add(other.sold, to: &sold)
        Self.add(other.coming, to: &coming)
        for (origin, part) in other.expected { add(part.units, of: part.series, after: origin) }
    }

    /// Adds a series; an unknown period counts as what was expected of it, so that it moves nothing.
    mutating func add(_ test: BackTest, horizon: Int) {
        series += 1
        let values = test.series.values.indices.map { period in
            test.series.exposure[period] > 0 || period == 0
                ? test.series.values[period] : test.usualRate(after: period - 1)
        }
        let units = values.map(Self.thousandths)
        let total = Int128(units.reduce(0, +))
        squares += total * total
        errors += Self.thousandths(test.relativeError)
        Self.add(units, to: &sold)
        Self.add(test.combination(horizon: horizon).map(Self.thousandths), to: &coming)
        for (origin, forecast) in zip(test.origins, test.combined) {
            add(forecast.map(Self.thousandths), of: 1, after: origin)
        }
    }

    private mutating func add(_ units: [Int], of series: Int, after origin: Int) {
        Self.add(units, to: &expected[origin, default: Window()].units)
        expected[origin, default: Window()].series += series
    }

    private static func add(_ values: [Int], to sums: inout [Int]) {
        if sums.isEmpty { sums = Array(repeating: 0, count: values.count) }
        for (place, value) in values.enumerated() { sums[place] += value }
    }

    private static func thousandths(_ value: Double) -> Int { Int((1_000 * min(most, max(-most, value))).rounded()) }
}

extension AutomaticForecast {
    /// Adds what a series sold and what was expected of it to a record of its like.
    ///
    /// - Parameter values: as many as the record's periods, oldest first; `nil` where unknown. One that never sold adds
    ///   nothing.
    public func add(_ values: [Double?], to record: inout CommonRecord) {
        precondition(
            values.count == record.periods, "found a series of \(values.count) periods, expected \(record.periods)")
        guard let pattern = DemandPattern(values) else { return }
        let test = BackTest(MaskedSeries(values), pattern: pattern, seasonLength: seasonLength, horizon: horizon)
        record.add(test, horizon: horizon)
    }
}
