import Testing

@testable import Cases

@Suite struct TriageRuleTests {
    private static let sure = TriageRule.Evidence(
        language: "en", isLanguageKnown: true, scope: 0.97, certainty: 0.95, threshold: 0.8, labelThreshold: 0.85,
        words: 6, newWords: 1,
        mentions: [], sensitiveLabel: nil)
    private static let mention = SensitiveMention(.legal, words: "lawyer", phrase: "lawyer*")
    private static let breach = AutomationBreach(.overrides, value: 0.3, limit: 0.05, rows: 200)

    private func decision(
        _ breaches: [AutomationBreach] = [], _ change: (inout TriageRule.Evidence) -> Void = { _ in }
    ) -> TriageDecision {
        var evidence = Self.sure
        change(&evidence)
        return TriageRule.decide(evidence).held(by: breaches)
    }

    @Test func itIsAutomaticOnlyWhereNothingStandsAgainstIt() {
        #expect(decision() == TriageDecision(kind: .auto, obstacles: []))
    }

    @Test func withoutAnAnswerToRelyOnAPersonDecides() {
        #expect(decision { $0.isLanguageKnown = false }.obstacles == [.language("en")])
        #expect(decision { ($0.isLanguageKnown, $0.language) = (false, nil) }.obstacles == [.language(nil)])
        #expect(decision { $0.scope = 0.4 }.obstacles == [.outOfScope(probability: 0.4)])
        #expect(decision { $0.certainty = 0.7 }.obstacles.first == .belowThreshold(certainty: 0.7, threshold: 0.8))
        #expect(decision { $0.threshold = nil }.obstacles == [.noThreshold])
        let changes: [(inout TriageRule.Evidence) -> Void] = [
            { $0.isLanguageKnown = false }, { $0.scope = 0.4 }, { $0.certainty = 0.7 }, { $0.threshold = nil },
        ]
        for change in changes { #expect(decision([], change).kind == .human) }
    }

    @Test func aRightAnswerIsOfferedWhereAPersonHasToLook() {
        #expect(decision { $0.mentions = [Self.mention] }.obstacles == [.sensitive(Self.mention)])
        #expect(decision { $0.sensitiveLabel = .money }.obstacles == [.sensitiveLabel(.money)])
        #expect(decision { $0.language = "nl" }.obstacles == [.unguarded(language: "nl")])
        #expect(
            decision { $0.certainty = 0.82 }.obstacles == [.belowLabelThreshold(certainty: 0.82, threshold: 0.85)])
        #expect(
            decision { $0.labelThreshold = nil }.obstacles == [.belowLabelThreshold(certainty: 0.95, threshold: nil)])
        #expect(decision { $0.newWords = 3 }.obstacles == [.newWords(3, of: 6)])
        #expect(decision([Self.breach]).obstacles == [.suspended(Self.breach)])
        let changes: [(inout TriageRule.Evidence) -> Void] = [
            { $0.mentions = [Self.mention] }, { $0.sensitiveLabel = .money }, { $0.language = "nl" },
            { $0.newWords = 3 },
            { $0.certainty = 0.82 },
        ]
        for change in changes { #expect(decision([], change).kind == .suggest) }
        #expect(decision([Self.breach]).kind == .suggest)
    }

    /// Whatever else is true, a mention and a breach each keep a program from deciding.
    @Test(arguments: 0..<200) func sensitiveIsNeverAutomatic(number: Int) {
        let decision = decision(number % 3 == 0 ? [Self.breach] : []) {
            $0.scope = Double(number % 7) / 6
            $0.certainty = Double(number % 11) / 10
            $0.newWords = number % 5
            $0.mentions = [Self.mention]
        }
        #expect(decision.kind != .auto && decision.obstacles.contains(.sensitive(Self.mention)))
    }
}
