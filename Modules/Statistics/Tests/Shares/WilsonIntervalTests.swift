import Statistics
import Testing

@Suite struct WilsonIntervalTests {
    /// By statsmodels' proportion_confint(method="wilson").
    @Test(arguments: [
        (8, 10, 0.95, 0.490_162_472, 0.943_317_849), (0, 12, 0.95, 0, 0.242_494_007), (5, 5, 0.8, 0.752_742_873, 1),
        (30, 200, 0.8, 0.120_499_354, 0.185_202_137),
    ])
    func agreesWithPublishedValues(successes: Int, trials: Int, confidence: Double, low: Double, high: Double) throws {
        let interval = try #require(WilsonInterval(successes: successes, trials: trials, confidence: confidence))
        #expect(abs(interval.low - low) < 1e-6 && abs(interval.high - high) < 1e-6, "\(interval)")
    }

    @Test func nothingIsKnownWithoutTrials() {
        #expect(WilsonInterval(successes: 0, trials: 0) == nil)
    }

    @Test(arguments: 1...400) func theBoundsHoldTheShareAtTheEnds(trials: Int) throws {
        let none = try #require(WilsonInterval(successes: 0, trials: trials, confidence: 0.95))
        let all = try #require(WilsonInterval(successes: trials, trials: trials, confidence: 0.95))
        #expect(none.low == 0 && none.high > 0 && all.high == 1 && all.low < 1)
    }

    /// Counts come in steps, so that the exact coverage, summed over the binomial distribution, lies about the 80 %.
    @Test(arguments: [(0.1, 0.820), (0.3, 0.774), (0.85, 0.734)])
    func holdsTheShareAboutAsOftenAsItSays(share: Double, exact: Double) throws {
        var random = SplitMix64(seed: 7)
        let runs = 4_000
        var held = 0
        for _ in 0..<runs {
            let successes = (0..<40).count { _ in random.uniform() < share }
            let interval = try #require(WilsonInterval(successes: successes, trials: 40))
            if interval.low <= share, share <= interval.high { held += 1 }
        }
        #expect(abs(Double(held) / Double(runs) - exact) < 0.03)
    }
}
