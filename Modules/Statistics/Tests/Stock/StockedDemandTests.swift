import Statistics
import Testing

/// Reference values were computed with `scipy.stats` 1.17 and `scipy.integrate.quad`.
@Suite struct StockedDemandTests {
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

    @Test(arguments: [
        (2.0, 1.5, 3.0, 0.8267032464563329, 0.3388203017832649, [0.0, 2, 5, 10]),
        (42, 1.5, 40, 0.441066008551361, 4.226505939024468, [30, 42, 56, 69]),
        (42, 4, 60, 0.9137585734081873, 0.7230266620970697, [23, 41, 65, 92]),
        (0.3, 2.5, 0, 0.8325532074018731, 0.3, [0, 0, 2, 8]),
        (300, 12.8, 402, 0.941322769655751, 1.997855956538443, [206, 296, 408, 527]),
        (5, 1, 7, 0.8666283259299925, 0.255480966645255, [2, 5, 9, 13]),
        (2_000, 3, 2_100, 0.9015603037627101, 3.7799702697912223, [1_874, 1_999, 2_129, 2_247]),
    ])
    func negativeBinomialDemandAgreesWithTheReference(
        mean: Double, dispersion: Double, stock: Double, cdf: Double, short: Double, quantiles: [Double]
    ) {
        let demand = NegativeBinomialDemand(mean: mean, dispersion: dispersion)
        #expect(isClose(demand.cdf(stock), cdf, relative: 1e-9))
        #expect(isClose(demand.cdf(stock + 0.9), cdf, relative: 1e-9))
        #expect(isClose(demand.expectedShort(stock), short, relative: 1e-7))
        #expect([0.05, 0.5, 0.95, 0.999].map(demand.quantile) == quantiles)
    }

    @Test func negativeBinomialDemandStaysClearOfTheEdges() {
        let demand = NegativeBinomialDemand(mean: 3, dispersion: 2)
        #expect(demand.cdf(-1) == 0 && demand.cdf(.infinity) == 1)
        #expect(demand.quantile(0) == 0 && demand.quantile(1) == .infinity)
        #expect(demand.expectedShort(-2) == 5)
        let almostPoisson = NegativeBinomialDemand(mean: 3, dispersion: 1 + 1e-7)
        #expect(isClose(almostPoisson.cdf(4), NegativeBinomialDemand(mean: 3, dispersion: 1).cdf(4), relative: 1e-5))
    }

    /// The normal loss function of the textbook: one deviation above the mean, 0.0833 of a deviation is short.
    @Test func normalDemandFallsShortAsTheTextbooksTableSays() {
        let demand = NormalDemand(mean: 100, variance: 400)
        #expect(isClose(demand.expectedShort(120) / 20, 0.0833, relative: 1e-3))
        #expect(isClose(demand.expectedShort(100) / 20, 0.3989, relative: 1e-3))
        let certain = NormalDemand(mean: 7, variance: 0)
        #expect(certain.cdf(6.9) == 0 && certain.cdf(7) == 1 && certain.quantile(0.99) == 7)
        #expect(certain.expectedShort(5) == 2 && certain.expectedShort(9) == 0)
    }

    /// Whatever the distribution: less is short of a larger stock, never more than one unit less for one unit more, and
    /// what is short and what is sold add up to demand.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func whatIsShortFallsWithStock(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let mean = random.powerOfTen(-1...3)
        let dispersion = 1 + 5 * random.uniform()
        let gamma = GammaDistribution(mean: mean, variance: dispersion * mean)
        let demands: [any StockedDemand] = [
            NormalDemand(mean: mean, variance: dispersion * mean), gamma,
            NegativeBinomialDemand(mean: mean, dispersion: dispersion),
        ]
        let stocks = (0...60).map { Double($0) * max(1, (mean / 20).rounded()) }
        for demand in demands {
            for (less, more) in zip(stocks, stocks.dropFirst()) {
                let (short, shorter) = (demand.expectedShort(less), demand.expectedShort(more))
                #expect(shorter <= short + 1e-9 * mean, "\(demand) at \(less)")
                #expect(short - shorter <= more - less + 1e-9 * mean, "\(demand) at \(less)")
            }
        }
        for stock in stocks {
            #expect(isClose(gamma.sold(from: stock).mean + gamma.expectedShort(stock), mean, relative: 1e-9))
        }
    }
}
