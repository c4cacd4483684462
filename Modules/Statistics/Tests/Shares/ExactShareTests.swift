import Testing

@testable import Statistics

@Suite struct ExactShareTests {
    @Test func chancesAddUpTheBinomial() {
        #expect(abs(ExactShare.chance(ofAtMost: 1, in: 3, share: 0.5) - 0.5) < 1e-12)
        #expect(abs(ExactShare.chance(ofAtMost: 2, in: 10, share: 0.1) - 0.929_809_173_6) < 1e-9)
        #expect(ExactShare.chance(ofAtMost: 3, in: 3, share: 0.9) == 1)
        #expect(
            ExactShare.chance(ofAtMost: 0, in: 3, share: 1) == 0 && ExactShare.chance(ofAtMost: 0, in: 3, share: 0) == 1
        )
    }

    /// Without a success the bound is 1 − (1 − confidence)^(1/n); 1 of 20 is tabled.
    @Test func boundsAreThoseOfClopperAndPearson() {
        #expect(abs(ExactShare.upperBound(successes: 0, trials: 59) - 0.049_507) < 1e-5)
        #expect(abs(ExactShare.upperBound(successes: 1, trials: 20) - 0.216_106) < 1e-5)
        #expect(
            ExactShare.upperBound(successes: 5, trials: 5) == 1 && ExactShare.upperBound(successes: 0, trials: 0) == 1)
    }

    @Test(arguments: 1...20) func moreSuccessesNeverLowerTheBound(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let trials = 2 + Int(random.uniform() * 60)
        let bounds = (0...trials).map { ExactShare.upperBound(successes: $0, trials: trials) }
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0.0 <= $0.1 })
        #expect(bounds.enumerated().allSatisfy { $0.element >= Double($0.offset) / Double(trials) })
    }
}
