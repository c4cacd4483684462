import Statistics
import Testing

@Suite struct ElasticityPriorTests {
    private static func estimates(_ count: Int, mean: Double, scatter: Double, seed: UInt64) -> [(
        truth: Double, estimate: ElasticityEstimate
    )] {
        var random = SplitMix64(seed: seed)
        return (0..<count).compactMap { _ in
            let truth = mean + scatter * random.normal()
            let history = SimulatedPrices().draw(elasticity: truth, &random)
            return (try? ElasticityEstimate(history)).map { (truth, $0) }
        }
    }

    private static func members(_ estimates: [ElasticityEstimate]) -> ElasticityMembers {
        estimates.reduce(into: ElasticityMembers()) { $0.add($1) }
    }

    @Test func withoutAHistoryThePriorIsAllThatIsBelieved() {
        let elasticity = ElasticityPrior.literature.updated(by: nil)
        #expect(elasticity == Elasticity(mean: -2.62, deviation: 1.5, evidence: .prior, priorWeight: 1))
        #expect(elasticity.isSurelyNegative)
    }

    /// By hand: precisions 1/2.25 and 1/s², -2.62 and the estimate weighed by them.
    @Test func aHistoryWeighsByItsPrecision() throws {
        let estimate = try #require(Self.estimates(1, mean: -1, scatter: 0, seed: 4).first?.estimate)
        let elasticity = ElasticityPrior.literature.updated(by: estimate)
        let own = 1 / (estimate.deviation * estimate.deviation)
        #expect(isClose(elasticity.priorWeight, (1 / 2.25) / (1 / 2.25 + own)))
        let mean = elasticity.priorWeight * -2.62 + (1 - elasticity.priorWeight) * estimate.value
        #expect(isClose(elasticity.mean, mean))
        #expect(elasticity.evidence == (elasticity.priorWeight <= 0.5 ? .own : .prior))
        #expect(isClose(elasticity.deviation, 1 / (1 / 2.25 + own).squareRoot()))
        let sure = ElasticityPrior(mean: -2, deviation: 0.01, evidence: .pooled).updated(by: estimate)
        #expect(sure.evidence == .pooled && sure.priorWeight > 0.99)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>) func recoversThePriorOfACategory(seed: UInt64) throws {
        let estimates = Self.estimates(200, mean: -2, scatter: 0.9, seed: seed).map(\.estimate)
        let prior = try #require(ElasticityPrior.fitted(to: Self.members(estimates)))
        #expect(isClose(prior.mean, -2, absolute: 0.2), "\(prior.mean)")
        #expect(isClose(prior.deviation, 0.9, absolute: 0.3), "\(prior.deviation)")
        #expect(prior.evidence == .pooled)
    }

    /// Intervals after the category was learnt hold the truth, and lie closer to it than estimates alone.
    @Test func whatTheCategoryLendsIsTrue() throws {
        let drawn = Self.estimates(250, mean: -2, scatter: 0.7, seed: 8)
        let prior = try #require(ElasticityPrior.fitted(to: Self.members(drawn.map(\.estimate))))
        var (inside, lent, alone) = (0, 0.0, 0.0)
        for (truth, estimate) in drawn {
            let elasticity = prior.updated(by: estimate)
            if elasticity.quantile(0.1) < truth && truth < elasticity.quantile(0.9) { inside += 1 }
            lent += (elasticity.mean - truth) * (elasticity.mean - truth)
            alone += (estimate.value - truth) * (estimate.value - truth)
        }
        let coverage = Double(inside) / Double(drawn.count)
        #expect(coverage > 0.7 && coverage < 0.88, "\(coverage)")
        #expect(lent < 0.8 * alone, "\(lent) \(alone)")
    }

    @Test func membersAlikeStillLeaveRoomForOthers() throws {
        let alike = Array(repeating: try #require(Self.estimates(1, mean: -2, scatter: 0, seed: 1).first), count: 40)
        let prior = try #require(ElasticityPrior.fitted(to: Self.members(alike.map(\.estimate))))
        #expect(isClose(prior.mean, alike[0].estimate.value, relative: 1e-6))
        #expect(prior.deviation > 0.5 && prior.deviation < 0.6)
    }

    @Test func tooFewMembersAndPricesThatFollowDemandFitNothing() {
        let few = Self.estimates(7, mean: -2, scatter: 0.5, seed: 5).map(\.estimate)
        #expect(ElasticityPrior.fitted(to: Self.members(few)) == nil)
        let upwards = Self.estimates(40, mean: 1.5, scatter: 0.5, seed: 5).map(\.estimate)
        #expect(upwards.count > 20 && ElasticityPrior.fitted(to: Self.members(upwards)) == nil)
    }

    @Test func partsMergeInAnyOrder() {
        let estimates = Self.estimates(40, mean: -2, scatter: 1, seed: 9).map(\.estimate)
        var first = Self.members(Array(estimates[20...].reversed()))
        first.merge(Self.members(Array(estimates[..<20])))
        #expect(first == Self.members(estimates))
    }
}
