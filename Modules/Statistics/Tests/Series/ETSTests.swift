import Testing

@testable import Statistics

@Suite struct ETSTests {
    /// By statsforecast 2.1.1, pegelsresid_C, with α 0.3, β 0.1, γ 0.2, φ 0.9, first level 45, first slope 1.2 and a season
    /// of four.
    static let likelihoods: [(form: String, value: Double)] = [
        ("A,N,N", 229.79709878586382), ("M,N,N", 234.26314809877303), ("A,A,N", 222.38214215723872),
        ("M,A,N", 227.44021257112536), ("A,Ad,N", 222.5481249493608), ("M,Ad,N", 227.83295003283618),
        ("A,N,A", 231.89926996687612), ("M,N,A", 238.63924610566008), ("A,A,A", 228.0878666033117),
        ("M,A,A", 234.52374145880276), ("A,Ad,A", 228.20595172343545), ("M,Ad,A", 234.96710649677559),
        ("M,N,M", 244.08729350445293), ("M,A,M", 242.18474036403833), ("M,Ad,M", 242.18156654289507),
    ]
    /// 0.1 of 0.3 and 0.2 of 0.7: β and γ are searched as shares.
    static func parameters(_ form: ETSForm) -> ETSParameters {
        let point = SIMD8(0.3, 1.0 / 3, 2.0 / 7, 0.9, 0, 0, 0, 0)
        let (lower, upper) = ETSParameters.bounds(form)
        return ETSParameters(point.clamped(lowerBound: lower, upperBound: upper))
    }

    static func season(_ form: ETSForm) -> [Double] {
        switch form.season {
        case .none: [0]
        case .additive: [3, -1, 2, -4]
        case .multiplicative: [1.1, 0.9, 1.05, 0.95]
        }
    }

    @Test func likelihoodsOfAllFormsAgreeWithTheReference() throws {
        #expect(ETSForm.all.count == 15 && Self.likelihoods.count == 15)
        for (name, expected) in Self.likelihoods {
            let form = try #require(ETSForm.all.first { $0.description == name })
            var recursion = ETSRecursion(form, Self.parameters(form), level: 45, slope: form.trend == .none ? 0 : 1.2)
            var season = Self.season(form)
            let found = SeriesSamples.climbing.withUnsafeBufferPointer { values in
                season.withUnsafeMutableBufferPointer { recursion.likelihood(of: values, $0) }
            }
            #expect(isClose(found, expected, relative: 1e-9), "\(name)")
        }
    }

    @Test func unstableFormsDoNotExist() {
        #expect(ETSForm(.additive, .none, .multiplicative) == nil)
        #expect(ETSForm(.multiplicative, .damped, .additive)?.description == "M,Ad,A")
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func noGridIsMoreLikelyThanTheFit(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = SeriesSamples.seasonal(4, count: 48, random: &random)
        for form in ETSForm.all where form.errors == .multiplicative || form.trend != .none {
            let fit = try #require(ETSFit(form, to: values, season: 4))
            func likelihood(_ parameters: ETSParameters) -> Double {
                var recursion = ETSRecursion(form, parameters, level: fit.start.level, slope: fit.start.slope)
                var season = fit.start.season
                return values.withUnsafeBufferPointer { values in
                    season.withUnsafeMutableBufferPointer { recursion.likelihood(of: values, $0) }
                }
            }
            let found = likelihood(fit.parameters)
            let (lower, upper) = ETSParameters.bounds(form)
            for _ in 0..<200 {
                var point = lower
                for variable in 0..<4 { point[variable] += (upper[variable] - lower[variable]) * random.uniform() }
                #expect(found <= likelihood(ETSParameters(point)) + 0.05, "\(form)")
            }
        }
    }

    /// Standard deviations by the formulas of each class against the scatter of simulated futures.
    @Test(arguments: ETSForm.all) func deviationsGrowAsSimulated(form: ETSForm) {
        let (level, slope) = (100.0, form.trend == .none ? 0 : 1.5)
        let start = ETSStart(level: level, slope: slope, season: Self.season(form))
        let sigma = form.errors == .additive ? 6 : 0.06
        let recursion = ETSRecursion(form, Self.parameters(form), level: level, slope: slope)
        let ahead = recursion.ahead(6)
        let factors = (0..<6).map { start.season[$0 % start.season.count] }
        let mean = zip(ahead, factors).map { form.season == .multiplicative ? $0 * $1 : $0 + $1 }
        let variances = recursion.variances(
            ahead: form.season == .multiplicative ? ahead : mean, variance: sigma * sigma, season: start.season.count)

        var random = SplitMix64(seed: 5)
        var sums = [Double](repeating: 0, count: 6)
        let count = 8_000
        for _ in 0..<count {
            var (path, season) = (recursion, start.season)
            for step in 0..<6 {
                let expected = expectation(of: path, season[step % season.count])
                let error = sigma * random.normal() * (form.errors == .additive ? 1 : expected)
                _ = path.take(expected + error, &season[step % season.count])
                let off = expected + error - mean[step]
                sums[step] += off * off
            }
        }
        for step in 0..<6 {
            let factor = form.season == .multiplicative ? factors[step] : 1
            let simulated = (sums[step] / Double(count)).squareRoot()
            #expect(isClose(variances[step].squareRoot() * factor, simulated, relative: 0.04), "step \(step)")
        }
    }

    private func expectation(of path: ETSRecursion, _ season: Double) -> Double {
        let ahead = path.ahead(1)[0]
        return path.form.season == .multiplicative ? ahead * season : ahead + season
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func theRightKindOfModelIsChosen(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let flat = try #require(ETS().forecast((0..<100).map { _ in 50 + random.normal() }, horizon: 1))
        #expect(["ets(A,N,N)", "ets(M,N,N)"].contains(flat.method))
        let line = try #require(ETS().forecast((0..<100).map { 50 + Double($0) + random.normal() }, horizon: 10))
        #expect(!line.method.contains(",N,"))
        #expect(isClose(line.mean[9], 159, relative: 0.03))
        let season = try #require(
            ETS(season: 4).forecast((0..<80).map { [90, 100, 130, 80][$0 % 4] + random.normal() }, horizon: 4))
        #expect(!season.method.hasSuffix("N)"))
        #expect(areClose(season.mean, [90, 100, 130, 80], relative: 0.03))
    }

    @Test func valuesOfZeroAllowOnlyAdditiveModels() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<20 {
            let values = SeriesSamples.seldom(count: 60, random: &random)
            let forecast = try #require(ETS(season: 4, rule: .weighted).forecast(values, horizon: 2))
            #expect(!forecast.method.contains("M"))
        }
    }

    @Test func weightsLieBetweenTheModels() throws {
        let values = SeriesSamples.climbing
        let weighted = try #require(ETS(rule: .weighted).forecast(values, horizon: 5))
        let each = ETSForm.all.compactMap { ETS(forms: [$0]).forecast(values, horizon: 5) }
        for step in 0..<5 {
            let means = each.map { $0.mean[step] }
            #expect(weighted.mean[step] >= means.min() ?? .infinity && weighted.mean[step] <= means.max() ?? -.infinity)
        }
        // The spread of a mixture is no less than that of its narrowest part.
        #expect(weighted.deviation[0] >= each.map { $0.deviation[0] }.min() ?? .infinity)
    }

    @Test func longSeasonsAreLeftOut() throws {
        let values = (0..<120).map { Double(100 + 30 * ($0 % 52 < 26 ? 1 : -1)) }
        let forecast = try #require(ETS(season: 52).forecast(values, horizon: 1))
        #expect(forecast.method.hasSuffix("N)"))
        #expect(ETS.holtWinters(season: 52).forecast(values, horizon: 1) == nil)
    }
}
