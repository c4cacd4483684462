import Cases
import FlywheelKit
import Testing

@Suite struct DecisionRightsTests {
    let agent = Decider("ana", roles: ["agent"])
    let lead = Decider("lea", roles: ["lead"])
    let head = Decider("hal", roles: ["head"])

    /// Agents up to 50 euros, leads up to 500, heads without limit but never alone above.
    func matrix() throws -> DecisionRights {
        DecisionRights(
            version: "2026-11",
            [
                .init("agent", .refund, upTo: [try euros(5_000), try dollars(5_500)]),
                .init("lead", .refund, upTo: [try euros(50_000)]),
                .init("head", .refund, upTo: nil, needsSecond: true),
                .init("lead", .hold, upTo: nil),
            ])
    }

    @Test func belowTheLimitNobodyElseIsNeeded() throws {
        let decision = try matrix().decide(
            DecisionProposal(.refund, try euros(5_000), by: agent), number: 1, rationale: "parcel lost")
        #expect(decision.role == "agent")
        #expect(decision.reviewer == nil)
        #expect(decision.rights == "2026-11")
    }

    @Test func aboveTheLimitNothingHappensWithoutAReview() throws {
        let proposal = DecisionProposal(.refund, try euros(5_001), by: agent)
        let reason = DecisionVerdict.Reason.overLimit(try euros(5_001), limit: try euros(5_000))
        #expect(try matrix().review(proposal) == .needs(roles: ["lead", "head"], reason))
        #expect(throws: DecisionRefusal.needs(roles: ["lead", "head"], reason)) {
            try matrix().decide(proposal, number: 1, rationale: "parcel lost")
        }
        let decision = try matrix().decide(proposal, number: 1, rationale: "parcel lost", reviewer: lead)
        #expect(decision.reviewer == "lea" && decision.reviewerRole == "lead" && decision.role == nil)
    }

    @Test func nobodyReviewsTheirOwnProposalHoweverTheySpellTheirName() throws {
        let proposal = DecisionProposal(.refund, try euros(90_000), by: Decider("hal", roles: ["head"]))
        for name in ["hal", "Hal", " HAL "] {
            #expect(throws: DecisionRefusal.ownProposal(name)) {
                try matrix().decide(
                    proposal, number: 1, rationale: "court order", reviewer: Decider(name, roles: ["head", "lead"]))
            }
        }
    }

    @Test func aRightWithASecondPersonTakesTwoWithARightToTheAmount() throws {
        let proposal = DecisionProposal(.refund, try euros(90_000), by: head)
        #expect(try matrix().review(proposal) == .needs(roles: ["head"], .secondPerson(role: "head")))
        #expect(throws: DecisionRefusal.reviewerMayNot("lea", roles: ["head"])) {
            try matrix().decide(proposal, number: 1, rationale: "court order", reviewer: lead)
        }
        let other = Decider("hedda", roles: ["head"])
        #expect(
            try matrix().decide(proposal, number: 1, rationale: "court order", reviewer: other).reviewer == "hedda")
    }

    @Test func aCurrencyWithoutALimitAndAnUnknownAmountAreRefusedNotGuessed() throws {
        let yen = Money(minorUnits: 100, try #require(Currency("JPY")))
        let yenCurrency = yen.currency
        #expect(
            try matrix().review(DecisionProposal(.refund, yen, by: agent))
                == .needs(roles: ["head"], .noLimit(yenCurrency)))
        #expect(
            try matrix().review(DecisionProposal(.refund, nil, by: lead)) == .needs(roles: ["head"], .unknownAmount))
    }

    @Test func whatNoRowGivesToAnybodyIsRefused() throws {
        #expect(
            try matrix().review(DecisionProposal(.chargeback, try euros(1), by: head)) == .refused(.nobody(.chargeback))
        )
        let narrow = DecisionRights(version: "1", [.init("agent", .refund, upTo: [try euros(100)])])
        #expect(
            try narrow.review(DecisionProposal(.refund, try euros(101), by: agent))
                == .refused(.overLimit(try euros(101), limit: try euros(100))))
    }

    @Test func aDecisionWithoutWordsOfWhyOrAboutLessThanNothingIsNotTaken() throws {
        for rationale in ["", "  ", "\n", "...", "123"] {
            #expect(throws: DecisionRefusal.noRationale) {
                try matrix().decide(DecisionProposal(.refund, try euros(1), by: agent), number: 1, rationale: rationale)
            }
        }
        #expect(throws: DecisionRefusal.negative(try euros(-1))) {
            try matrix().decide(DecisionProposal(.refund, try euros(-1), by: agent), number: 1, rationale: "typo")
        }
    }

    @Test(arguments: 0..<200) func anAmountAboveEveryLimitOfWhoProposesIsNeverDecidedAlone(seed: UInt64) throws {
        var random = DisputeRandom(seed: seed)
        let roles = ["a", "b", "c"]
        let rows = try (0..<Int.random(in: 1...8, using: &random)).map { _ in
            DecisionRights.Right(
                try #require(roles.randomElement(using: &random)),
                try #require(DecisionType.allCases.randomElement(using: &random)),
                upTo: Bool.random(using: &random) ? nil : [try euros(Int64.random(in: 0...9, using: &random))],
                needsSecond: Bool.random(using: &random))
        }
        let rights = DecisionRights(version: "1", rows)
        for type in DecisionType.allCases {
            for role in roles {
                for cents in Int64(0)...10 {
                    let proposal = DecisionProposal(type, try euros(cents), by: Decider("x", roles: [role]))
                    // The slow reading of the matrix: every row by itself.
                    var isAlone = false
                    for row in rows where row.role == role && row.type == type && !row.needsSecond {
                        if row.upTo.map({ limits in limits.contains { cents <= $0.minorUnits } }) ?? true {
                            isAlone = true
                        }
                    }
                    let decision = try? rights.decide(proposal, number: 1, rationale: "because")
                    #expect((decision != nil) == isAlone)
                    let second = Decider("y", roles: Set(roles))
                    if let reviewed = try? rights.decide(proposal, number: 1, rationale: "because", reviewer: second) {
                        #expect((reviewed.reviewer == nil) == isAlone)
                    }
                }
            }
        }
    }
}
