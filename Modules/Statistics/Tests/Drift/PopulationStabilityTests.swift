import Testing

@testable import Statistics

@Suite struct PopulationStabilityTests {
    private func normals(_ count: Int, _ random: inout SplitMix64, mean: Double = 0) -> [Double] {
        (0..<count).map { _ in mean + random.normal() }
    }

    /// Figures of an independent simulation of samples of one distribution: mean, and how many are above 0.1. It counts an empty
    /// bin nearly as nothing, so with few rows a bin its mean is higher.
    @Test(arguments: [(30, 200, 0.344, 1.0), (10, 200, 0.094, 0.35), (10, 1_000, 0.018, 0)])
    func withoutChangeItIsAsLargeAsChanceMakesIt(bins: Int, rows: Int, mean: Double, falseAlarms: Double) throws {
        var random = SplitMix64(seed: 11)
        let trials = 200
        var indices: [Double] = []
        for _ in 0..<trials {
            let reference = try #require(PopulationStability(reference: normals(rows, &random), bins: bins))
            indices.append(try #require(reference.index(of: normals(rows, &random))))
        }
        let seen = indices.reduce(0, +) / Double(trials)
        #expect((0.75...1.1).contains(seen / mean), "\(seen)")
        #expect(abs(Double(indices.count { $0 > 0.1 }) / Double(trials) - falseAlarms) < 0.1)
        // One in twenty is beyond the noise of 95 %.
        let noise = PopulationStability.noise(rows: rows, referenceRows: rows, bins: bins, confidence: 0.95)
        #expect(indices.count { $0 > noise } <= trials / 10)
    }

    @Test func aShiftIsBeyondTheNoise() throws {
        var random = SplitMix64(seed: 3)
        let reference = try #require(PopulationStability(reference: normals(1_000, &random)))
        let index = try #require(reference.index(of: normals(1_000, &random, mean: 0.5)))
        #expect(index > 0.1 && index > PopulationStability.noise(rows: 1_000, referenceRows: 1_000, bins: 10))
    }

    @Test func itIsRecomputedByHand() throws {
        // Shares of (1.5, 3.5) of 5 beside (2.5, 2.5) of 5.
        let byHand = (0.3 - 0.5) * SpecialFunctions.logarithm(0.6) + (0.7 - 0.5) * SpecialFunctions.logarithm(1.4)
        let index = try #require(PopulationStability.index([1, 3], reference: [2, 2]))
        #expect(abs(index - byHand) < 1e-12)
        #expect(PopulationStability.index([5, 5], reference: [5, 5]) == 0)
        #expect(PopulationStability.index([0, 0], reference: [1, 2]) == nil)
    }

    @Test func equalNumbersShareABin() throws {
        let reference = try #require(PopulationStability(reference: [1, 1, 1, 1, 2]))
        #expect(reference.cuts == [1] && reference.referenceCounts == [4, 1])
        let constant = try #require(PopulationStability(reference: [3, 3]))
        #expect(constant.cuts == [] && constant.index(of: [9, .nan]) == 0)
        #expect(PopulationStability(reference: [.nan]) == nil)
        #expect(PopulationStability.noise(rows: 5, referenceRows: 5, bins: 1) == 0)
    }
}
