import Statistics
import Testing

@Suite struct ThetaTests {
    /// By Nelder and Mead's search of scipy 1.17 from many starts, on the recursions of Fiorucci et al. 2016 written out in
    /// Python; statsforecast 2.1.1, which stops earlier, agrees to three or four digits.
    @Test(arguments: [
        (Theta.Variant.standard, [88.932982230208, 89.674305923201, 90.415629616193, 91.156953309185]),
        (.optimised, [91.743373255189, 93.226020641173, 94.708668027158, 96.191315413142]),
        (.dynamicStandard, [89.395462086204, 90.112539662323, 90.819378422712, 91.515949267413]),
        (.dynamicOptimised, [90.008274869839, 91.013522757211, 92.008952538613, 92.994695685853]),
        (.automatic, [91.743373255189, 93.226020641173, 94.708668027158, 96.191315413142]),
    ]) func climbingSeriesGoesOn(variant: Theta.Variant, expected: [Double]) throws {
        let forecast = try #require(Theta(variant).forecast(SeriesSamples.climbing, horizon: 4))
        #expect(areClose(forecast.mean, expected, relative: 3e-4))
    }

    @Test(arguments: [
        (Theta.Variant.standard, [80.290261035288, 79.415261035288, 78.540261035288, 77.665261035288]),
        (.optimised, [85.040243602296, 83.290243602296, 81.540243602296, 79.790243602296]),
        (.dynamicStandard, [78.666377874064, 77.725086560949, 76.773308645068, 75.816411817057]),
        (.dynamicOptimised, [79.182912521439, 77.266756074961, 75.323728220602, 73.358332592746]),
    ]) func fallingSeriesGoesOn(variant: Theta.Variant, expected: [Double]) throws {
        let forecast = try #require(Theta(variant).forecast(SeriesSamples.falling, horizon: 4))
        #expect(areClose(forecast.mean, expected, relative: 3e-4))
    }

    @Test func theAutomaticVariantSaysWhichItTook() throws {
        let forecast = try #require(Theta().forecast(SeriesSamples.climbing, horizon: 1))
        #expect(forecast.method == "theta(optimised)")
        #expect(Theta().forecast([Double](repeating: 1, count: 7), horizon: 1) == nil)
    }

    /// With θ = 2 half of a line's slope is expected to go on; with the best θ, all of it.
    @Test func aLineGoesOn() throws {
        let line = (0..<20).map { 5 + 3 * Double($0) }
        let half = try #require(Theta(.standard).forecast(line, horizon: 3))
        #expect(isClose(half.mean[2] - half.mean[1], 1.5, relative: 1e-9))
        let whole = try #require(Theta(.optimised).forecast(line, horizon: 3))
        #expect(areClose(whole.mean, [65, 68, 71], relative: 1e-9))
    }

    /// The standard deviation by step, against the scatter of simulated futures.
    @Test(arguments: [Theta.Variant.standard, .dynamicOptimised]) func deviationGrowsAsSimulated(
        variant: Theta.Variant
    ) throws {
        let forecast = try #require(Theta(variant).forecast(SeriesSamples.climbing, horizon: 6))
        #expect(zip(forecast.deviation, forecast.deviation.dropFirst()).allSatisfy { $0 < $1 })
        var random = SplitMix64(seed: 3)
        let model = ThetaFixture(variant, SeriesSamples.climbing)
        let first = forecast.deviation[0]
        let futures = (0..<8_000).map { _ in model.future(6) { first * random.normal() } }
        for step in 0..<6 {
            let mean = futures.reduce(0) { $0 + $1[step] } / 8_000
            let variance = futures.reduce(0) { $0 + ($1[step] - mean) * ($1[step] - mean) } / 8_000
            #expect(isClose(mean, forecast.mean[step], relative: 5e-3))
            #expect(isClose(forecast.deviation[step], variance.squareRoot(), relative: 0.04), "step \(step)")
        }
    }
}
