import FlywheelKit
import Testing

@testable import Assessment

@Suite struct MaturityCheckTests {
    /// What is taken from a share of problems that pass everything, and the check that then says no, at what value.
    struct Loss: Sendable, CustomTestStringConvertible {
        let check: String
        let value: Double
        let isLost: @Sendable (inout Problem) -> Void
        var testDescription: String { check }
    }

    /// Twelve of forty problems lose something.
    static let losses = [
        Loss(check: "2.1", value: 0.7) { ($0.steps, $0.stepsDone, $0.stepsAutomatic) = (0, 0, 0) },
        Loss(check: "3.1", value: 0.7) { ($0.stepsDone, $0.stepsAutomatic) = (0, 0) },
        Loss(check: "3.2", value: 0.7) {
            $0.claimed = $0.due?.advanced(byDays: 0.5)
            $0.ended = $0.due?.advanced(byDays: 1)
        },
        Loss(check: "3.3", value: 0.7) { $0.ended = $0.due?.advanced(byDays: 1) },
        Loss(check: "3.4", value: 0.7) { $0.cause = 1 },
        Loss(check: "4.3", value: 0.7) { $0.source = .person },
        Loss(check: "5.1", value: 0.7) { $0.closer = nil },
        Loss(check: "5.2", value: 0.7) { $0.verdict = .noise },
        Loss(check: "5.3", value: 0.7) { $0.isVerified = false },
    ]

    @Test(arguments: losses) func aCheckSaysNoOnWhatItAsksFor(_ loss: Loss) throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<12 { loss.isLost(&history.problems[place]) }
        let document = GoldenHistory.assess(history)
        let check = try #require(document.check("suppressions", loss.check))
        #expect(check.outcome == .notMet)
        #expect(abs((check.value ?? 0) - loss.value) < 1e-12)
        let against = try #require(check.evidence.last)
        #expect(against.count == 12)
        #expect(against.ids == (1...12).map { "X\($0)" })
        #expect(document.workflow("suppressions")?.level == (Int(loss.check.prefix(1)) ?? 0) - 1)
    }

    @Test func aPlaybookThatNobodyOpensIsNotRead() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<21 {
            (history.problems[place].hasOpenedPlaybook, history.problems[place].stepsDone) = (false, 0)
        }
        #expect(
            GoldenHistory.assess(history).check("suppressions", "2.2")?.fact
                == "19 of 40 closes in which the playbook was opened")
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 1)
    }

    @Test func whoeverDidAStepHasReadThePlaybookAndNoiseNeedsNone() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in history.problems.indices { history.problems[place].hasOpenedPlaybook = false }
        for place in 0..<10 { (history.problems[place].verdict, history.problems[place].stepsDone) = (.noise, 0) }
        let document = GoldenHistory.assess(history)
        #expect(document.check("suppressions", "2.2")?.fact == "30 of 30 closes in which the playbook was opened")
        #expect(document.check("suppressions", "3.1")?.fact == "120 of 120 steps of playbooks that were done")
    }

    @Test func oneWordForWhateverIsClosedNamesNoCause() throws {
        var history = try GoldenHistory.at([6], count: 40)
        #expect(GoldenHistory.assess(history).check("suppressions", "3.4")?.outcome == .met, "one kind, one cause")
        history.kinds = ["a", "b"]
        for place in 0..<10 { history.problems[place].kind = 1 }
        let check = try #require(GoldenHistory.assess(history).check("suppressions", "3.4"))
        #expect(check.outcome == .notMet)
        #expect(
            check.fact == "0 of 40 closes that name a root cause; nearly all name image, whatever was found")
        let window = MetricWindow(after: history.from, through: history.until)
        #expect(MetricReader(history).value(of: .causeCapture, in: window).value == 0)
        history.causes.append("price")
        for place in 0..<3 { history.problems[place].cause = 2 }
        let varied = GoldenHistory.assess(history).check("suppressions", "3.4")
        #expect(varied?.fact == "40 of 40 closes that name a root cause")
    }

    @Test func aCloseThatTheDataRefutedWasOneAndWasNotConfirmed() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<6 {
            (history.problems[place].notFixed, history.problems[place].refuted) = (
                2, history.until.advanced(byDays: -9)
            )
        }
        // Of these the problem stands open.
        for place in 0..<2 { (history.problems[place].ended, history.problems[place].closer) = (nil, nil) }
        let check = try #require(GoldenHistory.assess(history).check("suppressions", "5.3"))
        #expect(check.fact == "38 of 50 closes that the data confirmed")
        #expect(check.outcome == .notMet)
        for place in 0..<6 { history.problems[place].refuted = history.from.advanced(byDays: -1) }
        #expect(
            GoldenHistory.assess(history).check("suppressions", "5.3")?.fact
                == "38 of 38 closes that the data confirmed")
    }

    @Test func onePersonAloneIsTribalUnlessThereIsNobodyElse() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in history.problems.indices where place % 4 > 0 { history.problems[place].closer = 1 }
        for place in history.problems.indices where place % 4 == 0 { history.problems[place].closer = 0 }
        #expect(GoldenHistory.assess(history).check("suppressions", "2.3")?.outcome == .notMet)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 1)
        history.turns[90].staff = 1
        #expect(GoldenHistory.assess(history).check("suppressions", "2.3")?.outcome == .notApplicable)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 6)
    }

    @Test func openRowsPastTheirTimeCountAgainstAndThoseWithTimeLeftDoNot() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<10 {
            history.problems[place].ended = nil
            history.problems[place].closer = nil
            history.problems[place].claimed = nil
            history.problems[place].due =
                place < 4 ? history.until.advanced(byDays: 1) : history.from.advanced(byDays: 80)
        }
        let document = GoldenHistory.assess(history)
        #expect(document.check("suppressions", "3.2")?.fact == "30 of 36 problems that had an owner when due")
        #expect(document.check("suppressions", "3.3")?.fact == "30 of 36 problems that were over when due")
    }

    @Test func whatWasDueWhenItWasFoundCountsNeitherWay() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<10 { history.problems[place].due = history.problems[place].detected }
        let document = GoldenHistory.assess(history)
        #expect(document.check("suppressions", "3.2")?.fact == "30 of 30 problems that had an owner when due")
        #expect(document.check("suppressions", "3.3")?.fact == "30 of 30 problems that were over when due")
    }

    @Test func closesThatMayStillBeConfirmedAreNotJudgedYet() throws {
        var history = try GoldenHistory.at([6], count: 40)
        for place in 0..<10 {
            history.problems[place].isVerified = nil
            history.problems[place].ended = history.until.advanced(byDays: place < 5 ? -3 : -8)
            history.problems[place].due = history.until
        }
        let check = try #require(GoldenHistory.assess(history).check("suppressions", "5.3"))
        #expect(check.count == 30)
        #expect(check.outcome == .met)
        for place in 0..<40 { history.problems[place].isVerified = nil }
        #expect(GoldenHistory.assess(history).check("suppressions", "5.3")?.outcome == .inconclusive)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 4)
    }

    @Test func aThresholdWithoutEvidenceOrTakenBackTunesNothing() throws {
        var history = try GoldenHistory.at([6])
        history.decisions[0].evidence = []
        #expect(GoldenHistory.assess(history).check("suppressions", "6.1")?.outcome == .notMet)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 5)
        history.decisions[0].evidence = ["X1"]
        history.decisions[0].rolledBack = history.until.advanced(byDays: -1)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 5)
        history.decisions[0].rolledBack = history.until.advanced(byDays: 1)
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 6)
    }

    @Test(arguments: [Decision.Effect?.none, .inconclusive, .worse])
    func aGainThatWasNotMeasuredIsNone(_ effect: Decision.Effect?) throws {
        var history = try GoldenHistory.at([6])
        history.decisions[0].effect = effect
        let check = try #require(GoldenHistory.assess(history).check("suppressions", "6.2"))
        #expect(check.outcome == (effect == .worse ? .notMet : .inconclusive))
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 5)
    }
}
