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

    @Test func theOrderLevelIsWhatTheReadmeSays() {
        let demand = LeadTimeDemand(dailyMean: 30, dailyDeviation: 5, days: 10, daysDeviation: 2)
        let gamma = GammaDistribution(mean: demand.mean, variance: demand.variance)
        #expect(isClose(ServiceTarget.cycleService(0.95).level(for: gamma), 408.8, absolute: 0.05))
        #expect(isClose(demand.leadTimeShare, 0.935, absolute: 0.0005))
    }
}
