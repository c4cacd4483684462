import Statistics
import Testing

@Suite struct MixtureQuantileTests {
    @Test func findsTheQuantileOfAKnownDistribution() {
        let gamma = GammaDistribution(shape: 4, rate: 0.5)
        let found = quantile(of: gamma.cdf, 0.9, in: 0...100)
        #expect(isClose(found, gamma.quantile(0.9), absolute: 1e-7))
        #expect(gamma.cdf(found) >= 0.9)
    }

    /// Nothing is lost with probability 0.3, else an evenly spread 0 to 10: P90 is 10·(0.9 - 0.3)/0.7.
    @Test func meetsALumpAtZero() {
        let cdf = { (x: Double) in x < 0 ? 0 : 0.3 + 0.7 * min(x / 10, 1) }
        #expect(quantile(of: cdf, 0.1, in: 0...10) == 0)
        #expect(quantile(of: cdf, 0.3, in: 0...10) == 0)
        #expect(isClose(quantile(of: cdf, 0.9, in: 0...10), 60.0 / 7, absolute: 1e-8))
    }

    @Test func jumpsAreMetOnTheirRight() {
        let step = { (x: Double) in x < 2.5 ? 0.2 : 0.8 }
        let found = quantile(of: step, 0.5, in: 0...8, tolerance: 1e-6)
        #expect(found >= 2.5 && found <= 2.5 + 8e-6)
    }

    @Test func answersOutsideTheBracketAreItsBounds() {
        let even = { (x: Double) in min(max(x, 0), 1) }
        #expect(quantile(of: even, 0.1, in: 0.5...0.7) == 0.5)
        #expect(quantile(of: even, 0.9, in: 0.5...0.7) == 0.7)
        #expect(quantile(of: even, 0.6, in: 0.6...0.6) == 0.6)
    }

    @Test func aToleranceBelowTheLastPlaceStillEnds() {
        let found = quantile(of: { $0 }, 0.3, in: 0...1, tolerance: 1e-300)
        #expect(found == 0.3)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func neverFallsInP(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = (0..<3).map { _ in GammaDistribution(shape: 0.2 + 9 * random.uniform(), rate: 1) }
        let mixture = { (x: Double) in parts.reduce(0) { $0 + $1.cdf(x) / 3 } }
        let quantiles = stride(from: 0.05, to: 1, by: 0.05).map { quantile(of: mixture, $0, in: 0...100) }
        #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
