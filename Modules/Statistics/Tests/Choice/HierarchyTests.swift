import Statistics
import Testing

@Suite struct HierarchyTests {
    @Test(arguments: 1...50) func partsAddUpExactlyInAnyOrder(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let whole = (0..<8).map { _ in random.powerOfTen(-6...9) }
        let shares = (0..<(1 + Int(random.uniform() * 30))).map { _ in random.gamma(0.5) }
        let parts = Hierarchy.split(whole, by: shares)
        #expect(parts.count == shares.count)
        #expect(Hierarchy.whole(of: parts) == whole)
        #expect(Hierarchy.whole(of: parts.reversed()) == whole)
        let total = shares.reduce(0, +)
        for (part, share) in zip(parts, shares) {
            #expect(zip(part, whole).allSatisfy { isClose($0, $1 * share / total, absolute: $1 * 1e-13) && $0 >= 0 })
        }
    }

    @Test func nothingIsSplitIntoNothing() {
        #expect(Hierarchy.split([0, 3], by: [1, 0, 2]) == [[0, 1], [0, 0], [0, 2]])
        #expect(Hierarchy.whole(of: []) == [])
    }

    @Test func sharesAreDrawnTowardsEqualOnes() {
        #expect(Hierarchy.shares(ofUnits: [2, 1, 0], weight: 3) == [0.5, 1.0 / 3, 1.0 / 6])
        #expect(Hierarchy.shares(ofUnits: [0, -4], weight: 1) == [0.5, 0.5])
    }
}
