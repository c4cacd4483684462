import Testing

@testable import Assessment

@Suite struct MaturityModelTests {
    @Test func theStandardModelHasNoFaults() {
        #expect(MaturityModel.standard.faults == [])
        #expect(MaturityModel.standard.levels.count == 6)
        #expect(MaturityModel.standard.levels.map(\.cmmi) == [1, 2, 3, 3, 4, 5])
        for check in MaturityModel.standard.checks {
            #expect(check.id.hasPrefix("\(check.level)."))
            #expect(![check.title, check.question, check.reason, check.remedy].contains(""))
            #expect(check.title.count <= 20)
        }
    }

    @Test func everyMeasureIsAskedForOnce() {
        let asked = MaturityModel.standard.checks.map(\.measure)
        #expect(Set(asked) == Set(MaturityMeasure.allCases))
        #expect(asked.count == MaturityMeasure.allCases.count)
    }

    @Test func aModelThatCannotBeUsedSaysWhy() {
        var model = MaturityModel.standard
        model.levels[2].number = 4
        model.levels[0].cmmi = 6
        model.checks[0].limit = 80
        model.checks[1].id = "2.1"
        model.checks[2].level = 9
        model.checks[3].minimumEvents = 0
        model.checks.removeAll { $0.level == 6 }
        model.decisionDays = 5
        model.connections.steps.removeLast()
        #expect(
            model.faults == [
                "levels are numbered [1, 2, 4, 4, 5, 6], expected 1, 2, 3 and so on",
                "level 1 has cmmi 6, expected 1 to 5",
                "level 6 has no check, so everything would pass it",
                "check 2.1 has the limit 80.0, expected a share from 0 to 1",
                "check 2.1 stands there twice",
                "check 2.3 is of level 9, expected 2 to 6",
                "check 3.1 wants 0 events, expected 1 or more",
                "decisionDays is 5, expected windowDays, 91, or more",
                "connections.steps reach [3, 4], expected 3, 4 and 5",
            ])
    }
}
