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
        let shares = (0..<count).map { _ in random.share() }
        let closed = DailyOverlap(shares: shares).shapley(by: .exact(forDegree: count - 1))
        #expect(zip(closed, Naive.shapley(shares)).allSatisfy { abs($0 - $1) < 1e-13 }, "\(shares)")
    }

    @Test(arguments: seeds) func sharesAddUpForAnyNumberOfClaims(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let overlap = DailyOverlap(shares: (0..<Int(seed)).map { _ in random.share() })
        let parts = overlap.shapley(by: .exact(forDegree: max(0, overlap.shares.count - 1)))
        #expect(abs(parts.reduce(0, +) - overlap.loss) < 1e-13)
        #expect(parts.allSatisfy { $0 >= 0 })
    }

    @Test(arguments: seeds) func recoveredIsTheLossWithLessTheLossWithoutWhileTheOthersStand(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let present = (0..<6).map { _ in random.share() }
        let shares = present.map { $0 * random.uniform() }
        let ended = shares.map { _ in Bool.random(using: &random) }
        let kept = zip(present, ended).filter { !$0.1 }.map(\.0)
        let gone = zip(shares, ended).filter(\.1).map(\.0)
        let difference = Naive.loss(kept + gone) - Naive.loss(kept)
        let recovered = DailyOverlap(shares: shares).recovered(byEnding: ended, present: present)
        #expect(abs(recovered - difference) < 1e-15)
        if kept.contains(1) { #expect(recovered == 0) }
    }
}
