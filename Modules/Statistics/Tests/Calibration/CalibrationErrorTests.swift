import Testing

@testable import Statistics

@Suite struct CalibrationErrorTests {
    @Test func itIsRecomputedByHand() throws {
        // Two bins: 0.2 and 0.4 of which none came true; 0.8 and 1.0 of which one did.
        let rows = [(0.8, true), (0.2, false), (1.0, false), (0.4, false)].map { (stated: $0.0, isTrue: $0.1) }
        let error = try #require(CalibrationError.value(rows, bins: 2))
        #expect(abs(error - (0.6 + 0.8) / 4) < 1e-12)
        #expect(CalibrationError.value([]) == nil && CalibrationError.noise(stated: []) == nil)
    }

    @Test func theOrderOfEqualProbabilitiesDoesNotMatter() throws {
        let rows = (0..<40).map { (stated: 0.5, isTrue: $0 < 20) }
        #expect(try #require(CalibrationError.value(rows)) < 1e-12)
        #expect(try #require(CalibrationError.value(rows.reversed())) < 1e-12)
    }

    @Test(arguments: 1...10) func rightProbabilitiesStayWithinTheNoise(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let stated = (0..<1_000).map { _ in random.uniform() }
        let right = stated.map { (stated: $0, isTrue: random.uniform() < $0) }
        let sure = stated.map { (stated: $0, isTrue: random.uniform() < $0 * 0.7) }
        let noise = try #require(CalibrationError.noise(stated: stated, confidence: 0.999))
        #expect(try #require(CalibrationError.value(right)) < noise)
        #expect(try #require(CalibrationError.value(sure)) > noise)
    }
}
