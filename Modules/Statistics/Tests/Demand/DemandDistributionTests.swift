import Statistics
import Testing

@Suite struct DemandDistributionTests {
    static let distributions: [DemandDistribution] = [
        .units(NegativeBinomial(mean: 3, variance: 9)), .amounts(mean: 3.5, variance: 2),
        .amounts(mean: 3.5, variance: 0),
        .sample(WeightedSample([0, 0, 12, 24, 0, 6])),
    ]

    @Test(arguments: distributions) func cdfRisesFromNothingToOneAndQuantilesInvertIt(demand: DemandDistribution) {
        var last = 0.0
        for step in 0...200 {
            let share = demand.cdf(Double(step) / 4)
            #expect(share >= last && share <= 1)
            last = share
        }
        #expect(last > 0.99 && demand.cdf(-0.001) == 0)
        for p in [0.05, 0.3, 0.5, 0.8, 0.95] {
            let amount = demand.quantile(p)
            #expect(amount >= 0 && demand.cdf(amount) >= p - 1e-9)
        }
    }

    @Test func aSampleWeighsItsValues() {
        let sample = WeightedSample([4, 0, 8], weights: [1, 2, 1])
        #expect(sample.mean == 3 && sample.variance == 11)
        #expect(sample.cdf(0) == 0.5 && sample.cdf(3.9) == 0.5 && sample.cdf(8) == 1)
        #expect(sample.quantile(0.5) == 0 && sample.quantile(0.51) == 4 && sample.quantile(1) == 8)
        #expect(WeightedSample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).quantile(0.3) == 3)
    }

    @Test func spreadGrowsWithTheWindow() {
        let spread = DemandSpread(dispersion: 2, relativeError: 0.5)
        #expect(spread.variance(of: 4) == 8 + 4)
        #expect(spread.variance(of: 40) == 80 + 400)
    }

    /// Sums of drawn periods have the moments of sums of independent periods, and with an uncertain level more variance.
    @Test(arguments: [0.0, 0.3]) func drawnSumsHaveTheMomentsOfSums(relativeError: Double) throws {
        let periods = WeightedSample([0, 0, 0, 12, 0, 24, 0, 6])
        var random = SplitMix64(seed: 11)
        let factors = [1, 1, 2, 1.0]
        let (mean, variance) = (periods.mean * 5, periods.variance * 7)
        var (seenMean, seenVariance) = (0.0, 0.0)
        for _ in 0..<50 {
            let sums = DemandBootstrap(periods: periods, relativeError: relativeError).sums(
                factors: factors, random: &random)
            #expect(sums.count == 4)
            let last = try #require(sums.last)
            #expect(last.values.allSatisfy { $0 >= 0 })
            seenMean += last.mean / 50
            seenVariance += last.variance / 50
        }
        #expect(isClose(seenMean, mean, relative: 0.02), "\(seenMean), \(mean)")
        let level = relativeError * relativeError
        #expect(isClose(seenVariance, variance * (1 + level) + level * mean * mean, relative: 0.1), "\(seenVariance)")
    }
}
