import Statistics
import Testing

@Suite struct SpecialFunctionsTests {
    /// x, ln Γ(x), by mpmath's loggamma with 50 digits.
    static let logGammaGolden: [(Double, Double)] = [
        (1e-300, 6.9077552789821371e+2),
        (1e-10, 2.3025850929882735e+1),
        (0.3, 1.0957979948180756),
        (0.999999, 5.7721648738556524e-7),
        (1.000001, -5.7721484238741467e-7),
        (1.4616321449683622, -1.2148629053584961e-1),
        (1.999999, -4.2278401259658537e-7),
        (2.000001, 4.2278465762452924e-7),
        (5.5, 3.9578139676187163),
        (171.0, 7.0657306224578735e+2),
        (10000.0, 8.2099717496442377e+4),
        (12345678.9, 1.8924464131850232e+8),
        (1000000000000000.0, 3.3538776394910669e+16),
    ]

    /// z, ½ erfc(-z/√2), by mpmath with 50 digits.
    static let normalGolden: [(Double, Double)] = [
        (-37.0, 5.7255712225245768e-300),
        (-30.0, 4.9067139271481871e-198),
        (-12.5, 3.7325642988777134e-36),
        (-5.0, 2.8665157187919391e-7),
        (-2.0, 2.2750131948179207e-2),
        (-0.7, 2.4196365222307303e-1),
        (-1e-09, 4.9999999960105772e-1),
        (0.0, 5.0e-1),
        (1e-09, 5.0000000039894228e-1),
        (0.5, 6.914624612740131e-1),
        (1.6448536269514722, 9.4999999999999995e-1),
        (4.0, 9.9996832875816688e-1),
        (8.0, 9.9999999999999938e-1),
    ]

    /// p, and the root z of ln(½ erfc(-z/√2)) = ln p, by mpmath's findroot with 50 digits.
    static let normalQuantileGolden: [(Double, Double)] = [
        (1e-300, -3.7047096299361199e+1),
        (1e-100, -2.1273453560965324e+1),
        (1e-20, -9.2623400897984076),
        (1e-06, -4.753424308822899),
        (0.024, -1.9773684281819467),
        (0.025, -1.9599639845400542),
        (0.1, -1.2815515655446004),
        (0.2499, -6.7480447011060999e-1),
        (0.25, -6.7448975019608174e-1),
        (0.4, -2.5334710313579974e-1),
        (0.499999, -2.5066282745665594e-6),
        (0.5000000001, 2.5066284820303539e-10),
        (0.6, 2.5334710313579974e-1),
        (0.9, 1.2815515655446006),
        (0.975, 1.9599639845400539),
        (0.999, 3.0902323061678133),
        (0.9999999999, 6.3613408896974219),
        (0.9999999999999999, 8.2095361516013869),
    ]

    @Test(arguments: logGammaGolden) func logGammaAgrees(x: Double, expected: Double) {
        let value = SpecialFunctions.logGamma(x)
        #expect(isClose(value, expected, relative: 1e-13), "\(value)")
    }

    @Test(arguments: incompleteGammaGolden) func bothGammaTailsAgree(a: Double, x: Double, p: Double, q: Double) {
        let lower = SpecialFunctions.regularisedGammaP(a, x)
        let upper = SpecialFunctions.regularisedGammaQ(a, x)
        #expect(isClose(lower, p), "P \(lower)")
        #expect(isClose(upper, q), "Q \(upper)")
    }

    @Test(arguments: normalGolden) func normalProbabilitiesAgree(z: Double, expected: Double) {
        let value = SpecialFunctions.normalCDF(z)
        #expect(isClose(value, expected, relative: 1e-12), "\(value)")
    }

    @Test(arguments: normalQuantileGolden) func normalQuantilesAgree(p: Double, expected: Double) {
        let value = SpecialFunctions.normalQuantile(p)
        #expect(isClose(value, expected), "\(value)")
    }

    @Test func endsAreExact() {
        #expect(SpecialFunctions.regularisedGammaP(2, 0) == 0)
        #expect(SpecialFunctions.regularisedGammaQ(2, 0) == 1)
        #expect(SpecialFunctions.regularisedGammaP(2, .infinity) == 1)
        #expect(SpecialFunctions.regularisedGammaQ(2, .infinity) == 0)
        #expect(SpecialFunctions.normalQuantile(0) == -.infinity)
        #expect(SpecialFunctions.normalQuantile(0.5) == 0)
        #expect(SpecialFunctions.normalQuantile(1) == .infinity)
        #expect(SpecialFunctions.normalCDF(-.infinity) == 0)
        #expect(SpecialFunctions.normalCDF(.infinity) == 1)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func gammaTailsAddUpAndNeverTurn(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let a = random.powerOfTen(-3...5)
            let x = a * random.powerOfTen(-0.5...0.5)
            let (p, q) = (SpecialFunctions.regularisedGammaP(a, x), SpecialFunctions.regularisedGammaQ(a, x))
            #expect((0...1).contains(p) && (0...1).contains(q), "a \(a), x \(x)")
            #expect(isClose(p + q, 1, relative: 1e-15), "a \(a), x \(x)")
            #expect(SpecialFunctions.regularisedGammaP(a, x * 1.001) >= p, "a \(a), x \(x)")
            #expect(SpecialFunctions.regularisedGammaP(a + 1, x) <= p, "a \(a), x \(x)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func normalQuantileInvertsAndNeverTurns(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let p = random.powerOfTen(-300...(-0.302))
            let z = SpecialFunctions.normalQuantile(p)
            #expect(isClose(SpecialFunctions.normalCDF(z), p, relative: 1e-11), "p \(p)")
            #expect(SpecialFunctions.normalQuantile(p * 0.999) < z, "p \(p)")
        }
    }
}
