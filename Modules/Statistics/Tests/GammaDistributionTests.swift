import Statistics
import Testing

@Suite struct GammaDistributionTests {
    @Test func momentsFollowShapeAndRate() {
        let gamma = GammaDistribution(shape: 6, rate: 4)
        #expect(gamma.mean == 1.5)
        #expect(gamma.variance == 0.375)
    }

    @Test(arguments: gammaQuantileGolden) func quantilesAgree(shape: Double, p: Double, expected: Double) {
        let value = GammaDistribution(shape: shape, rate: 1).quantile(p)
        #expect(isClose(value, expected), "\(value)")
    }

    @Test func rateOnlyScales() {
        let (unit, scaled) = (GammaDistribution(shape: 3, rate: 1), GammaDistribution(shape: 3, rate: 40))
        #expect(isClose(scaled.quantile(0.9) * 40, unit.quantile(0.9)))
        #expect(isClose(scaled.cdf(0.1), unit.cdf(4)))
    }

    @Test func endsAreTheSupport() {
        let gamma = GammaDistribution(shape: 2, rate: 3)
        #expect(gamma.quantile(0) == 0)
        #expect(gamma.quantile(1) == .infinity)
        #expect(gamma.cdf(-1) == 0)
        #expect(gamma.cdf(.infinity) == 1)
    }

    @Test func quantilesBelowTheSmallestNumberAreZero() {
        #expect(GammaDistribution(shape: 1e-3, rate: 1).quantile(0.1) == 0)
    }

    @Test(arguments: [1e-3, 0.01, 0.3, 0.99, 1, 1.01, 7, 150, 1e4, 1e6, 1e7])
    func quantileInvertsAndNeverFalls(shape: Double) {
        let gamma = GammaDistribution(shape: shape, rate: 0.5)
        var last = 0.0
        for p in [1e-300, 1e-30, 1e-9, 0.01, 0.1, 0.25, 0.5, 0.5 + 1e-9, 0.75, 0.9, 0.99, 1 - 1e-9, 1 - 0x1p-53] {
            let x = gamma.quantile(p)
            #expect(x >= last, "p \(p)")
            last = x
            // One step of x in its last place moves the probability by about √shape of its own.
            let reached = gamma.cdf(x)
            #expect(x == 0 || isClose(reached, p, relative: 1e-9), "p \(p), x \(x), reached \(reached)")
        }
    }
}
