import Statistics
import Testing

@Suite struct GammaPriorTests {
    static let rates = [2, 3.5, 1, 6, 4, 2.5, 8, 0.5, 3, 5]
    static let exposures: [Double] = [10, 20, 5, 30, 12, 8, 25, 6, 40, 15]

    private func fitted(rates: [Double], exposures: [Double], dispersion: Double = 1) -> GammaPrior? {
        var members = RateMembers()
        for (rate, exposure) in zip(rates, exposures) { members.add(rate: rate, exposure: exposure) }
        return GammaPrior.fitted(to: members, dispersion: dispersion)
    }

    /// By numpy from the moments: m = Σer/Σe, v = (S - 9φm)/(Σe - Σe²/Σe), β = m/v, α = βm.
    @Test func agreesWithTheMoments() throws {
        let prior = try #require(fitted(rates: Self.rates, exposures: Self.exposures))
        #expect(isClose(prior.rate, 0.9114099971953266) && isClose(prior.shape, 3.949443321179748))
        let calmer = try #require(fitted(rates: Self.rates, exposures: Self.exposures, dispersion: 2))
        #expect(isClose(calmer.rate, 0.9653068734510017) && isClose(calmer.shape, 4.182996451621007))
    }

    @Test func tooFewMembersFitNothing() {
        let exposures = [1.0, 1, 1, 1, 1, 1, 1, 0]
        #expect(fitted(rates: Array(repeating: 3, count: 8), exposures: exposures) == nil)
        #expect(fitted(rates: [], exposures: []) == nil)
    }

    @Test func nothingSoldFitsNothing() {
        let (zeros, ones) = ([Double](repeating: 0, count: 20), [Double](repeating: 1, count: 20))
        #expect(fitted(rates: zeros, exposures: ones) == nil)
    }

    @Test func membersAlikeWeighAsAllTheirDays() throws {
        let (rates, exposures) = ([Double](repeating: 3, count: 10), [Double](repeating: 5, count: 10))
        let prior = try #require(fitted(rates: rates, exposures: exposures))
        #expect(prior == GammaPrior(shape: 150, rate: 50))
    }

    /// Members that differ by chance alone often scatter a little more than counting explains.
    @Test(arguments: 1...30 as ClosedRange<UInt64>) func noPriorWeighsMoreThanAllTheDays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let exposures = (0..<12).map { _ in 5 + 40 * random.uniform() }
        let rates = exposures.map { Double(random.poisson(3 * $0)) / $0 }
        let prior = try #require(fitted(rates: rates, exposures: exposures))
        #expect(prior.rate <= exposures.reduce(0, +) * (1 + 1e-9) && prior.shape > 0)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func recoversThePriorOfALargeCategory(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var (rates, exposures): ([Double], [Double]) = ([], [])
        for _ in 0..<3_000 {
            let exposure = 5 + 40 * random.uniform()
            rates.append(Double(random.poisson(random.gamma(3) / 1.5 * exposure)) / exposure)
            exposures.append(exposure)
        }
        let prior = try #require(fitted(rates: rates, exposures: exposures))
        #expect(isClose(prior.mean, 2, relative: 0.06), "\(prior.mean)")
        #expect(isClose(prior.rate, 1.5, relative: 0.2), "\(prior.rate)")
    }
}
