import Statistics
import Testing

@Suite struct RankingQualityTests {
    /// The example in the documentation of scikit-learn's `roc_auc_score` and `average_precision_score`, and others worked
    /// out with them.
    @Test(
        arguments: [
            ([0.1, 0.4, 0.35, 0.8], [false, false, true, true], 0.75, 5.0 / 6),
            ([3, 2, 1], [true, false, false], 1, 1),
            ([3, 2, 1], [false, false, true], 0, 1.0 / 3),
            ([5, 5, 5, 5], [true, false, false, true], 0.5, 0.5),
            // The two at 2 are one place: half a pair right, and two of three by then.
            ([3, 2, 2, 1], [true, true, false, false], 0.875, 5.0 / 6),
            ([.infinity, 2, -.infinity], [true, false, true], 0.5, 5.0 / 6),
        ] as [([Double], [Bool], Double, Double)])
    func agreesWithTheReference(scores: [Double], happened: [Bool], area: Double, precision: Double) throws {
        let quality = try #require(RankingQuality(scores: scores, happened: happened))
        #expect(isClose(quality.areaUnderCurve, area))
        #expect(isClose(quality.averagePrecision, precision))
    }

    @Test func saysNothingWhereAllOrNoneHappened() {
        #expect(RankingQuality(scores: [1, 2], happened: [true, true]) == nil)
        #expect(RankingQuality(scores: [1, 2], happened: [false, false]) == nil)
        #expect(RankingQuality(scores: [], happened: []) == nil)
    }

    /// Against the definitions: all pairs, and the precision at each score; few distinct scores, so that ties are many.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func isWhatThePairsAndTheListSay(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let scores = (0..<60).map { _ in (12 * random.uniform()).rounded(.down) }
        let happened = scores.map { random.uniform() < 0.1 + $0 / 20 }
        let quality = try #require(RankingQuality(scores: scores, happened: happened))
        let yes = zip(scores, happened).filter(\.1).map(\.0)
        let no = zip(scores, happened).filter { !$0.1 }.map(\.0)
        let right = yes.reduce(0.0) { sum, one in
            sum + no.reduce(0) { $0 + ($1 < one ? 1 : $1 == one ? 0.5 : 0) }
        }
        #expect(isClose(quality.areaUnderCurve, right / Double(yes.count * no.count)))
        let precision = yes.reduce(0.0) { sum, one in
            sum + Double(yes.count { $0 >= one }) / Double(scores.count { $0 >= one })
        }
        #expect(isClose(quality.averagePrecision, precision / Double(yes.count)))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func dependsOnTheOrderAlone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let cases = (0..<40).map { _ in (score: random.normal(), happened: random.uniform() < 0.4) }
        let quality = try #require(RankingQuality(scores: cases.map(\.score), happened: cases.map(\.happened)))
        let shuffled = cases.shuffled(using: &random)
        let stretched = RankingQuality(
            scores: shuffled.map { $0.score * $0.score * $0.score - 7 }, happened: shuffled.map(\.happened))
        #expect(stretched == quality)
        let reversed = try #require(
            RankingQuality(scores: cases.map { -$0.score }, happened: cases.map(\.happened)))
        #expect(isClose(reversed.areaUnderCurve, 1 - quality.areaUnderCurve))
    }
}
