import Statistics
import Testing

@Suite struct RobustTests {
    static let values = [3.5, -1.25, 8.0, 4.0, 4.5, 100.0, 0.5, 7.25]

    /// By numpy's median and quantile, and scipy 1.17's raw median_abs_deviation.
    @Test func agreesWithTheReference() throws {
        #expect(Robust.median(of: Self.values) == 4.25)
        #expect(Robust.medianAbsoluteDeviation(of: Self.values) == 3.375)
        for (p, expected) in [(0.1, -0.02499999999999991), (1.0 / 3, 3.6666666666666665), (0.9, 35.6)] {
            let found = try #require(Robust.quantile(of: Self.values, p))
            #expect(isClose(found, expected, absolute: 1e-13))
        }
    }

    @Test func nothingIsKnownOfNoValues() {
        #expect(Robust.median(of: []) == nil)
        #expect(Robust.medianAbsoluteDeviation(of: []) == nil)
        #expect(Robust.quantile(of: [], 0.5) == nil)
    }

    @Test func hugeValuesOfEitherSignDoNotOverflow() {
        let huge = Double.greatestFiniteMagnitude
        #expect(Robust.median(of: [-huge, huge]) == 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func quantilesNeverFallAndIgnoreOrder(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let values = (0..<(1 + seed)).map { _ in random.normal() }
        let quantiles = stride(from: 0.0, through: 1, by: 0.0625).compactMap { Robust.quantile(of: values, $0) }
        #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(quantiles.first == values.min() && quantiles.last == values.max())
        #expect(Robust.median(of: values) == Robust.median(of: values.shuffled(using: &random)))
    }
}
