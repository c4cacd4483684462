import Statistics
import Testing
import Triage

@Suite struct RiskCoverageTests {
    /// A hundred messages: the surest eighty are right, then every second.
    let judged = (0..<100).map { place in
        JudgedMessage(
            label: "refund", certainty: 1 - Double(place) / 100, isRight: place < 80 || place.isMultiple(of: 2))
    }

    @Test func thePointAnswersAllThatTheErrorAllows() throws {
        let curve = RiskCoverage(judged.reversed())
        // At an error of 5 %, none wrong of 81 has a chance of 0.95⁸¹ = 0.016, one of 82 one of 0.079.
        let point = try #require(curve.point(error: 0.05))
        #expect(point.answered == 81)
        #expect(point.wrong == 0)
        #expect(abs(point.threshold - 0.2) < 1e-12)
        #expect(try #require(curve.point(error: 0.2)).answered == 100)
        #expect(curve.point(error: 0.02) == nil)
    }

    @Test func noneWrongOf59IsTheLeastForFivePerCent() {
        func point(_ count: Int) -> RiskCoverage.Point? { RiskCoverage(judged.prefix(count)).point(error: 0.05) }
        #expect(point(58) == nil)
        #expect(point(59)?.answered == 59)
    }

    @Test func equallySureMessagesAreAnsweredTogether() {
        let tied = (0..<100).map { JudgedMessage(label: "a", certainty: 0.9, isRight: $0 > 0) }
        #expect(RiskCoverage(tied).points == RiskCoverage(tied.reversed()).points)
        #expect(RiskCoverage(tied).points.map(\.answered) == [100])
    }

    @Test func theBoundIsTheExactOne() throws {
        // 0 of 100: 1 - 0.05^(1/100).
        let point = try #require(RiskCoverage(judged.prefix(81)).points.last)
        #expect(abs(point.highestError() - 0.036_308_9) < 1e-6)
    }

    @Test func withoutMessagesThereIsNoThreshold() {
        #expect(RiskCoverage([]).point(error: 0.1) == nil)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aModelSaysHowSureItHasToBe(seed: UInt64) throws {
        let model = try TriageModel.train(on: Tickets.single(each: 80, seed: seed))
        let threshold = try #require(model.threshold(for: "refund", error: 0.1))
        let others = Tickets.single(each: 100, seed: seed + 100).map { ($0, model.classify($0.text)) }
        let answered = others.filter { $1.best?.label == "refund" && $1.certainty >= threshold }
        #expect(answered.count > 50)
        #expect(answered.count { message, _ in !message.labels.contains("refund") } <= answered.count / 10)
        #expect(model.threshold(for: "nothing of the kind", error: 0.1) == nil)
    }
}
