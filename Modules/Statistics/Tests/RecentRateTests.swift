import Statistics
import Testing

@Suite struct RecentRateTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func isTheRunRateOfTheSameDays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let days: [(units: Double?, exposure: Double)] = (0..<60).map { _ in
            (random.uniform() < 0.1 ? nil : Double(random.poisson(5)), 0.1 + random.uniform())
        }
        var recent = RecentRate(halfLifeDays: 28)
        #expect(recent.rate == nil)
        for day in days { recent.addDay(units: day.units, exposure: day.exposure) }
        let estimate = try #require(
            RunRate.estimate(units: days.map(\.units), exposure: days.map(\.exposure), halfLifeDays: 28))
        #expect(abs(try #require(recent.rate) / estimate.rate - 1) < 1e-12)
    }

    @Test(arguments: [(3.0, 1.0, 0.049_787_068), (3, 2, 0.125), (4.5, 4, 0.125), (0, 3, 1)])
    func quietDaysAreAsLikelyAsTheNegativeBinomialSays(mean: Double, dispersion: Double, expected: Double) {
        #expect(abs(QuietRun.probability(expecting: mean, dispersion: dispersion) - expected) < 1e-9)
    }

    @Test func quietDaysAreLikelierTheMoreSalesClump() {
        let chances = [1, 1 + 1e-9, 1.5, 3, 10].map { QuietRun.probability(expecting: 6, dispersion: $0) }
        #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 <= $1 + 1e-8 })
    }

    @Test func silencesBeforeSalesAreAsLikelyAsSalesThatAllFallLater() {
        #expect(abs(QuietRun.probability(of: 30, before: 2, in: 10) - 1.0 / 16) < 1e-12)
        #expect(QuietRun.probability(of: 30, before: 0, in: 0) == 1)
        #expect(QuietRun.probability(of: 0, before: 9, in: 5) == 1)
        var random = SplitMix64(seed: 4)
        let rounds = 20_000
        let late = (0..<rounds).count { _ in (0..<3).allSatisfy { _ in random.uniform() > 0.4 } }
        #expect(abs(Double(late) / Double(rounds) - QuietRun.probability(of: 40, before: 3, in: 60)) < 0.01)
    }
}
