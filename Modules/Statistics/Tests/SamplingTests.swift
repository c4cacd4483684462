import Statistics
import Testing

@Suite struct SamplingTests {
    /// By the reference algorithm in Python's unbounded integers, reduced modulo 2⁶⁴.
    @Test func bitsAreThoseOfTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.allSatisfy { $0 == random.next() })
    }

    @Test func equalSeedsGiveEqualSamples() {
        func draw(_ seed: UInt64) -> [Double] {
            var random = SplitMix64(seed: seed)
            return [random.uniform(), random.normal(), random.gamma(0.4), Double(random.poisson(30))]
        }
        #expect(draw(9) == draw(9))
        #expect(draw(9) != draw(10))
    }

    @Test func uniformStaysBelowOne() {
        var random = SplitMix64(seed: 5)
        #expect((0..<10_000).allSatisfy { _ in (0..<1).contains(random.uniform()) })
    }

    @Test func aMeanOfZeroCountsNothing() {
        var random = SplitMix64(seed: 5)
        #expect((0..<100).allSatisfy { _ in random.poisson(0) == 0 })
    }

    @Test func uniformNormalAndExponentialHaveTheirMoments() {
        expectMoments(seed: 1, mean: 0.5, variance: 1.0 / 12) { $0.uniform() }
        expectMoments(seed: 2, mean: 0, variance: 1) { $0.normal() }
        expectMoments(seed: 6, mean: 1, variance: 1) { $0.exponential() }
    }

    @Test(arguments: [0.05, 0.7, 1, 2.5, 80]) func gammaHasItsMoments(shape: Double) {
        expectMoments(seed: 3, mean: shape, variance: shape) { $0.gamma(shape) }
    }

    @Test(arguments: [0.2, 3, 9.99, 10, 11, 60, 5_000]) func poissonHasItsMoments(mean: Double) {
        expectMoments(seed: 4, mean: mean, variance: mean) { Double($0.poisson(mean)) }
    }

    /// Over the cells of a gamma sample, Σ(seen - expected)²/expected is χ² with 19 degrees of freedom; its P99.9 is
    /// 43.8.
    @Test(arguments: [0.3, 1, 6.5]) func gammaFillsItsQuantilesEvenly(shape: Double) {
        var random = SplitMix64(seed: 6)
        let gamma = GammaDistribution(shape: shape, rate: 1)
        var cells = [Double](repeating: 0, count: 20)
        for _ in 0..<4_000 { cells[min(19, Int(gamma.cdf(random.gamma(shape)) * 20))] += 1 }
        let chiSquare = cells.reduce(0) { $0 + ($1 - 200) * ($1 - 200) / 200 }
        #expect(chiSquare < 43.8, "\(chiSquare)")
    }

    /// Mean and variance of 20,000 samples, within five of their standard errors.
    private func expectMoments(
        seed: UInt64, mean: Double, variance: Double, sourceLocation: SourceLocation = #_sourceLocation,
        _ sample: (inout SplitMix64) -> Double
    ) {
        var random = SplitMix64(seed: seed)
        let samples = (0..<20_000).map { _ in sample(&random) }
        let count = Double(samples.count)
        let seenMean = samples.reduce(0, +) / count
        let squares = samples.map { ($0 - seenMean) * ($0 - seenMean) }
        let seenVariance = squares.reduce(0, +) / (count - 1)
        let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
        let meanError = (variance / count).squareRoot()
        let varianceError = ((fourth - seenVariance * seenVariance) / count).squareRoot()
        #expect(abs(seenMean - mean) < 5 * meanError, "mean \(seenMean)", sourceLocation: sourceLocation)
        #expect(abs(seenVariance - variance) < 5 * varianceError, "\(seenVariance)", sourceLocation: sourceLocation)
    }
}
