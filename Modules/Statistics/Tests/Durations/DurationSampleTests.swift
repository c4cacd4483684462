import Statistics
import Testing

@Suite struct DurationSampleTests {
    typealias Observation = DurationCurve.Observation

    private static func draw(_ count: Int, _ random: inout SplitMix64) -> [Observation] {
        (0..<count).map { _ in Observation((random.uniform() * 20).rounded(), ended: random.uniform() < 0.6) }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func mergedInPartsItIsTheWhole(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = [0, 17, 1, 40].map { Self.draw($0, &random) }
        let merged = DurationSample(merging: parts.map { DurationSample($0) })
        #expect(merged == DurationSample(Array(parts.joined())), "seed \(seed)")
        #expect(merged.count == 58, "seed \(seed)")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func lastingSoManyTimesAsLongItIsAsLongAsThat(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let seen = Self.draw(60, &random)
        let longer = seen.map { Observation($0.length * 1.25, ended: $0.ended) }
        #expect(DurationSample(seen).scaled(by: 1.25) == DurationSample(longer), "seed \(seed)")
    }

    /// Two lengths that a factor makes one are one.
    @Test func whatAFactorMakesEqualStandsTogether() {
        let lengths = [15, (15 as Double).nextUp]
        #expect(DurationSample(ended: lengths).scaled(by: 0.7) == DurationSample(ended: [10.5, 10.5]))
    }

    @Test func ofNothingThereIsNoCurve() {
        #expect(DurationCurve(DurationSample(merging: [])) == nil && DurationSample(ended: []).count == 0)
    }
}
