import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing
import Thresholds

@testable import Learning

@Suite struct ThresholdDeskTests {
    @Test func fewLabelsAreRefusedWithTheirNumber() throws {
        let world = try ScoreWorld()
        try world.live(0..<2)
        let findings = try world.desk(at: ScoreWorld.moment(2)).propose()
        #expect(findings.map(\.refusal) == [.tooFewLabels(found: 8, needed: 30)])
        #expect(try world.store.loopRecords(.proposal).isEmpty)
    }

    @Test func whatIsNearestToBeTunedSaysWhatItLacks() throws {
        let world = try ScoreWorld()
        #expect(try world.desk(at: ScoreWorld.moment(0)).nearest() == nil, "nothing is known yet")
        try world.live(0..<2)
        let nearest = try #require(try world.desk(at: ScoreWorld.moment(2)).nearest())
        #expect(nearest.workflow == "score" && nearest.lack == .tooFewLabels(found: 8, needed: 30))
        try world.live(2..<13)
        let asked = world.desk(at: ScoreWorld.moment(12).advanced(byDays: 0.2))
        #expect(try #require(try asked.nearest()).lack == nil)
        #expect(try asked.propose().first?.kept != nil)
        #expect(try asked.nearest() == nil, "what is under way lacks nothing")
    }

    @Test(arguments: [0.2, 4.2, 6.2]) func theSameIsProposedWhateverTheDayOfTheWeek(days: Double) throws {
        let world = try ScoreWorld()
        try world.live(0..<13)
        let findings = try world.desk(at: ScoreWorld.moment(12).advanced(byDays: days)).propose()
        #expect(findings.first?.kept?.proposal.to == 48, "\(findings.map(\.refusal))")
    }

    @Test func aSecondLookIsOfTheExceptionThatItWasTakenAt() throws {
        let world = try ScoreWorld()
        try world.live(0..<2)
        let now = ScoreWorld.moment(2)
        func labels() throws -> LabelReader {
            try LabelReader(world.store, workflow: "score", from: ScoreWorld.start, until: now)
        }
        let outcome = try #require(try world.store.outcomes().first { $0.work?.closer == "ann" })
        for (other, audit) in [(true, nil), (false, Verdict.actionable)] {
            let id = other ? ExceptionID(outcome.exception.number + 1_000) : outcome.exception
            var body = CandidateBody(
                fingerprint: outcome.fingerprint, tier: nil, weight: 1, evidence: "{}", secondLookAt: id, firstBy: "ann"
            )
            body.judged = CandidateBody.Judged(verdict: .actionable, by: "carol", at: now)
            let record = LoopRecord(
                .candidate, number: try world.store.reserve(1, of: .candidate), key: "planted \(id)", workflow: "score",
                state: ReviewDesk.State.judged.rawValue, at: now, by: "carol", body: try CanonicalJSON.text(body))
            try world.store.keep([record], by: .flywheel, at: now)
            #expect(try labels().labels[outcome.fingerprint]?.audit == audit)
        }
    }

    @Test func aProposalGoesTheWholeWayAndTheKnobMovesWithADecision() throws {
        let world = try ScoreWorld()
        try world.live(0..<13)
        let asked = ScoreWorld.moment(12).advanced(byDays: 0.2)
        let findings = try world.desk(at: asked).propose()
        let kept = try #require(findings.first?.kept, "\(findings.map(\.refusal))")
        #expect(kept.proposal.state == .backTested && kept.proposal.from == 40 && kept.proposal.to == 48)
        let choice = try #require(kept.proposal.choice)
        #expect(choice.gain.low > 0 && choice.heldOutAfter.heroRecall?.value == 1)
        #expect(kept.proposal.wish == "less in vain" && kept.proposal.steps.first?.reason == "workflow")
        #expect(choice.heldOutBefore.precision?.value == 0.5 && choice.heldOutAfter.precision?.value == 1)
        let number = kept.record.number
        #expect(throws: LoopError.notNow("T\(number)", .backTested)) { try world.desk(at: asked).approve(number) }
        // While one is under way, nothing else of its workflow is proposed.
        #expect(try world.desk(at: asked).propose().isEmpty)

        #expect(try world.turn(13).map(\.proposal.state) == [.shadow])
        try world.work(13)
        #expect(try world.value == 40)
        #expect(try world.turn(14).map(\.proposal.state) == [.awaitingApproval])
        let shadow = try #require(try world.desk(at: asked).proposal(number).proposal.shadow)
        #expect(shadow.wouldEnd == ScoreWorld.noise.count && shadow.wouldEndHeroes == 0 && shadow.wouldOpen == 0)

        let approved = ScoreWorld.moment(14).advanced(byDays: 0.1)
        let watched = try world.desk(at: approved).approve(number)
        #expect(try watched.proposal.state == .watched && world.value == 48)
        let register = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: approved)
        let decision = try register.decision(try #require(watched.proposal.decision))
        #expect(decision.body.subject == "score.least" && decision.body.evidence == ["T\(number)"])
        #expect(decision.body.review == approved.advanced(byDays: 28) && decision.state == .inForce)
        try world.work(14)
        try world.live(15..<18)
        #expect(try world.desk(at: asked).proposal(number).proposal.state == .kept)
        #expect(try world.value == 48)

        // By hand it can still be taken back, and the decision with it.
        let end = ScoreWorld.moment(18)
        try world.desk(at: end).rollBack(number, reason: "season")
        #expect(try world.value == 40)
        #expect(try register.decision(decision.record.number).state == .rolledBack)
    }

    @Test func aSecondLookFromOneMomentCountsANewShadowOnce() throws {
        let world = try ScoreWorld()
        try world.live(0..<13)
        try world.look(12)
        let turns = try world.store.rotations().count
        let asked = ScoreWorld.moment(12).advanced(byDays: 0.2)
        let number = try #require(try world.desk(at: asked).propose().first?.kept).record.number
        for moved in [[ProposalState.shadow], [], []] {
            #expect(try world.look(12).map(\.proposal.state) == moved)
            let proposal = try world.desk(at: asked).proposal(number).proposal
            #expect(proposal.state == .shadow && proposal.shadow?.rotations == 1)
        }
        #expect(try world.store.rotations().count == turns + 1)
    }

    @Test func aPlantedBadChangeGoesBackByItself() throws {
        let world = try ScoreWorld()
        try world.live(0..<13)
        let now = ScoreWorld.moment(12).advanced(byDays: 0.2)
        var bad = ThresholdProposal(
            workflow: "score", knob: "least", from: 40, to: 90, choice: nil, at: now, by: "planted")
        for state in [ProposalState.backTested, .shadow, .awaitingApproval] {
            try bad.move(to: state, at: now, by: "planted")
        }
        let number = try world.store.reserve(1, of: .proposal)
        try world.store.keep(
            [
                LoopRecord(
                    .proposal, number: number, key: "planted", workflow: "score", state: bad.state.rawValue, at: now,
                    by: "planted", body: try CanonicalJSON.text(bad))
            ], by: Actor(.person, "ann"), at: now)
        let decision = try #require(try world.desk(at: now).approve(number).proposal.decision)
        #expect(try world.value == 90)

        try world.live(13..<15)
        try world.turn(15)
        let kept = try world.desk(at: now).proposal(number)
        let end = try #require(kept.proposal.steps.last)
        #expect(kept.proposal.state == .rolledBack && end.reason == "heroRecall")
        #expect(try world.value == 40)
        let register = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: now)
        #expect(try register.decision(decision).state == .rolledBack)
    }

    @Test func whatAPersonSetsIsNotTuned() throws {
        var world = try ScoreWorld()
        try world.live(0..<13)
        let asked = ScoreWorld.moment(12).advanced(byDays: 0.2)
        let number = try #require(try world.desk(at: asked).propose().first?.kept).record.number
        try world.set(least: 60)
        #expect(try world.value == 60)
        #expect(throws: LoopError.notNow("T\(number)", .backTested)) { try world.desk(at: asked).approve(number) }
        let moved = try world.turn(13).map(\.proposal)
        #expect(moved.map(\.state) == [.refused] && moved.first?.steps.last?.reason == "set-in-flywheel-yaml")
        let findings = try world.desk(at: ScoreWorld.moment(13)).propose()
        #expect(findings.map(\.refusal) == [.isSet] && findings.map(\.value) == [60])
        #expect(try world.store.loopRecords(.proposal).count == 1)
    }

    @Test func whatWasApprovedEndsWhereAPersonSetsTheKnob() throws {
        var world = try ScoreWorld()
        try world.live(0..<13)
        let asked = ScoreWorld.moment(12).advanced(byDays: 0.2)
        let number = try #require(try world.desk(at: asked).propose().first?.kept).record.number
        try world.live(13..<15)
        try world.set(least: 60)
        let approved = ScoreWorld.moment(14).advanced(byDays: 0.1)
        #expect(throws: LoopError.isSet("T\(number)", "score.least")) { try world.desk(at: approved).approve(number) }
        try world.set(least: nil)
        let decision = try #require(try world.desk(at: approved).approve(number).proposal.decision)
        try world.set(least: 60)
        #expect(try world.turn(15).map(\.proposal.state) == [.rolledBack])
        #expect(try world.value == 60)
        let register = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: approved)
        #expect(try register.decision(decision).state == .rolledBack)
        try world.set(least: nil)
        #expect(try world.value == 40, "nothing of it is left below what was set")
    }

    @Test func whatTwoPeopleDecideAtOnceIsNotDecidedTwice() throws {
        let world = try ScoreWorld()
        try world.live(0..<13)
        let now = ScoreWorld.moment(12).advanced(byDays: 0.2)
        let number = try #require(try world.desk(at: now).propose().first?.kept).record.number
        #expect(try world.desk(at: now).refuse(number, reason: "season").proposal.state == .refused)
        #expect(throws: LoopError.notNow("T\(number)", .refused)) {
            try world.desk(at: now).refuse(number, reason: "season")
        }
        #expect(throws: LoopError.unknown("T99")) { try world.desk(at: now).approve(99) }
        #expect(throws: LoopError.unknownKnob("score.most")) { try world.desk(at: now).knob("score.most") }
    }
}
