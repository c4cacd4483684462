import Testing

@testable import Statistics

@Suite struct SeasonalityTests {
    static func values(_ indices: [Double]) -> [Double] {
        (0..<14).map { 60 + Double($0) + indices[$0 % indices.count] + Double(($0 * 7) % 5) }
    }

    /// By statsmodels 0.15, seasonal_decompose.
    @Test(arguments: [
        ([9.0, -3, 4, -10], [9.026041666666666, -3.2864583333333335, 4.026041666666666, -9.765625], true),
        ([9.0, -3, 4, -12, 2], [7.0, -3, 6, -13, 3], true),
        (
            [9.0, -3, 4, -10],
            [1.1325464544855015, 0.9507134373057745, 1.0594779298652333, 0.8572621783434904], false
        ),
        (
            [9.0, -3, 4, -12, 2],
            [
                1.1009394675747413, 0.9574711120324909, 1.09044195749484, 0.8072085155401055, 1.0439389473578229,
            ], false
        ),
    ]) func decompositionAgreesWithTheReference(season: [Double], expected: [Double], isAdditive: Bool) throws {
        let found = try #require(
            SeasonalIndices(
                isAdditive ? .additive : .multiplicative, of: Self.values(season), season: season.count))
        #expect(areClose(found.indices, expected, relative: 1e-12))
    }

    @Test func seasonsThatCannotMultiplyAreRefused() {
        #expect(SeasonalIndices(.multiplicative, of: [1, -1, 1, -1, 1, -1, 1, -1], season: 2) == nil)
        #expect(SeasonalIndices(.multiplicative, of: [Double](repeating: 0, count: 8), season: 4) == nil)
        #expect(SeasonalIndices(.additive, of: [1, 2, 3, 4, 5, 6, 7], season: 4) == nil)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func removingAndRestoringIsTheSame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(6, count: 31, random: &random)
        for kind in [SeasonalIndices.Kind.additive, .multiplicative] {
            let indices = try #require(SeasonalIndices(kind, of: values, season: 6))
            let plain = SeriesForecast(mean: indices.removed(from: values), errors: [], method: "")
            #expect(areClose(indices.restored(to: plain, after: 0).mean, values, relative: 1e-12))
        }
    }

    /// White noise is taken for a season at the level of the test, two-sided 10 %, and a clear season always.
    @Test func theTestHoldsItsLevel() {
        var random = SplitMix64(seed: 11)
        let noise = (0..<2000).count { _ in
            SeasonalIndices.isSeen(in: (0..<120).map { _ in random.normal() }, season: 12)
        }
        #expect(noise > 60 && noise < 240)
        let clear = (0..<200).count { _ in
            SeasonalIndices.isSeen(in: SeriesSamples.seasonal(12, count: 60, random: &random), season: 12)
        }
        #expect(clear > 190)
        #expect(!SeasonalIndices.isSeen(in: SeriesSamples.climbing, season: 1))
        #expect(!SeasonalIndices.isSeen(in: [Double](repeating: 2, count: 40), season: 4))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func forecastsRepeatTheSeason(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(4, count: 60, random: &random)
        let forecast = try #require(Theta.seasonal(.dynamicOptimised, season: 4).forecast(values, horizon: 8))
        let whole = values.suffix(8)
        let (low, high) = try (#require(whole.min()), #require(whole.max()))
        let (least, most) = try (#require(forecast.mean.min()), #require(forecast.mean.max()))
        #expect(most - least > 0.4 * (high - low))
    }
}
