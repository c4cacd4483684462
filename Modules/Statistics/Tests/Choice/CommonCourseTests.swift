import Statistics
import Testing

@Suite struct CommonCourseTests {
    private static let (periods, horizon, count) = (60, 8, 300)
    private let engine = AutomaticForecast(horizon: horizon)

    /// Series that each sell little and scatter, and all follow one course.
    private func draw(_ seed: UInt64, course: (Int) -> Double) -> [[Double]] {
        var random = SplitMix64(seed: seed)
        return (0..<Self.count).map { _ in
            let level = random.gamma(1.5)
            return (0..<Self.periods + Self.horizon).map { Double(random.poisson(level * course($0))) }
        }
    }

    private func record(_ series: some Sequence<[Double]>) -> CommonRecord {
        var record = CommonRecord(periods: Self.periods)
        for values in series { engine.add(Array(values.prefix(Self.periods)), to: &record) }
        return record
    }

    /// What was forecast of all in all, over what was sold, less 1.
    private func miss(_ series: [[Double]], _ common: CommonCourse?) -> Double {
        let sums = series.map { values in
            let said = engine.forecast(Array(values.prefix(Self.periods)), common: common)
            return (said?.mean.reduce(0, +) ?? 0, values.suffix(Self.horizon).reduce(0, +))
        }
        return sums.reduce(0) { $0 + $1.0 } / sums.reduce(0) { $0 + $1.1 } - 1
    }

    /// A third is left in the end: of each series that drowns in its scatter.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func whatFallsTogetherIsNotForecastTooHigh(seed: UInt64) throws {
        let series = draw(seed) { 1 - Double($0) / 90 }
        let common = try #require(CommonCourse(record(series), seasonLength: 1))
        let (alone, together) = (miss(series, nil), miss(series, common))
        #expect(alone > 0.15, "\(alone)")
        #expect(abs(together) < alone / 2, "\(alone) became \(together)")
        #expect(common.factors.count == Self.horizon && common[99] == common.factors.last)
        #expect(zip(common.factors, common.factors.dropFirst()).allSatisfy { $0 > $1 }, "it falls on: \(common)")
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func whatStaysStays(seed: UInt64) throws {
        let common = try #require(CommonCourse(record(draw(seed) { _ in 1 }), seasonLength: 1))
        #expect(common.factors.allSatisfy { abs($0 - 1) < 0.03 }, "\(common.factors)")
    }

    /// A level that jumps to and fro cannot be told ahead, so a course that claimed to is believed less than one that could.
    @Test func whatCouldNotBeToldIsBelievedLess() throws {
        let jumping = try #require(
            CommonCourse(record(draw(5) { $0 / 9 % 2 == 0 ? 0.6 : 1.6 }), seasonLength: 1))
        let falling = try #require(CommonCourse(record(draw(5) { 1 - Double($0) / 90 }), seasonLength: 1))
        #expect(jumping.belief < 0.4 && falling.belief > 0.6, "\(jumping.belief) and \(falling.belief)")
    }

    @Test func aCommonSeasonIsSeenThatNoSeriesShows() throws {
        let series = draw(6) { $0 % 12 < 3 ? 2.2 : 0.6 }
        let common = try #require(CommonCourse(record(series), seasonLength: 12))
        // Period 60 begins a season.
        #expect(common[0] > 1.3 * common[4], "\(common.factors)")
        #expect(abs(miss(series, common)) < abs(miss(series, nil)))
    }

    @Test func partsAddUpAlikeInAnyOrder() {
        let series = draw(7) { 1 + Double($0) / 60 }
        var (forth, back) = (record(series[..<100]), record(series[200...]))
        let middle = record(series[100..<200])
        let end = back
        back.merge(middle)
        back.merge(record(series[..<100]))
        forth.merge(middle)
        forth.merge(end)
        #expect(forth == back && forth == record(series) && forth.series == Self.count)
        #expect(CommonCourse(forth, seasonLength: 1) == CommonCourse(back, seasonLength: 1))
    }

    /// An unknown period is neither zero nor a fall of all.
    @Test func unknownPeriodsMoveNothing() throws {
        var record = CommonRecord(periods: Self.periods)
        for values in draw(8, course: { _ in 4 }) {
            engine.add(values.prefix(Self.periods).enumerated().map { $0.offset > 52 ? nil : $0.element }, to: &record)
        }
        let common = try #require(CommonCourse(record, seasonLength: 1))
        #expect(common.factors.allSatisfy { abs($0 - 1) < 0.03 }, "\(common.factors)")
    }

    /// What one series does says nothing of the others, however much it sells.
    @Test func theCourseOfAFewIsNobodyElses() {
        let series = draw(9) { 1 - Double($0) / 90 }
        #expect(record(series).breadth > 100)
        #expect(CommonCourse(record(series.prefix(8)), seasonLength: 1) == nil)
        let giant = series + [(0..<Self.periods + Self.horizon).map { 9_000 - 100 * Double($0) }]
        #expect(record(giant).breadth < 2 && CommonCourse(record(giant), seasonLength: 1) == nil)
    }

    @Test func ofNothingNothingIsKnown() {
        #expect(CommonCourse(CommonRecord(periods: 30), seasonLength: 1) == nil)
        var record = CommonRecord(periods: 3)
        engine.add([1, nil, 2], to: &record)
        engine.add([0, 0, nil], to: &record)
        #expect(record.series == 1 && CommonCourse(record, seasonLength: 1) == nil)
    }
}
