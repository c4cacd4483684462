import Statistics
import Testing

/// The README's example, with the numbers it states.
@Suite struct ExampleTests {
    @Test func theRunRateIsWhatTheReadmeSays() throws {
        let estimate = try #require(
            RunRate.estimate(
                units: [8, 0, nil, 3, 9], exposure: [1, 0, 1, 0.5, 1], prior: GammaPrior(shape: 12, rate: 2)))
        #expect(isClose(estimate.rate, 7.11, absolute: 0.005))
        #expect(isClose(estimate.priorWeight, 0.44, absolute: 0.005))
        #expect(estimate.daysUsed == 3 && estimate.daysLeftOut == 1)
    }

    @Test func theSurvivalIsWhatTheReadmeSays() {
        let record = SurvivalRecord([(1, true), (2, true), (2, false), (4, true), (7, false), (9, true), (15, false)])
        let probabilities = Survival(priorMeanDays: 10, record: record).probabilities(age: 3, horizon: 4)
        #expect(zip(probabilities, [1, 0.853, 0.794, 0.739]).allSatisfy { isClose($0, $1, absolute: 0.0005) })
    }

    @Test func theSeriesGoesOnAsTheReadmeSays() throws {
        let quarters: [Double] = [112, 85, 101, 80, 121, 93, 108, 88, 127, 99, 117, 95, 136, 104, 124, 101]
        let coming = try #require(ETS(season: 4, rule: .weighted).forecast(quarters, horizon: 4))
        #expect(zip(coming.mean, [143.1, 112.9, 130.6, 108.7]).allSatisfy { isClose($0, $1, absolute: 0.05) })
    }

    @Test func theForecastIsWhatTheReadmeSays() throws {
        let weeks: [Double?] = [0, 2, 0, nil, 1, 0, 0, 4, 0, 1, 0, 0, 3, 0, 2, 0]
        let outlook = try #require(AutomaticForecast(seasonLength: 52, horizon: 4).forecast(weeks))
        #expect(outlook.mean.allSatisfy { isClose($0, 0.8, absolute: 0.005) })
        #expect(outlook.demand(over: 0..<4).quantile(0.95) == 12)
    }

    @Test func theOrderLevelIsWhatTheReadmeSays() {
        let demand = GammaDistribution(mean: 300, variance: 10 * 25 + 900 * 4)
        #expect(isClose(ServiceTarget.cycleService(0.95).level(for: demand), 408.8, absolute: 0.05))
    }

    @Test func theScoreIsWhatTheReadmeSays() throws {
        let cover = ScoreColumn("days of cover", .falling, [1, 2, 4, 8, 9, 12, 20, nil])
        let score = try #require(
            AdditiveScore.fitted(
                to: [cover], happened: [true, true, true, false, true, false, false, false], intervals: 3, ridge: 0.5))
        #expect(score.parts[0].limits == [4, 9])
        #expect(isClose(score.probability(of: [3]), 0.76, absolute: 0.005))
        #expect(isClose(score.probability(of: [10]), 0.23, absolute: 0.005))
        #expect(isClose(score.probability(of: [nil]), 0.30, absolute: 0.005))
    }

    @Test func theElasticityIsWhatTheReadmeSays() throws {
        let own = try ElasticityEstimate(
            PriceHistory(
                units: ElasticityEstimateTests.wild, prices: ElasticityEstimateTests.prices,
                covariates: [ElasticityEstimateTests.promoted]))
        #expect(isClose(own.value, -5.04, absolute: 0.005) && isClose(own.deviation, 0.68, absolute: 0.005))
        let believed = ElasticityPrior.literature.updated(by: own)
        #expect(isClose(believed.mean, -4.63, absolute: 0.005) && isClose(believed.priorWeight, 0.17, absolute: 0.005))
    }
}
