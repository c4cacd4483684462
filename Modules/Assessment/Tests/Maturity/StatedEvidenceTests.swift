import FlywheelKit
import Testing

@testable import Assessment

@Suite struct StatedEvidenceTests {
    private func attachment(_ check: String, until days: Double) -> AssessmentDocument.Attachment {
        .init(
            id: "F2", workflow: "suppressions", check: check, file: "steps.pdf", hash: "ab", by: "ana",
            until: GoldenHistory.until.advanced(byDays: days), hasExpired: false)
    }

    private func exemption(_ check: String, until days: Double) -> AssessmentDocument.Exemption {
        .init(
            id: "E1", workflow: "suppressions", check: check, reason: "new team", by: "ana",
            until: GoldenHistory.until.advanced(byDays: days), hasExpired: false)
    }

    private func history() throws -> WorkHistory {
        var history = try GoldenHistory.at([6], count: 60)
        // Too few rows have a playbook here, and those that have one follow it.
        for place in 0..<30 {
            (history.problems[place].steps, history.problems[place].stepsDone) = (0, 0)
            history.problems[place].stepsAutomatic = 0
        }
        return history
    }

    @Test func anAttachedPlaybookCountsUntilItExpires() throws {
        let history = try history()
        #expect(GoldenHistory.assess(history).workflow("suppressions")?.level == 1)
        let held = GoldenHistory.assess(history, stated: .init(attachments: [attachment("2.1", until: 30)]))
        #expect(held.workflow("suppressions")?.level == 6)
        #expect(held.check("suppressions", "2.1")?.evidence.first?.ids == ["F2"])
        #expect(held.attachments.first?.hasExpired == false)
        let expired = GoldenHistory.assess(history, stated: .init(attachments: [attachment("2.1", until: 0)]))
        #expect(expired.workflow("suppressions")?.level == 1)
        #expect(expired.attachments.first?.hasExpired == true)
    }

    @Test func aFileNeverStandsForWhatTheDataCanShow() throws {
        var history = try GoldenHistory.at([6], count: 60)
        for place in 0..<30 { history.problems[place].cause = nil }
        let document = GoldenHistory.assess(history, stated: .init(attachments: [attachment("3.4", until: 30)]))
        #expect(document.check("suppressions", "3.4")?.outcome == .notMet)
        #expect(document.workflow("suppressions")?.level == 2)
    }

    @Test func aFileMakesNothingOfAWorkflowThatFoundNothing() throws {
        let document = GoldenHistory.assess(
            try GoldenHistory.empty(), stated: .init(attachments: [attachment("2.1", until: 30)]))
        #expect(document.workflow("suppressions")?.state == .notMeasuredYet)
        #expect(document.check("suppressions", "2.1")?.outcome == .inconclusive)
    }

    @Test func anExemptionLeavesACheckOutUntilItExpires() throws {
        var history = try GoldenHistory.at([6], count: 60)
        for place in 0..<30 { history.problems[place].cause = nil }
        let held = GoldenHistory.assess(history, stated: .init(exemptions: [exemption("3.4", until: 30)]))
        #expect(held.check("suppressions", "3.4")?.outcome == .exempt)
        #expect(held.workflow("suppressions")?.level == 6)
        #expect(held.workflow("suppressions")?.exempted == ["3.4"])
        let expired = GoldenHistory.assess(history, stated: .init(exemptions: [exemption("3.4", until: -1)]))
        #expect(expired.check("suppressions", "3.4")?.outcome == .notMet)
        #expect(expired.workflow("suppressions")?.level == 2)
        #expect(expired.exemptions.first?.hasExpired == true)
    }

    @Test func exemptionsAloneProveNoLevel() throws {
        let history = try GoldenHistory.at([1], count: 60)
        let exempt = ["2.1", "2.2", "2.3"].map { exemption($0, until: 30) }
        let workflow = GoldenHistory.assess(history, stated: .init(exemptions: exempt)).workflow("suppressions")
        #expect(workflow?.level == nil)
        #expect(workflow?.state == .inconclusive)
    }
}
