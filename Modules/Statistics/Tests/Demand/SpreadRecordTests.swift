import Testing

@testable import Statistics

@Suite struct SpreadRecordTests {
    /// Errors drawn from a spread give it back.
    @Test func aSpreadIsToldFromItsErrors() {
        var random = SplitMix64(seed: 12)
        var (dispersion, relative) = (0.0, 0.0)
        let rounds = 300
        for _ in 0..<rounds {
            var record = SpreadRecord(dispersion: 1, relativeError: 0, mean: 1, periods: 1e-6, horizon: 8)
            for _ in 0..<40 {
                let level = 1 + 0.3 * random.normal()
                record.add(
                    Array(repeating: 20, count: 8),
                    (0..<8).map { _ in 20 * level + 60.0.squareRoot() * random.normal() }, share: 1)
            }
            dispersion += record.spread.dispersion / Double(rounds)
            relative += record.spread.relativeError / Double(rounds)
        }
        #expect((2.7...3.3).contains(dispersion), "\(dispersion)")
        #expect((0.24...0.32).contains(relative), "\(relative)")
    }

    /// Errors that cancel in each window say that the level was exact, but two windows of like series that missed by 0.3
    /// count beside them: 0.3² · 2 / (n + 2). Each window leaves nine tenths of those before it.
    @Test(arguments: [1.0, 0.25], [2, 6, 48]) func likeSeriesCountForTwoWindows(share: Double, forecasts: Int) {
        var record = SpreadRecord(
            dispersion: 1, relativeError: 0, mean: 1, periods: 1e-6, horizon: 2, usualError: 0.3)
        for _ in 0..<forecasts { record.add([20, 20], [35, 5], share: share) }
        let windows = (0..<forecasts).reduce(0.0) { sum, _ in 0.9 * sum + share }
        #expect(isClose(record.spread.relativeError, 0.3 * (2 / (windows + 2)).squareRoot()))
        #expect(isClose(record.spread.variance(of: 20), 225, relative: 1e-4), "single periods come out as they were")
    }

    @Test func aLevelIsOffByNoMoreThanItself() {
        var record = SpreadRecord(dispersion: 1, relativeError: 0, mean: 1, periods: 1e-6, horizon: 4)
        for _ in 0..<9 { record.add([1, 1, 1, 1], [9, 9, 9, 9], share: 1) }
        #expect(record.spread.relativeError == 1)
        #expect(isClose(record.spread.variance(of: 1), 64, relative: 1e-4))
    }
}
