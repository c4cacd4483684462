import Cases
import FlywheelKit
import Foundation
import Testing

@Suite struct EscrowTests {
    let start = Instant(seconds: 1_763_000_000)

    func day(_ days: Int64, _ seconds: Int64 = 0) -> Instant { start.advanced(bySeconds: days * 86_400 + seconds) }

    /// A marketplace's dispute over EUR 100.00, held or not.
    func escrow(held cents: Int64? = nil, then party: DisputeParty = .respondent) throws -> Case {
        var ours = Case(source: "mail", code: "1", account: "acme")
        let rules = try #require(DisputeRules.standard(.escrow))
        let terms = DisputeTerms(rules, reason: "inspection", desk: .platform, amount: try euros(10_000))
        try ours.dispute(.opened(terms), at: start, by: .person("mia"))
        if let cents { try ours.dispute(.held(hold(cents, 100, then: party)), at: start, by: .person("mia")) }
        return ours
    }

    func hold(
        _ cents: Int64, _ number: Int64, rule: String = "new-seller", reason: String = "first-sale",
        until: Instant? = nil, then party: DisputeParty = .respondent, weighs: Int64? = nil
    ) throws -> EscrowHold {
        EscrowHold(
            try euros(cents), rule: rule, reason: reason, until: until ?? day(10), then: party,
            authority: try decision(number, .hold, euros(weighs ?? cents)))
    }

    func release(_ cents: Int64, _ number: Int64, to party: DisputeParty, weighs: Int64? = nil) throws -> DisputeMove {
        .released(
            EscrowRelease(
                of: 1, try euros(cents), to: party,
                authority: try decision(number, .release, euros(weighs ?? cents))))
    }

    @Test func aHoldNeedsARuleAReasonAnEndAndADecision() throws {
        var ours = try escrow()
        let sum = try euros(1)
        for bad in [
            try hold(1, 1, rule: ""), try hold(1, 1, reason: ""), try hold(1, 1, until: start),
            try hold(1, 1, until: day(60, 1)), try hold(1, 1, then: .reviewer), try hold(1, 1, weighs: 2),
            try hold(10_001, 1), try hold(0, 1), try hold(-1, 1, weighs: 1),
            EscrowHold(sum, rule: "r", reason: "r", until: day(1), authority: .outside(reference: "A1")),
            EscrowHold(sum, rule: "r", reason: "r", until: day(1), authority: .deadline),
            EscrowHold(
                try dollars(1), rule: "r", reason: "r", until: day(1), authority: try decision(1, .hold, dollars(1))),
        ] {
            #expect(throws: DisputeError.self, "\(bad)") { try ours.dispute(.held(bad), at: start, by: .person("mia")) }
        }
        try ours.dispute(.held(hold(1, 1, until: day(60))), at: start, by: .person("mia"))
        #expect(throws: DisputeError.usedDecision(1)) {
            try ours.dispute(.held(hold(1, 1, weighs: 2)), at: start, by: .person("mia"))
        }
    }

    @Test func aHoldEndsByItselfAtItsEnd() throws {
        let ours = try escrow(held: 4_000)
        #expect(ours.disputes(at: day(10, -1)).last?.held == (try euros(4_000)))
        let over = try #require(ours.disputes(at: day(10)).last)
        #expect(over.held == (try euros(0)) && over.paid == nil)
        #expect(over.escrows.first?.releases.map(\.authority) == [.deadline])
    }

    @Test func aHoldThatEndsForTheClaimantGivesNoMoreThanIsLeft() throws {
        var ours = try escrow(held: 8_000, then: .claimant)
        try ours.dispute(
            .decided(.partly(award: euros(5_000)), by: .respondent, authority: .outside(reference: "OK")), at: day(1),
            by: .person("mia"))
        let over = try #require(ours.disputes(at: day(10)).last)
        #expect(over.paid == (try euros(5_000)))
        #expect(over.held == (try euros(0)))
        #expect(over.escrows.first?.releases.map(\.to) == [.claimant, .respondent])
    }

    @Test func aHoldThatEndsAfterARulingGoesByTheRuling() throws {
        let rulings: [(Ruling.Outcome, claimants: Int64)] = [
            (.upheld, 8_000), (.partly(award: try euros(5_000)), 5_000), (.partly(award: try euros(9_000)), 8_000),
        ]
        for (outcome, claimants) in rulings {
            var ours = try escrow(held: 8_000)
            try ours.dispute(
                .decided(outcome, by: .respondent, authority: .outside(reference: "OK")), at: day(1),
                by: .person("mia"))
            let over = try #require(ours.disputes(at: day(10)).last)
            #expect(try over.paid == euros(claimants) && over.held == euros(0))
        }
        // What was paid already is not paid a second time.
        var ours = try escrow(held: 8_000)
        try ours.dispute(
            .decided(.upheld, by: .respondent, authority: .outside(reference: "OK")), at: day(1), by: .person("mia"))
        try ours.dispute(.paid(euros(10_000), reference: "R1"), at: day(2), by: .person("mia"))
        let over = try #require(ours.disputes(at: day(10)).last)
        #expect(over.escrows.first?.releases.map(\.to) == [.respondent] && over.overpaid == nil)
    }

    @Test func aDisputeIsSettledOnceItsAwardIsPaid() throws {
        var ours = try escrow(held: 4_000)
        try ours.dispute(
            .decided(.partly(award: euros(5_000)), by: .respondent, authority: .outside(reference: "OK")), at: day(1),
            by: .person("mia"))
        let over = try #require(ours.disputes(at: day(20)).last)
        #expect(try over.isOver && !over.isSettled && over.owed == euros(1_000))
        try ours.dispute(.paid(euros(1_000), reference: "R1"), at: day(20), by: .person("mia"))
        let paid = try #require(ours.disputes(at: day(20)).last)
        #expect(paid.isSettled && paid.owed == nil)
    }

    @Test func smallStepsWeighTogether() throws {
        var ours = try escrow(held: 3_000)
        #expect(throws: DisputeError.self) { try ours.dispute(.held(hold(3_000, 1)), at: start, by: .person("mia")) }
        try ours.dispute(.held(hold(3_000, 1, weighs: 6_000)), at: start, by: .person("mia"))
        try ours.dispute(release(1_000, 2, to: .respondent), at: day(1), by: .person("mia"))
        #expect(throws: DisputeError.self) {
            try ours.dispute(release(1_000, 3, to: .respondent), at: day(1), by: .person("mia"))
        }
        try ours.dispute(release(1_000, 3, to: .respondent, weighs: 2_000), at: day(1), by: .person("mia"))
    }

    @Test func nothingIsReleasedTwicePaidBeyondTheAwardOrPaidBeforeOne() throws {
        var ours = try escrow(held: 6_000)
        #expect(throws: DisputeError.self) {
            try ours.dispute(release(6_001, 1, to: .claimant), at: day(1), by: .person("mia"))
        }
        try ours.dispute(release(6_000, 1, to: .claimant), at: day(1), by: .person("mia"))
        #expect(throws: DisputeError.self) {
            try ours.dispute(release(1, 2, to: .claimant, weighs: 6_001), at: day(1), by: .person("mia"))
        }
        #expect(throws: DisputeError.unruled(.negotiation)) {
            try ours.dispute(.paid(euros(1), reference: "R1"), at: day(1), by: .person("mia"))
        }
        try ours.dispute(
            .decided(.upheld, by: .respondent, authority: .outside(reference: "OK")), at: day(2), by: .person("mia"))
        try ours.dispute(.paid(euros(4_000), reference: "R1"), at: day(2), by: .person("mia"))
        #expect(throws: DisputeError.exceeds(try euros(1), limit: try euros(0), "what was awarded")) {
            try ours.dispute(.paid(euros(1), reference: "R2"), at: day(2), by: .person("mia"))
        }
    }

    @Test func whatAnAppealTakesBackIsOwed() throws {
        var ours = Case(source: "mail", code: "1", account: "acme")
        let rules = try #require(DisputeRules.standard(.guaranteeClaim))
        try ours.dispute(
            .opened(DisputeTerms(rules, reason: "broken", desk: .seller, amount: try euros(10_000))), at: start,
            by: .person("mia"))
        try ours.dispute(
            .decided(.upheld, by: .reviewer, authority: .outside(reference: "A1")), at: start, by: .person("mia"))
        try ours.dispute(.paid(euros(10_000), reference: "R1"), at: start, by: .person("mia"))
        try ours.dispute(.evidence(Evidence(.photo, by: .respondent, reference: "M2")), at: start, by: .person("mia"))
        try ours.dispute(.appealed(by: .respondent, deadline: nil), at: day(1), by: .person("mia"))
        try ours.dispute(
            .decided(.partly(award: euros(2_500)), by: .reviewer, authority: .outside(reference: "A2")), at: day(2),
            by: .person("mia"))
        #expect(ours.disputes(at: day(2)).last?.overpaid == (try euros(7_500)))
    }

    @Test func anUnknownAmountTakesNoMoney() throws {
        var ours = Case(source: "mail", code: "1", account: "acme")
        let rules = try #require(DisputeRules.standard(.escrow))
        try ours.dispute(
            .opened(DisputeTerms(rules, reason: "x", desk: .platform, amount: nil)), at: start, by: .person("mia"))
        #expect(throws: DisputeError.unknownAmount) {
            try ours.dispute(.held(hold(1, 1)), at: start, by: .person("mia"))
        }
        try ours.dispute(.amount(euros(1)), at: start, by: .person("mia"))
        try ours.dispute(.held(hold(1, 1)), at: start, by: .person("mia"))
    }

    @Test func aRehearsalRefusesWhatNoDecisionCouldAllowAndChangesNothing() throws {
        var ours = try escrow(held: 4_000)
        let before = ours
        func proposed(_ cents: Int64) throws -> DisputeMove {
            .released(EscrowRelease(of: 1, try euros(cents), to: .claimant, authority: .proposed))
        }
        try ours.rehearse(proposed(4_000), at: day(1))
        #expect(throws: DisputeError.self) { try ours.rehearse(proposed(4_001), at: day(1)) }
        #expect(throws: DisputeError.needsDecision) {
            try ours.dispute(proposed(4_000), at: day(1), by: .person("mia"))
        }
        #expect(ours == before)
    }

    @Test func theLogReadsBackAsItWas() throws {
        let ours = try escrow(held: 4_000)
        let read = try JSONDecoder().decode(Case.self, from: JSONEncoder().encode(ours))
        #expect(read == ours)
        #expect(read.disputes(at: day(1)).last?.decisions == [100])
    }
}
