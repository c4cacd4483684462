import Statistics
import Testing

@Suite struct DurationComparisonTests {
    typealias Observation = DurationCurve.Observation

    static func ended(_ lengths: [Double]) -> [Observation] { lengths.map { Observation($0, ended: true) } }

    @Test func agreesWithTheSumOverAllPairsOfAPublishedTrial() throws {
        // Counted pair by pair: scores of the maintained group add up to 50, the squares of all to 3,496.
        let comparison = try #require(
            DurationComparison(DurationCurveTests.maintained, against: DurationCurveTests.others))
        #expect(abs(comparison.z - 1.655_665_446_331_304_7) < 1e-12)
    }

    @Test func withoutAnythingThatGoesOnItIsTheTestOfMannAndWhitney() throws {
        // U is 0 of 9 where 4.5 is expected, with a variance of 5.25.
        let comparison = try #require(DurationComparison(Self.ended([1, 2, 3]), against: Self.ended([4, 5, 6])))
        #expect(abs(comparison.z + 4.5 / 5.25.squareRoot()) < 1e-12)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theOtherWayRoundItIsTheSameWithTheOtherSign(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func draw(_ count: Int) -> [Observation] {
            (0..<count).map { _ in Observation((random.uniform() * 9).rounded(), ended: random.uniform() < 0.7) }
        }
        let (one, other) = (draw(14), draw(23))
        let (there, back) = (DurationComparison(one, against: other), DurationComparison(other, against: one))
        #expect(abs(try #require(there).z + (try #require(back)).z) < 1e-12, "seed \(seed)")
    }

    @Test func nothingIsSaidWhereNothingTellsThemApart() {
        #expect(DurationComparison([], against: Self.ended([1])) == nil)
        #expect(DurationComparison(Self.ended([2, 2]), against: Self.ended([2])) == nil)
        // Neither is known to have lasted longer than the other.
        #expect(DurationComparison([Observation(1, ended: false)], against: [Observation(5, ended: false)]) == nil)
    }
}
