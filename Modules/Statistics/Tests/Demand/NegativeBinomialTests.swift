import Statistics
import Testing

@Suite struct NegativeBinomialTests {
    /// By Python's decimal numbers of 60 digits, term after term from P(0).
    @Test(arguments: [
        (0.05, 0.05, 0, 0.951229424500714),
        (0.4, 3, 2, 0.9521713670028087),
        (3, 3, 7, 0.9880954961436426),
        (3, 12, 0, 0.25),
        (30, 31, 25, 0.21254727376064902),
        (30, 900, 100, 0.9650948374573683),
        (400, 420, 410, 0.6980977979377387),
        (900, 2400, 820, 0.04962350929448366),
    ])
    func valuesAreThoseOfLongDecimals(row: (mean: Double, variance: Double, units: Double, cdf: Double)) {
        let distribution = NegativeBinomial(mean: row.mean, variance: row.variance)
        #expect(isClose(distribution.cdf(row.units), row.cdf, relative: 1e-9), "\(distribution.cdf(row.units))")
    }

    @Test(arguments: [(0.05, 0.05), (0.4, 3), (3, 3), (3, 12), (30, 31), (30, 900), (400, 420), (900, 2_400)])
    func momentsAreThoseAskedFor(mean: Double, variance: Double) {
        let distribution = NegativeBinomial(mean: mean, variance: variance)
        // The mean is the sum of P(D > k), and E[D²] that of (2k + 1) P(D > k).
        let above = (0..<2_000).map { 1 - distribution.cdf(Double($0)) }
        let first = above.reduce(0, +)
        let second = above.enumerated().reduce(0) { $0 + Double(2 * $1.offset + 1) * $1.element }
        #expect(isClose(first, mean, relative: 1e-8))
        #expect(isClose(second - first * first, variance, relative: 1e-6))
    }

    @Test(arguments: [(0.05, 0.05), (0.4, 3), (3, 3), (30, 900), (400, 420), (900, 2_400), (2_000, 9_000)])
    func quantilesInvertTheCdfWhichNeverFalls(mean: Double, variance: Double) {
        let distribution = NegativeBinomial(mean: mean, variance: variance)
        var last = 0.0
        for p in [1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999_999] {
            let units = distribution.quantile(p)
            #expect(units >= last && units.rounded() == units)
            #expect(distribution.cdf(units) >= p - 1e-9, "\(p): \(units)")
            #expect(units == 0 || distribution.cdf(units - 1) < p + 1e-9, "\(p): \(units)")
            last = units
        }
    }

    /// On both sides of the variance from which a gamma distribution stands in.
    @Test(arguments: [(2_499.0, 2_499.5), (300, 2_499), (60, 2_499), (1_000, 2_499)])
    func theStandInAgreesWithTheSum(mean: Double, variance: Double) {
        let exact = NegativeBinomial(mean: mean, variance: variance)
        let standIn = NegativeBinomial(mean: mean, variance: 2_500.001)
        for p in [0.1, 0.5, 0.9, 0.95, 0.99] {
            let (one, other) = (exact.quantile(p), standIn.quantile(p))
            #expect(abs(one - other) <= 1 + 0.005 * one, "\(p): \(one), \(other)")
        }
    }

    /// The terms of its series grow as the root of the mean, and nothing is told by them any more.
    @Test(arguments: [1e9, 1e15, 1e30]) func hugeAmountsHaveQuantilesAtOnce(mean: Double) {
        let distribution = NegativeBinomial(mean: mean, variance: mean)
        #expect(isClose(distribution.quantile(0.5), mean, relative: 1e-3))
        #expect(isClose(distribution.cdf(1.01 * mean), 1, relative: 1e-9))
    }

    @Test func nothingIsExpectedOfAMeanOfZero() {
        let nothing = NegativeBinomial(mean: 0, variance: 5)
        #expect(nothing.cdf(0) == 1 && nothing.cdf(-1) == 0)
        #expect(nothing.quantile(0.99) == 0 && nothing.quantile(1) == 0)
        #expect(NegativeBinomial(mean: 2, variance: 0) == NegativeBinomial(mean: 2, variance: 2))
        #expect(NegativeBinomial(mean: 2, variance: 3).quantile(1) == .infinity)
    }
}
