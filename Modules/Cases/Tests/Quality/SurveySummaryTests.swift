import Cases
import Testing

@Suite struct SurveySummaryTests {
    private func summary(_ answers: [SurveyAnswer: Int], notAsked: Int = 0) -> SurveySummary {
        var all: [Case] = (0..<notAsked).map { Matters.made("n\($0)", [(0, .opened)]) }
        for (answer, count) in answers {
            for index in 0..<count {
                var matter = Matters.made("\(answer)\(index)", [(0, .opened)])
                matter.survey = answer
                all.append(matter)
            }
        }
        return SurveySummary(Matters.read(all, at: 9))
    }

    @Test func theScoreIsOfThoseWhoAnsweredAndSaysHowManyThatAre() {
        let found = summary([.satisfied: 16, .neutral: 2, .dissatisfied: 2, .unanswered: 80], notAsked: 50)
        #expect(found.satisfied.share == 0.8 && found.answered.share == 0.2 && found.isThin)
        // If nobody else was satisfied, or everybody.
        #expect(found.possible == 0.16...0.96)
    }

    @Test func whereAllAnswerNothingElseIsPossible() {
        let found = summary([.satisfied: 30, .dissatisfied: 10])
        #expect(found.possible == 0.75...0.75 && !found.isThin)
    }

    @Test func nobodyAskedIsNoScore() {
        let found = summary([:], notAsked: 9)
        #expect(found.satisfied.share == nil && found.possible == nil && !found.isThin)
    }
}
