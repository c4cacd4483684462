import Cases
import FlywheelKit
import Testing

@Suite struct DisputeTests {
    let start = Instant(seconds: 1_763_000_000)

    func day(_ days: Int64, _ seconds: Int64 = 0) -> Instant { start.advanced(bySeconds: days * 86_400 + seconds) }

    /// A case with a dispute over EUR 100.00 opened on day 0.
    func dispute(
        _ kind: DisputeKind, platform: String = "", desk: Side = .seller, deadline: Instant? = nil,
        amount: Money? = nil
    ) throws -> Case {
        var ours = Case(source: "mail", code: "1", account: "acme")
        let rules = try #require(DisputeRules.standard(kind, platform: platform))
        let amount = try amount ?? euros(10_000)
        let terms = DisputeTerms(rules, reason: "never-arrived", desk: desk, amount: amount, deadline: deadline)
        try ours.dispute(.opened(terms), at: start, by: .person("mia"))
        return ours
    }

    func stage(_ ours: Case, _ now: Instant) -> DisputeStage? { ours.disputes(at: now).last?.stage }

    @Test func theStandardRulesCanAllBeFollowed() {
        for rules in DisputeRules.standard { #expect(rules.problems == [], "\(rules.name)") }
        #expect(DisputeKind.allCases.allSatisfy { DisputeRules.standard($0) != nil })
        #expect(DisputeRules.standard(.itemNotReceived, platform: "paypal")?.rules(of: .negotiation)?.days == 20)
        #expect(DisputeRules.standard(.chargeback, platform: "paypal")?.platform == "")
    }

    @Test func silenceLosesAtTheDeadlineAndNotASecondBefore() throws {
        let ours = try dispute(.guaranteeClaim)
        #expect(stage(ours, day(3, -1)) == .response)
        let lost = try #require(ours.disputes(at: day(3)).last)
        #expect(lost.stage == .decided)
        #expect(lost.ruling == Ruling(.upheld, by: nil, authority: .deadline, at: day(3)))
        #expect(lost.award == (try euros(10_000)))
        #expect(lost.winner == .claimant)
        #expect(ours.lapses(until: day(40)).map(\.at) == [day(3), day(33)])
        #expect(stage(ours, day(33)) == .closed)
    }

    @Test func aStatedDeadlineGoesBeforeTheRules() throws {
        let ours = try dispute(.guaranteeClaim, deadline: day(5))
        #expect(stage(ours, day(4)) == .response)
        #expect(stage(ours, day(5)) == .decided)
    }

    @Test func nobodyEscalatesSoItEndsWithoutAWinner() throws {
        let ours = try dispute(.itemNotReceived, platform: "paypal")
        let over = try #require(ours.disputes(at: day(20)).last)
        #expect(over.stage == .closed && over.ruling?.outcome == .withdrawn && over.winner == nil)
    }

    @Test func anAnswerInTimeGoesToReviewAndTheLetterDecides() throws {
        var ours = try dispute(.guaranteeClaim)
        try ours.dispute(
            .evidence(Evidence(.delivery, by: .respondent, reference: "1Z999")), at: day(1), by: .person("mia"))
        try ours.dispute(.moved(to: .review, by: .respondent, deadline: nil), at: day(2), by: .person("mia"))
        #expect(stage(ours, day(300)) == .review)
        try ours.dispute(
            .decided(.denied, by: .reviewer, authority: .outside(reference: "A1")), at: day(9), by: .person("mia"))
        let won = try #require(ours.disputes(at: day(9)).last)
        #expect(won.stage == .closed && won.winner == .respondent)
        #expect(won.evidence(by: .respondent) == [.delivery] && won.evidence(by: .claimant) == [])
    }

    @Test func illegalMovesFailAndChangeNothing() throws {
        var ours = try dispute(.guaranteeClaim)
        let before = ours
        let moves: [DisputeMove] = [
            .moved(to: .review, by: .claimant, deadline: nil), .moved(to: .closed, by: .respondent, deadline: nil),
            .moved(to: .appeal, by: .respondent, deadline: nil), .appealed(by: .respondent, deadline: nil),
            .decided(.upheld, by: .claimant, authority: .outside(reference: "A1")),
            .decided(.denied, by: .respondent, authority: try decision(1, .refund, euros(10_000))),
            .decided(.withdrawn, by: .reviewer, authority: .outside(reference: "A1")),
            .decided(.upheld, by: .reviewer, authority: .outside(reference: "")),
            .decided(.upheld, by: .reviewer, authority: .deadline),
            .decided(.partly(award: try dollars(1)), by: .reviewer, authority: .outside(reference: "A1")),
            .decided(.partly(award: try euros(10_000)), by: .reviewer, authority: .outside(reference: "A1")),
            .paid(try euros(1), reference: "R1"), .lapsesNoted, .opened(try terms(ours)),
            .evidence(Evidence(.photo, by: .reviewer, reference: "M1")),
            .evidence(Evidence(.photo, by: .claimant, reference: "")), .amount(try dollars(5)), .amount(try euros(0)),
        ]
        for move in moves {
            #expect(throws: DisputeError.self, "\(move)") { try ours.dispute(move, at: day(1), by: .person("mia")) }
            #expect(ours == before)
        }
        #expect(throws: DisputeError.backwards(day(-1), after: start)) {
            try ours.dispute(.withdrawn, at: day(-1), by: .person("mia"))
        }
    }

    func terms(_ ours: Case) throws -> DisputeTerms { try #require(ours.disputes(at: start).last).terms }

    @Test func aMoveAfterTheDeadlineComesTooLate() throws {
        var ours = try dispute(.guaranteeClaim)
        #expect(
            throws: DisputeError.illegal(from: .decided, to: .review, by: .respondent, allowed: [])
        ) { try ours.dispute(.moved(to: .review, by: .respondent, deadline: nil), at: day(3), by: .person("mia")) }
    }

    @Test func theDesksSideGivesInOnlyByADecisionOfTheRightWeight() throws {
        var ours = try dispute(.guaranteeClaim)
        let part = Ruling.Outcome.partly(award: try euros(4_000))
        for authority in [
            Authority.outside(reference: "A1"), .deadline, .claimant, try decision(1, .refund, euros(10_000)),
            try decision(1, .hold, euros(4_000)), try decision(1, .refund, nil),
        ] {
            #expect(throws: DisputeError.self) {
                try ours.dispute(.decided(part, by: .respondent, authority: authority), at: day(1), by: .person("mia"))
            }
        }
        try ours.dispute(
            .decided(part, by: .respondent, authority: try decision(1, .refund, euros(4_000))), at: day(1),
            by: .person("mia"))
        #expect(ours.disputes(at: day(1)).last?.award == (try euros(4_000)))
    }

    @Test func aReviewersRulingWeighsAllThatIsAtStakeWhicheverWayItGoes() throws {
        var ours = try dispute(.guaranteeClaim, desk: .platform)
        let review = DisputeMove.decided(.denied, by: .reviewer, authority: .deadline)
        let weight = try #require(ours.disputes(at: start).last?.weight(of: review))
        #expect(weight == (.refund, try euros(10_000)))
        #expect(throws: DisputeError.needsDecision) {
            try ours.dispute(
                .decided(.denied, by: .reviewer, authority: .outside(reference: "A1")), at: day(1), by: .person("mia"))
        }
        try ours.dispute(
            .decided(.denied, by: .reviewer, authority: try decision(1, .refund, euros(10_000))), at: day(1),
            by: .person("mia"))
    }

    @Test func anAppealTakesWhoLostNewEvidenceAndTime() throws {
        var ours = try dispute(.guaranteeClaim)
        try ours.dispute(
            .evidence(Evidence(.tracking, by: .respondent, reference: "1Z")), at: day(1), by: .person("mia"))
        try ours.dispute(
            .decided(.upheld, by: .reviewer, authority: .outside(reference: "A1")), at: day(1), by: .person("mia"))
        #expect(throws: DisputeError.notTheirs(.claimant, .upheld)) {
            try ours.dispute(.appealed(by: .claimant, deadline: nil), at: day(2), by: .person("mia"))
        }
        #expect(throws: DisputeError.appealNeedsEvidence(.respondent)) {
            try ours.dispute(.appealed(by: .respondent, deadline: nil), at: day(2), by: .person("mia"))
        }
        try ours.dispute(
            .evidence(Evidence(.signature, by: .respondent, reference: "S1")), at: day(2), by: .person("mia"))
        var late = ours
        #expect(throws: DisputeError.noAppeal(.closed)) {
            try late.dispute(.appealed(by: .respondent, deadline: nil), at: day(31), by: .person("mia"))
        }
        try ours.dispute(.appealed(by: .respondent, deadline: nil), at: day(31, -1), by: .person("mia"))
        #expect(ours.disputes(at: day(31)).last?.ruling == nil)
        try ours.dispute(
            .decided(.denied, by: .reviewer, authority: .outside(reference: "A2")), at: day(40), by: .person("mia"))
        let over = try #require(ours.disputes(at: day(40)).last)
        #expect(over.stage == .closed && over.winner == .respondent && over.rulings.count == 2)
    }

    @Test func whoGaveInHasNothingToAppeal() throws {
        var ours = try dispute(.guaranteeClaim)
        try ours.dispute(
            .decided(.upheld, by: .respondent, authority: try decision(1, .refund, euros(10_000))), at: day(1),
            by: .person("mia"))
        #expect(stage(ours, day(1)) == .closed)
        #expect(ours.disputes(at: day(1)).last?.exposure(at: day(1)) == nil)
    }

    @Test func anAppealTakenBackLeavesTheRuling() throws {
        var ours = try dispute(.policyException)
        #expect(stage(ours, day(7)) == .decided)
        try ours.dispute(.appealed(by: .claimant, deadline: nil), at: day(8), by: .person("mia"))
        try ours.dispute(.withdrawn, at: day(9), by: .person("mia"))
        #expect(ours.disputes(at: day(9)).last?.ruling?.outcome == .denied)
    }

    @Test func whatFellDueIsNotedOnceAndTrueWithoutTheNote() throws {
        var ours = try dispute(.guaranteeClaim)
        let unnoted = ours.disputes(at: day(4)).last
        try ours.dispute(.lapsesNoted, at: day(4), by: .person("mia"))
        let noted = ours.disputes(at: day(4)).last
        #expect(noted?.rulings == unnoted?.rulings && noted?.deadline == unnoted?.deadline)
        #expect(throws: DisputeError.nothingLapsed) { try ours.dispute(.lapsesNoted, at: day(5), by: .person("mia")) }
    }

    @Test func aDisputeKeepsTheRulesItWasOpenedUnderAndTheNextBegins() throws {
        var ours = try dispute(.guaranteeClaim)
        try ours.dispute(.withdrawn, at: day(1), by: .person("mia"))
        try ours.dispute(.opened(try terms(ours)), at: day(2), by: .person("mia"))
        #expect(ours.disputes(at: day(2)).map(\.stage) == [.closed, .response])
        #expect(ours.disputes(at: day(2)).last?.deadline == day(5))
    }

    @Test func exposureSaysWhatTheDeadlineWouldCostTheDesk() throws {
        let ours = try dispute(.guaranteeClaim)
        let exposure = try #require(ours.disputes(at: day(1)).last?.exposure(at: day(1)))
        #expect(exposure.atStake == (try euros(10_000)) && exposure.deadline == day(3))
        #expect(exposure.atDeadline == .upheld && exposure.isAgainstDesk)
        #expect(ours.disputes(at: day(4)).last?.exposure(at: day(4))?.isAgainstDesk == true)
        #expect(ours.disputes(at: day(33)).last?.exposure(at: day(33)) == nil)
        let watched = try dispute(.guaranteeClaim, desk: .platform)
        #expect(watched.disputes(at: day(1)).last?.exposure(at: day(1)) == nil)
        let asked = try dispute(.reimbursementClaim)
        #expect(asked.disputes(at: day(1)).last?.exposure(at: day(1))?.isAgainstDesk == true)
    }

    @Test func aRulingLeavesWhatItGivesAndAPaymentNothing() throws {
        func left(_ dispute: Case, _ at: Instant) -> Money? { dispute.disputes(at: at).last?.exposure(at: at)?.atStake }
        func settled(_ dispute: Case, _ at: Instant) -> Money? { dispute.disputes(at: at).last?.settled(at: at) }
        var ours = try dispute(.notAsDescribed, platform: "ebay")
        try ours.dispute(.moved(to: .review, by: .claimant, deadline: nil), at: day(1), by: .person("mia"))
        #expect(try left(ours, day(1)) == euros(10_000))
        #expect(try settled(ours, day(1)) == euros(0))
        try ours.dispute(
            .decided(
                .partly(award: try euros(2_500)), by: .reviewer, authority: .outside(reference: "A1")),
            at: day(1), by: .person("mia"))
        #expect(stage(ours, day(2)) == .decided)
        #expect(try left(ours, day(2)) == euros(2_500))
        #expect(try settled(ours, day(2)) == euros(7_500))
        var appealed = ours
        try ours.dispute(.paid(try euros(2_500), reference: "P1"), at: day(2), by: .person("mia"))
        #expect(ours.disputes(at: day(2)).last?.exposure(at: day(2)) == nil, "the rest is won, until it is appealed")
        #expect(try settled(ours, day(2)) == euros(10_000))
        try appealed.dispute(
            .evidence(Evidence(.signature, by: .claimant, reference: "S1")), at: day(3), by: .person("mia"))
        try appealed.dispute(.appealed(by: .claimant, deadline: nil), at: day(3), by: .person("mia"))
        #expect(try left(appealed, day(3)) == euros(10_000))
    }
}
