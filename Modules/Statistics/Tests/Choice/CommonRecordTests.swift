import Statistics
import Testing

@Suite struct CommonRecordTests {
    private static let (periods, horizon) = (60, 8)
    private let engine = AutomaticForecast(horizon: horizon, levels: [0.1, 0.9])

    /// Series whose levels wander by so much a period, each its own way.
    private func draw(_ count: Int, wander: Double, seed: UInt64) -> [[Double]] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            var level = 10.0
            return (0..<Self.periods + Self.horizon).map { _ in
                level *= 1 + wander * random.normal()
                return Double(random.poisson(max(0.1, level)))
            }
        }
    }

    private func record(_ series: some Sequence<[Double]>) -> CommonRecord {
        var record = CommonRecord(periods: Self.periods)
        for values in series { engine.add(Array(values.prefix(Self.periods)), to: &record) }
        return record
    }

    @Test func levelsThatWanderAreOffByMore() throws {
        let still = try #require(record(draw(100, wander: 0, seed: 1)).relativeError)
        let wandering = try #require(record(draw(100, wander: 0.1, seed: 1)).relativeError)
        #expect(still < 0.12 && wandering > 0.2 && wandering < 0.4, "\(still), \(wandering)")
        #expect(record(draw(9, wander: 0.1, seed: 1)).relativeError == nil, "errors of a few are their own")
    }

    @Test func partsAddUpAlike() throws {
        let series = draw(40, wander: 0.1, seed: 2)
        var half = record(series[20...])
        half.merge(record(series[..<20]))
        #expect(half == record(series) && half.relativeError == record(series).relativeError)
    }

    /// Of those whose own past shows the least of it, too few sums lie within their quantiles; beside like series as many as
    /// said.
    @Test(arguments: 3...5 as ClosedRange<UInt64>) func theLuckyAreNoSurerThanTheirLike(seed: UInt64) throws {
        let series = draw(400, wander: 0.1, seed: seed)
        let usual = try #require(record(series).relativeError)
        let outlooks = try series.map { values in
            let known = Array(values.prefix(Self.periods))
            return (
                alone: try #require(engine.forecast(known)),
                beside: try #require(engine.forecast(known, usualError: usual)),
                sum: values.suffix(Self.horizon).reduce(0, +)
            )
        }
        let lucky = outlooks.sorted { $0.alone.spread.relativeError < $1.alone.spread.relativeError }.prefix(100)
        func coverage(_ of: (DemandOutlook, DemandOutlook) -> DemandOutlook) -> Double {
            let inside = lucky.count { one in
                let rows = of(one.alone, one.beside).cumulativeQuantiles
                return rows[0][Self.horizon - 1] <= one.sum && one.sum <= rows[1][Self.horizon - 1]
            }
            return Double(inside) / 100
        }
        let (alone, beside) = (coverage { one, _ in one }, coverage { _, other in other })
        #expect(alone < 0.7 && beside > alone, "\(alone), \(beside)")
        #expect(zip(lucky.map(\.alone.mean), lucky.map(\.beside.mean)).allSatisfy { $0 == $1 })
    }
}
