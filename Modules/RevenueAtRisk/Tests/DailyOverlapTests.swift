import Statistics
import Testing

@testable import RevenueAtRisk

@Suite struct DailyOverlapTests {
    @Test(arguments: 1...24) func quadratureIsExactUpToItsDegree(_ nodes: Int) {
        let rule = GaussLegendre.exact(forDegree: 2 * nodes - 1)
        #expect(rule.nodes.count == nodes)
        #expect(rule.nodes.allSatisfy { $0 > 0 && $0 < 1 } && rule.weights.allSatisfy { $0 > 0 })
        for degree in 0..<2 * nodes {
            let integral = zip(rule.nodes, rule.weights).reduce(0) { sum, point in
                sum + (0..<degree).reduce(point.1) { product, _ in product * point.0 }
            }
            #expect(abs(integral * Double(degree + 1) - 1) < 1e-12, "degree \(degree)")
        }
    }

    @Test func twoNodesStandWhereTheHandbookSaysSo() {
        let offset = 1 / 3.0.squareRoot() / 2
        let rule = GaussLegendre.exact(forDegree: 3)
        #expect(abs(rule.nodes[0] - (0.5 - offset)) < 1e-15)
        #expect(abs(rule.nodes[1] - (0.5 + offset)) < 1e-15)
    }

    @Test(arguments: seeds, 1...7) func closedFormIsTheMeanOverAllOrders(_ seed: UInt64, _ count: Int) {
        guard count < 6 || seed <= 5 else { return }
        var random = SplitMix64(seed: seed)
        let claims = random.dailyClaims(count)
        let closed = DailyOverlap(claims).shapley(by: .exact(forDegree: count - 1))
        #expect(zip(closed, Naive.shapley(claims)).allSatisfy { abs($0 - $1) < 1e-13 }, "\(claims)")
    }

    @Test(arguments: seeds) func sharesAddUpForAnyNumberOfClaims(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let overlap = DailyOverlap(random.dailyClaims(Int(seed)))
        let parts = overlap.shapley(by: .exact(forDegree: Int(seed) - 1))
        #expect(abs(parts.reduce(0, +) - overlap.loss) < 1e-13)
        #expect(parts.allSatisfy { $0 >= 0 })
    }

    @Test(arguments: [2, 16, 60]) func manyFullLossesOfOneKindShareTheDay(_ count: Int) {
        let claims: [Naive.Claim] = (0..<count).map { _ in ("removed", 1, 1) } + [("price", 0.5, 1)]
        let parts = DailyOverlap(claims).shapley(by: .exact(forDegree: count))
        #expect(abs(parts.reduce(0, +) - 1) < 1e-13)
        #expect(parts.dropLast().allSatisfy { abs($0 - parts[0]) < 1e-13 } && parts.allSatisfy { $0 > 0 })
    }

    @Test(arguments: seeds) func recoveredIsTheLossWithLessTheLossWithoutWhileTheOthersStand(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let claims = random.dailyClaims(6)
        let standing = claims.map { $0.chance + random.uniform() * (1 - $0.chance) }
        let ended = claims.map { _ in Bool.random(using: &random) }
        let stays = claims.indices.filter { !ended[$0] }.map { (claims[$0].kind, claims[$0].lost, standing[$0]) }
        let gone = claims.indices.filter { ended[$0] }.map { claims[$0] }
        let recovered = DailyOverlap(claims).recovered(byEnding: ended, standing: standing)
        #expect(abs(recovered - (Naive.loss(stays + gone) - Naive.loss(stays))) < 1e-15)
    }

    @Test(arguments: seeds) func anotherDayIsLookedAtAsIfItWereTheFirst(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (one, other) = (random.dailyClaims(6), random.dailyClaims(6))
        let kinds = Naive.kinds(of: one)
        let days = [one, other].map { $0.map { DailyClaim(lost: $0.lost, chance: $0.chance) } }
        var moved = DailyOverlap(days[0], kinds: kinds)
        moved.move { days[1][$0] }
        let fresh = DailyOverlap(days[1], kinds: kinds)
        #expect(moved.loss == fresh.loss)
        #expect(moved.shapley(by: .exact(forDegree: 5)) == fresh.shapley(by: .exact(forDegree: 5)))
    }

    @Test func aFullLossThatStaysLeavesExactlyNothing() {
        let claims: [Naive.Claim] = [("hidden", 0.3, 0.7), ("hidden", 1, 0.1), ("price", 0.6, 1)]
        #expect(DailyOverlap(claims).recovered(byEnding: [true, false, true], standing: [1, 1, 1]) == 0)
    }
}

extension DailyOverlap {
    fileprivate init(_ claims: [Naive.Claim]) {
        self.init(claims.map { DailyClaim(lost: $0.lost, chance: $0.chance) }, kinds: Naive.kinds(of: claims))
    }
}

extension SplitMix64 {
    /// What claims of a few kinds do to a day.
    fileprivate mutating func dailyClaims(_ count: Int) -> [Naive.Claim] {
        (0..<count).map { _ in ("kind\(Int.random(in: 0..<count, using: &self))", share(), share()) }
    }
}
