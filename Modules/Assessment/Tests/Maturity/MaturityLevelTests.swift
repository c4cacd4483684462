import FlywheelKit
import Testing

@testable import Assessment

@Suite struct MaturityLevelTests {
    @Test(arguments: 1...6) func aHistoryStandsAtTheLevelItWasMadeFor(_ level: Int) throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([level, 6, 6]))
        let workflow = try #require(document.workflow("suppressions"))
        #expect(workflow.level == level)
        #expect(workflow.state == .measured)
        #expect(workflow.levelTitle == MaturityModel.standard.levels[level - 1].title)
        #expect(workflow.checks.map(\.id) == MaturityModel.standard.checks.map(\.id))
        #expect(document.workflow("inventory")?.level == 6)
    }

    @Test func theFirstCheckThatSaysNoIsNext() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([3, 5, 1]))
        #expect(document.workflow("suppressions")?.next == "4.1 owner by rule")
        #expect(document.workflow("inventory")?.next == "6.1 tuned by outcomes")
        #expect(document.workflow("pricing")?.next == "2.1 playbook exists")
    }

    @Test func whatIsNotThereIsNotInstalledAndWhatFoundNothingIsNotMeasured() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([6, 6, 0], count: 0))
        #expect(document.workflow("cases")?.state == .notInstalled)
        #expect(document.workflow("cases")?.level == nil)
        #expect(document.workflow("pricing")?.state == .notMeasuredYet)
        #expect(document.workflow("pricing")?.level == nil)
    }

    @Test func aWorkflowOfAnotherNameIsJudgedLikeAnyOther() throws {
        var history = try GoldenHistory.at([6, 4])
        history.workflows[1].id = "returns"
        history.workflows[1].title = "Returns"
        let document = GoldenHistory.assess(history)
        #expect(document.workflow("returns")?.level == 4)
        #expect(document.workflows.last?.id == "returns")
        #expect(document.workflow("inventory")?.state == .notInstalled)
    }

    @Test func tooFewEventsAreInconclusiveAndSayHowManyAreMissing() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([6, 2], count: 12))
        for id in ["suppressions", "inventory"] {
            let workflow = try #require(document.workflow(id))
            #expect(workflow.state == .inconclusive)
            #expect(workflow.level == nil)
            #expect(workflow.next == "2.1 8 more problems worked on needed")
            #expect(!workflow.checks.contains { $0.outcome == .notMet && $0.level < 6 })
        }
    }

    @Test func aLevelWithNothingMetIsNotReached() throws {
        var model = MaturityModel.standard
        model.checks = model.checks.filter { $0.level < 6 || $0.id == "6.1" }
        var history = try GoldenHistory.at([6])
        history.workflows[0].knobs = 0
        let document = GoldenHistory.assess(history, by: model)
        #expect(document.check("suppressions", "6.1")?.outcome == .notApplicable)
        #expect(document.workflow("suppressions")?.level == 5)
    }

    @Test func problemsOutsideTheWindowCountForNothing() throws {
        var history = try GoldenHistory.at([6])
        history.from = GoldenHistory.from.advanced(byDays: -365)
        for place in history.problems.indices {
            history.problems[place].detected = history.from
            history.problems[place].ended = history.from.advanced(byDays: 1)
        }
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.state == .notMeasuredYet)
    }

    @Test func theOrderOfChecksProblemsAndDecisionsDoesNotMatter() throws {
        let history = try GoldenHistory.at([3, 6, 4])
        let document = GoldenHistory.assess(history)
        var turned = history
        turned.decisions.reverse()
        var model = MaturityModel.standard
        model.checks.reverse()
        #expect(GoldenHistory.assess(turned, by: model) == document)
        turned.problems.reverse()
        let again = GoldenHistory.assess(turned, by: model)
        // Which records are shown first follows the history's order; what is concluded does not.
        #expect(again.workflows.map(\.level) == document.workflows.map(\.level))
        #expect(again.connections.map(\.level) == document.connections.map(\.level))
        #expect(again.workflows.flatMap(\.checks).map(\.fact) == document.workflows.flatMap(\.checks).map(\.fact))
    }

    @Test func aMinorityWithoutTheAnswerIsLeftOutAndAMajorityDecidesNothing() throws {
        var history = try GoldenHistory.at([6], count: 60)
        for place in 0..<25 { history.problems[place].due = nil }
        #expect(GoldenHistory.assess(history).check("suppressions", "3.2")?.outcome == .met)
        #expect(GoldenHistory.assess(history).check("suppressions", "3.2")?.count == 35)
        for place in 25..<40 { history.problems[place].due = nil }
        let document = GoldenHistory.assess(history)
        #expect(document.check("suppressions", "3.2")?.outcome == .inconclusive)
        #expect(document.check("suppressions", "3.2")?.fact == "40 of 60 problems with a due time are not known")
        #expect(document.workflow("suppressions")?.level == 2)
    }
}
