import Statistics
import Testing

@Suite struct CohensKappaTests {
    static func pairs(_ table: [[Int]]) -> [(first: Int, second: Int)] {
        table.enumerated().flatMap { row, counts in
            counts.enumerated().flatMap { column, count in
                [(first: Int, second: Int)](repeating: (row, column), count: count)
            }
        }
    }

    /// By statsmodels' cohens_kappa.
    @Test(arguments: [
        ([[20, 5], [10, 15]], 0.4, 0.126_996_062_931_100),
        ([[44, 5, 1], [7, 20, 3], [9, 5, 6]], 0.491_525_423_728_813, 0.072_127_459_293_341),
        ([[30, 4], [5, 1]], 0.052_631_578_947_368, 0.173_264_214_055_453),
    ])
    func agreesWithPublishedValues(table: [[Int]], value: Double, deviation: Double) throws {
        let kappa = try #require(CohensKappa(Self.pairs(table)))
        #expect(isClose(kappa.value, value) && isClose(kappa.deviation, deviation), "\(kappa)")
        #expect(kappa.interval().contains(value))
    }

    @Test func agreementThroughoutIsOne() throws {
        let kappa = try #require(CohensKappa(Self.pairs([[10, 0], [0, 10]])))
        #expect(isClose(kappa.value, 1) && kappa.deviation < 1e-6 && kappa.agreement == 1)
    }

    @Test func oneCategoryAloneSaysNothing() {
        #expect(CohensKappa(Self.pairs([[10]])) == nil)
        #expect(CohensKappa(Self.pairs([])) == nil)
    }

    @Test(arguments: 1...20) func judgesWhoGuessAgreeByChance(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let guesses = (0..<4_000).map { _ in (first: random.uniform() < 0.8, second: random.uniform() < 0.8) }
        let kappa = try #require(CohensKappa(guesses))
        #expect(abs(kappa.value) < 0.07 && kappa.agreement > 0.6)
    }

    @Test func theOrderOfJudgesAndThingsDoesNotMatter() throws {
        let pairs = Self.pairs([[44, 5, 1], [7, 20, 3], [9, 5, 6]])
        let kappa = try #require(CohensKappa(pairs))
        #expect(CohensKappa(pairs.reversed()) == kappa)
        let swapped = try #require(CohensKappa(pairs.map { (first: $0.second, second: $0.first) }))
        #expect(isClose(swapped.value, kappa.value) && isClose(swapped.deviation, kappa.deviation))
    }
}
