import Statistics
import Testing

/// Reference values were computed with `scipy.stats` 1.17 and `scipy.integrate.quad`.
@Suite struct GammaDemandTests {
    @Test(arguments: [
        (42.0, 63.0, 40.0, 4.208127448647365), (42, 63, 60, 0.0736035693326194),
        (0.5, 0.9, 1, 0.1926098497057113), (300, 3_850, 402.4, 2.0144758361031934),
        (10_000, 40_000, 10_100, 39.791186442949765), (5, 30, 0.2, 4.806748055890864),
    ])
    func gammaDemandFallsShortAsNumericalIntegrationSays(
        mean: Double, variance: Double, stock: Double, expected: Double
    ) {
        let demand = GammaDistribution(mean: mean, variance: variance)
        #expect(isClose(demand.mean, mean) && isClose(demand.variance, variance))
        #expect(isClose(demand.expectedShort(stock), expected, relative: 1e-9))
        #expect(demand.expectedShort(0) == demand.mean)
        #expect(isClose(demand.expectedShort(-3), demand.mean + 3))
    }

    @Test(arguments: [
        (42.0, 63.0, 40.0, 37.79187255135263, 12.809410997348778, 0.4235613982847396),
        (42, 63, 60, 41.92639643066738, 59.81880479392976, 0.9806610209037141),
        (0.5, 0.9, 1, 0.30739015029428873, 0.13984562781396673, 0.8444149090781996),
        (300, 3_850, 402.4, 297.9855241638968, 3_307.23382347569, 0.9406341241931918),
        (5, 30, 0.2, 0.19325194410913582, 0.0009095600157110056, 0.061528416579454834),
    ])
    func gammaDemandSellsFromAStockAsNumericalIntegrationSays(
        mean: Double, variance: Double, stock: Double, sold: Double, scatter: Double, enough: Double
    ) {
        let found = GammaDistribution(mean: mean, variance: variance).sold(from: stock)
        #expect(isClose(found.mean, sold, relative: 1e-9))
        #expect(isClose(found.variance, scatter, relative: 1e-7))
        #expect(isClose(found.enough, enough, relative: 1e-9))
    }

    /// Less is short of a larger stock, never more than one unit less for one unit more, and
    /// what is short and what is sold add up to demand.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func whatIsShortFallsWithStock(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let mean = random.powerOfTen(-1...3)
        let dispersion = 1 + 5 * random.uniform()
        let gamma = GammaDistribution(mean: mean, variance: dispersion * mean)
        let stocks = (0...60).map { Double($0) * max(1, (mean / 20).rounded()) }
        for (less, more) in zip(stocks, stocks.dropFirst()) {
            let (short, shorter) = (gamma.expectedShort(less), gamma.expectedShort(more))
            #expect(shorter <= short + 1e-9 * mean, "\(gamma) at \(less)")
            #expect(short - shorter <= more - less + 1e-9 * mean, "\(gamma) at \(less)")
        }
        for stock in stocks {
            #expect(isClose(gamma.sold(from: stock).mean + gamma.expectedShort(stock), mean, relative: 1e-9))
        }
    }
}
