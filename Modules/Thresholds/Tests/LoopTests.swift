import FlywheelKit
import Testing

@testable import Thresholds

/// The states of a proposal, the pace of changes and the audit of labels.
@Suite struct LoopTests {
    static let now = Instant(seconds: 1_800_000_000)

    static func proposal() -> ThresholdProposal {
        ThresholdProposal(
            workflow: "stock", knob: "days", from: 10, to: 9, choice: nil, at: now, by: "flywheel")
    }

    @Test func noStepCanBeLeftOut() throws {
        for state in ProposalState.allCases where state != .backTested && state != .refused {
            var proposal = Self.proposal()
            #expect(throws: ProposalStepError(from: .proposed, to: state)) {
                try proposal.move(to: state, at: Self.now, by: "ann")
            }
            #expect(proposal == Self.proposal())
        }
    }

    @Test func theWholeWayIsKept() throws {
        var proposal = Self.proposal()
        for state in [ProposalState.backTested, .shadow, .awaitingApproval, .watched, .kept] {
            try proposal.move(to: state, at: Self.now, by: "ann", reason: "why")
        }
        #expect(proposal.steps.map(\.state).count == 6 && proposal.state.isFinal)
        try proposal.move(to: .rolledBack, at: Self.now, by: "ann", reason: "by-hand")
        #expect(proposal.state == .rolledBack && proposal.state.next.isEmpty)
    }

    @Test func oneThresholdChangesAWeek() {
        let rules = ThresholdRules()
        let pace = ChangePace(accepted: [Self.now, Self.now.advanced(byDays: -20)], rules: rules)
        #expect(pace.next(after: Self.now.advanced(byDays: 2)) == Self.now.advanced(byDays: 7))
        #expect(pace.next(after: Self.now.advanced(byDays: 7)) == Self.now.advanced(byDays: 7))
        #expect(ChangePace(accepted: [], rules: rules).next(after: Self.now) == Self.now)
    }

    @Test func anUncheckedDismissalCountsAsFarAsAuditsBearItOut() {
        func label(_ verdict: Verdict, _ audit: Verdict? = nil) -> Label {
            Label(verdict, by: "bo", at: Self.now, audit: audit)
        }
        let unchecked = label(.noise)
        #expect(LabelAudit([unchecked]).leastDoubt(about: unchecked) == 1)
        #expect(LabelAudit([unchecked]).likelyDoubt(about: unchecked) == 0.5)
        let borneOut = LabelAudit([unchecked] + (0..<40).map { _ in label(.noise, .noise) })
        #expect(borneOut.leastDoubt(about: unchecked) < 0.07)
        let refuted = LabelAudit([unchecked] + (0..<12).map { _ in label(.noise, .actionable) })
        #expect(borneOut.likelyDoubt(about: unchecked) < 0.02)
        #expect(refuted.leastDoubt(about: unchecked) == 1)
        #expect(!refuted.isHeard(unchecked, tolerance: 0.2) && borneOut.isHeard(unchecked, tolerance: 0.2))
        #expect(refuted.isHeard(label(.noise, .noise), tolerance: 0.2))
    }

    @Test func theDataAreBelievedAndASecondLookBeforeTheFirst() {
        #expect(Label(.actionable, by: "bo", at: Self.now, isConfirmed: true, audit: .noise).counted == .actionable)
        #expect(Label(.noise, by: "bo", at: Self.now, audit: .actionable).counted == .actionable)
        #expect(!Label(.selfCleared, by: nil, at: Self.now).isUncheckedDismissal)
    }
}
