import FlywheelKit
import Testing

@testable import Suppressions

@Suite struct ResolutionTests {
    private func resolution(_ line: Line) throws -> Resolution {
        stage.resolve(try #require(findings(line).first).evidence)
    }

    @Test func namesTheAttributeAndTheStateToReach() throws {
        let resolution = try resolution(
            Line(status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required but not supplied."))
        #expect(resolution.playbook?.id == "missing-attribute")
        #expect(resolution.suggestion?.action == "Supply brand in the listing's template and resubmit it")
        #expect(resolution.suggestion?.target == "the issue brand is gone from the next report")
        #expect(resolution.suggestion?.unknowns.count == 2)
        guard case .act(let remedy) = resolution.action else {
            Issue.record("expected a remedy, found \(resolution.action)")
            return
        }
        #expect(remedy.isReversible)
    }

    @Test(
        arguments: [
            ("MISSING_ATTRIBUTE", nil, IssueGroup.missingAttribute), ("Invalid attribute", nil, .invalidAttribute),
            ("MISSING_IMAGE", nil, .image), ("INVALID_PRICE", nil, .price), ("DUPLICATE", nil, .duplicate),
            ("QUALIFICATION_REQUIRED", nil, .approval), ("Bild", nil, .other), (nil, nil, .other),
            ("Missing info", "[main_product_image_locator] is required", .image),
            ("Missing info", "[item_name] is required", .titleOrDescription),
            ("Missing info", "[product_type] is required", .wrongCategory),
            ("Missing info", "[compliance_media] is required", .compliance),
        ] as [(String?, String?, IssueGroup)])
    func findsThePlaybookByAttributeThenReason(reason: String?, issue: String?, group: IssueGroup) throws {
        let resolution = try resolution(Line(status: "Suppressed", reason: reason, issue: issue))
        #expect(resolution.playbook?.id == group.rawValue)
    }

    @Test func asksAPersonWhereProofIsNeeded() throws {
        guard case .ask = try resolution(Line(status: "Removed", reason: "QUALIFICATION_REQUIRED")).action else {
            Issue.record("a policy decision must not be acted on without a person")
            return
        }
    }

    @Test(arguments: IssueGroup.allCases)
    func hasAPlaybookAndACauseForEachGroup(group: IssueGroup) {
        #expect(group.playbook.steps.count >= 3)
        #expect(group.playbook.minutes > 0)
        #expect(SuppressionsStage.manifest.rootCauses.contains { $0.id == group.usualCause })
    }
}

@Suite struct LearningTests {
    private func outcome(daysUnseen: Double, daysLasted: Double) throws -> Outcome<SuppressionEvidence> {
        let finding = try #require(findings(Line(status: "Removed")).first)
        return Outcome(
            evidence: finding.evidence, kind: finding.kind.id, verdict: .actionable, rootCause: "policy",
            isVerified: true, onset: asOf, detected: asOf.advanced(byDays: daysUnseen),
            ended: asOf.advanced(byDays: daysLasted))
    }

    @Test func measuresHowLongProblemsWentUnseenAndLasted() throws {
        var record = TrackRecord()
        stage.learn(try outcome(daysUnseen: 1, daysLasted: 4), into: &record)
        stage.learn(try outcome(daysUnseen: 2, daysLasted: 7), into: &record)
        let measures = SuppressionsStage.measure(record)
        #expect(measures.first { $0.name == "days unseen" }?.value == 1.5)
        #expect(measures.first { $0.name == "days lasted: product page removed" }?.value == 5.5)
        #expect(measures.first { $0.name == "days lasted: product page removed" }?.samples == 2)
    }

    @Test func measuresNoDaysOfAnEmptyRecord() {
        #expect(SuppressionsStage.measure(TrackRecord()).map(\.name) == ["precision", "resolved"])
    }
}
