import Statistics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct ElasticityEstimateTests {
    static let prices: [Double] = [
        20, 20, 20, 20, 18, 18, 18, 22, 22, 22, 22, 19, 19, 19, 17, 17, 17, 17, 21, 21, 21, 20, 20, 20,
    ]
    static let promoted: [Double] = [0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0]
    static let calm: [Double] = [5, 6, 11, 4, 7, 9, 16, 3, 4, 7, 2, 8, 6, 7, 11, 21, 9, 12, 3, 5, 9, 6, 3, 7]
    static let wild: [Double] = [9, 2, 14, 4, 3, 13, 16, 1, 4, 9, 2, 15, 2, 7, 20, 21, 5, 12, 1, 5, 12, 6, 1, 9]

    private static func history(
        _ units: [Double?], prices: [Double?] = prices, covariates: [[Double?]] = [promoted], strata: [Int] = [],
        blocks: [Int] = []
    ) -> PriceHistory {
        PriceHistory(units: units, prices: prices, covariates: covariates, strata: strata, blocks: blocks)
    }

    /// statsmodels' GLM with the negative binomial family, α by the same moments; the jackknife by numpy.
    @Test func agreesWithAGeneralisedLinearModel() throws {
        let calm = try ElasticityEstimate(Self.history(Self.calm))
        #expect(isClose(calm.value, -4.42797333, relative: 1e-8) && calm.overdispersion == 0)
        #expect(isClose(try #require(calm.covariateEffects[0]), 0.70893261, relative: 1e-7))
        #expect(isClose(calm.deviation, 0.3648778675542767, relative: 1e-6))
        #expect(calm.periods == 24 && calm.blocks == 7 && calm.units == 181)

        let wild = try ElasticityEstimate(Self.history(Self.wild))
        #expect(isClose(wild.value, -5.04384943, relative: 1e-6))
        #expect(isClose(wild.overdispersion, 0.18759157222156456, relative: 1e-5))
        #expect(isClose(wild.deviation, 0.681990852825668, relative: 1e-5))
    }

    /// Twice the price in another currency, or sales seen half of the time, change levels only.
    @Test func neitherScaleNorExposureChangesIt() throws {
        let plain = try ElasticityEstimate(Self.history(Self.wild))
        let dear = try ElasticityEstimate(Self.history(Self.wild, prices: Self.prices.map { $0 * 2 }))
        #expect(isClose(dear.value, plain.value, relative: 1e-7))
        let hidden = PriceHistory(
            units: Self.wild, prices: Self.prices, exposure: Array(repeating: 0.5, count: 24),
            covariates: [Self.promoted])
        #expect(isClose(try ElasticityEstimate(hidden).value, plain.value, relative: 1e-7))
    }

    @Test func whatIsUnknownIsLeftOut() throws {
        let units: [Double?] = Self.wild + [nil, 900, 900, 900]
        let prices: [Double?] = Self.prices + [20, nil, 20, 20]
        let promoted: [Double?] = Self.promoted + [0, 0, nil, 0]
        let exposure = [Double](repeating: 1, count: 27) + [0]
        let holes = PriceHistory(units: units, prices: prices, exposure: exposure, covariates: [promoted])
        #expect(try ElasticityEstimate(holes) == ElasticityEstimate(Self.history(Self.wild)))
    }

    /// Two shops of one product, one of them ten times the size.
    @Test func strataHaveTheirOwnLevels() throws {
        let both = Self.history(
            Self.calm + Self.calm.map { $0 * 10 }, prices: Self.prices + Self.prices,
            covariates: [Self.promoted + Self.promoted],
            strata: Array(repeating: 4, count: 24) + Array(repeating: 2, count: 24))
        let estimate = try ElasticityEstimate(both)
        #expect(isClose(estimate.value, -4.43, absolute: 0.15), "\(estimate.value)")
        #expect(estimate.blocks == 14)
    }

    @Test func aCovariateThatNeverMovesHasNoEffect() throws {
        let still = [Double](repeating: 1e6, count: 24)
        let estimate = try ElasticityEstimate(
            Self.history(Self.calm, covariates: [still, Self.promoted, Self.promoted]))
        #expect(estimate.covariateEffects[0] == nil && estimate.covariateEffects[2] == nil)
        #expect(isClose(estimate.value, -4.42797333, relative: 1e-7))
    }

    /// A competitor who follows at 0.9: whatever the own price is said to do less, that one did.
    @Test func whoBelievesAnotherElasticityGetsTheEffectsBesideIt() throws {
        let competitors = Self.prices.enumerated().map { day, price in 0.9 * log(price) + (day % 2 == 0 ? 0.01 : -0.01)
        }
        let estimate = try ElasticityEstimate(Self.history(Self.calm, covariates: [competitors, Self.promoted]))
        #expect(estimate.covariateEffects(at: estimate.value) == estimate.covariateEffects)
        let own = try #require(estimate.covariateEffects[0])
        let beside = try #require(estimate.covariateEffects(at: estimate.value - 1)[0])
        #expect(isClose(beside - own, 1 / 0.9, absolute: 0.05), "\(beside - own)")
    }

    @Test func tooLittleIsUnknownWithTheNumbers() {
        #expect(throws: ElasticityUnknown.tooFewPeriods(found: 5, expected: 10)) {
            try ElasticityEstimate(
                Self.history(Array(Self.calm[..<5]), prices: Array(Self.prices[..<5]), covariates: [[0, 0, 1, 0, 0]]))
        }
        #expect(throws: ElasticityUnknown.tooFewUnits(found: 24, expected: 30)) {
            try ElasticityEstimate(Self.history(Array(repeating: 1, count: 24)))
        }
        #expect(throws: ElasticityUnknown.tooFewPrices(found: 1, expected: 4)) {
            try ElasticityEstimate(Self.history(Self.calm, prices: Array(repeating: 20, count: 24)))
        }
        let narrow = Self.prices.map { $0 > 20 ? 20.2 : 20 }
        #expect(throws: ElasticityUnknown.tooNarrowPrices(ratio: exp(log(20.2)) / exp(log(20)), expected: 1.02)) {
            try ElasticityEstimate(Self.history(Self.calm, prices: narrow))
        }
    }

    @Test func aPriceThatMovesWithSomethingElseIsInseparable() {
        let competitors = Self.prices.map { 0.3 + 0.9 * log($0) }
        #expect(throws: ElasticityUnknown.inseparable) {
            try ElasticityEstimate(Self.history(Self.calm, covariates: [competitors, Self.promoted]))
        }
    }

    @Test func aSingleTrialIsNoEvidence() {
        let prices = Self.prices.indices.map { $0 < 20 ? 20.0 : 18.0 }
        #expect(throws: ElasticityUnknown.singleTrial) {
            try ElasticityEstimate(
                Self.history(Self.calm, prices: prices, covariates: [], blocks: Self.prices.indices.map { $0 / 4 }))
        }
    }

    @Test func salesThatEndWithAPriceAreUnsettled() {
        let units = Self.prices.map { $0 > 18 ? 0.0 : 8 }
        let close = Self.prices.map { 20 + ($0 - 20) / 8 }
        #expect(throws: ElasticityUnknown.unsettled) {
            try ElasticityEstimate(Self.history(units, prices: close, covariates: []))
        }
    }

    /// The jackknife says how far the estimate would have come out otherwise; its mean over products is the truth.
    @Test func intervalsHoldTheTruthAsOftenAsTheySay() throws {
        var (inside, misses, count) = (0, 0.0, 0)
        var random = SplitMix64(seed: 11)
        for _ in 0..<250 {
            let truth = -2.2 + random.normal()
            let history = SimulatedPrices().draw(elasticity: truth, &random)
            guard let estimate = try? ElasticityEstimate(history) else { continue }
            count += 1
            misses += estimate.value - truth
            if abs(estimate.value - truth) < 1.2816 * estimate.deviation { inside += 1 }
        }
        let coverage = Double(inside) / Double(count)
        #expect(count > 220)
        #expect(coverage > 0.75 && coverage < 0.88, "\(coverage)")
        #expect(abs(misses / Double(count)) < 0.15, "\(misses / Double(count))")
    }
}
