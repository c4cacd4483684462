import Statistics
import Testing
import Triage

@testable import CaseDesk

@Suite struct CertaintyThresholdsTests {
    private func judged(_ label: String, _ count: Int, wrongBelow limit: Double, _ random: inout SplitMix64)
        -> [JudgedMessage]
    {
        (0..<count).map { _ in
            let certainty = random.uniform()
            return JudgedMessage(label: label, certainty: certainty, isRight: certainty >= limit)
        }
    }

    /// 59 right answers without a wrong one bear out 5 %, and 58 do not.
    @Test func soFewMessagesBearOutNothing() {
        let right = (0..<59).map { JudgedMessage(label: "a", certainty: 0.5 + Double($0) / 200, isRight: true) }
        #expect(CertaintyThresholds(right).answer == 0.5)
        #expect(CertaintyThresholds(Array(right.dropFirst())).answer == nil)
        #expect(CertaintyThresholds([]).answer == nil && CertaintyThresholds([]).labels.isEmpty)
    }

    @Test(arguments: 1...10) func whatIsLeftIsRightOftenEnough(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let messages = (0..<4_000).map { _ in
            let certainty = random.uniform()
            return JudgedMessage(label: "a", certainty: certainty, isRight: random.uniform() < 0.7 + 0.3 * certainty)
        }
        let threshold = try #require(CertaintyThresholds(messages).answer)
        // Answers above t are wrong in 0.15 (1 − t) of cases.
        #expect((0.66...0.8).contains(threshold), "\(threshold)")
        let left = messages.filter { $0.certainty >= threshold }
        #expect(Double(left.count { !$0.isRight }) / Double(left.count) < 0.05)
    }

    @Test func eachLabelHasItsOwn() throws {
        var random = SplitMix64(seed: 4)
        let messages =
            judged("easy", 600, wrongBelow: 0.2, &random) + judged("hard", 600, wrongBelow: 0.8, &random)
            + judged("seldom", 20, wrongBelow: 0, &random)
            + judged("hopeless", 200, wrongBelow: 2, &random).map {
                JudgedMessage(label: $0.label, certainty: $0.certainty / 5, isRight: false)
            }
        let thresholds = CertaintyThresholds(messages)
        let answer = try #require(thresholds.answer)
        #expect(try #require(thresholds.labels["hard"]) > 0.75 && thresholds.labels["easy"] == answer)
        #expect(thresholds.labels["seldom"] == answer && thresholds.labels["hopeless"] == nil)
        #expect(thresholds.judged == 1_420 && thresholds.answered == messages.count { $0.certainty >= answer })
    }
}
