extension DisputeRules {
    /// The rules that hold where settings state no others.
    ///
    /// They follow what platforms publish, where we know it: eBay's talk between the two, then its review, then an appeal
    /// with evidence; PayPal's 20 days to escalate and its judgment by default; Escrow.com's 14 days of negotiation. All
    /// other figures are ours, on the short side. Platforms change theirs: a deadline that a letter states goes before.
    public static let standard: [DisputeRules] = [
        DisputeRules(
            .guaranteeClaim, first: .response,
            stages: [.answer(days: 3), .ruling(asksForMore: true), .second],
            appeal: DisputeAppealRules(by: [.respondent], days: 30)),
        DisputeRules(
            .chargeback, first: .response,
            stages: [.answer(days: 7), .ruling(asksForMore: true), .second],
            appeal: DisputeAppealRules(by: [.respondent], days: 10)),
        talk(.itemNotReceived, days: 14),
        talk(.notAsDescribed, days: 14),
        talk(.itemNotReceived, platform: "ebay", days: 21, answerDays: nil),
        talk(.notAsDescribed, platform: "ebay", days: 21, answerDays: nil),
        talk(.itemNotReceived, platform: "paypal", days: 20),
        talk(.notAsDescribed, platform: "paypal", days: 20),
        asking(.sellerAppeal, days: nil, atDeadline: .denied, times: 3),
        asking(.reimbursementClaim, days: 60, atDeadline: .withdrawn, times: 2),
        DisputeRules(
            .policyException, first: .review, stages: [.ruling(days: 7, atDeadline: .denied), .second],
            appeal: DisputeAppealRules(by: [.claimant], days: 14, needsEvidence: false)),
        DisputeRules(.refundRequest, first: .review, stages: [.ruling()]),
        DisputeRules(
            .escrow, first: .negotiation,
            stages: [
                DisputeStageRules(
                    .negotiation, days: 14, atDeadline: .review, moves: escalation(to: .review),
                    deciders: [.respondent]),
                .ruling(),
            ], holdDays: 60),
    ]

    /// The standard rules of a kind on a platform: the platform's own, else those for any.
    public static func standard(_ kind: DisputeKind, platform: String = "") -> DisputeRules? {
        standard.rules(for: kind, platform: platform)
    }

    /// The two talk; the claimant may ask for a review, and lets it go by not asking in time.
    private static func talk(
        _ kind: DisputeKind, platform: String = "", days: Int, answerDays: Int? = 10
    ) -> DisputeRules {
        let next = answerDays == nil ? DisputeStage.review : .response
        let talk = DisputeStageRules(
            .negotiation, days: days, atDeadline: .withdrawn, moves: escalation(to: next), deciders: [.respondent])
        let answer = answerDays.map { [DisputeStageRules.answer(days: $0)] } ?? []
        return DisputeRules(
            kind, platform: platform, first: .negotiation,
            stages: [talk] + answer + [.ruling(asksForMore: answerDays != nil), .second],
            appeal: DisputeAppealRules(by: [.claimant, .respondent], days: platform == "ebay" ? 30 : 10))
    }

    /// The claimant brings what proves the case and then asks for a ruling.
    private static func asking(
        _ kind: DisputeKind, days: Int?, atDeadline: DisputeStageRules.Expiry, times: Int
    ) -> DisputeRules {
        let asking = DisputeStageRules(
            .response, days: days, atDeadline: atDeadline, moves: [.init(to: .review, by: .claimant)],
            deciders: [.reviewer], evidenceFrom: [.claimant])
        let ruling = DisputeStageRules(
            .review, moves: [.init(to: .response, by: .reviewer)], deciders: [.reviewer], evidenceFrom: [.claimant])
        return DisputeRules(
            kind, first: .response, stages: [asking, ruling, .second],
            appeal: DisputeAppealRules(by: [.claimant], days: 30, times: times))
    }

    private static func escalation(to stage: DisputeStage) -> [DisputeStageRules.Move] {
        [.init(to: stage, by: .claimant), .init(to: stage, by: .respondent)]
    }
}

extension DisputeStageRules {
    /// The respondent is to answer, and loses by silence.
    fileprivate static func answer(days: Int) -> DisputeStageRules {
        DisputeStageRules(
            .response, days: days, atDeadline: .upheld, moves: [.init(to: .review, by: .respondent)],
            deciders: [.respondent, .reviewer])
    }

    /// The reviewer decides, or asks for more.
    fileprivate static func ruling(
        days: Int? = nil, atDeadline: Expiry = .nothing, asksForMore: Bool = false
    ) -> DisputeStageRules {
        DisputeStageRules(
            .review, days: days, atDeadline: atDeadline,
            moves: asksForMore ? [.init(to: .response, by: .reviewer)] : [], deciders: [.respondent, .reviewer])
    }

    /// The reviewer decides once more.
    fileprivate static let second = DisputeStageRules(.appeal, deciders: [.respondent, .reviewer])
}

extension Sequence<DisputeRules> {
    /// The newest rules of a kind on a platform: the platform's own, else those for any; `nil` where there are none.
    public func rules(for kind: DisputeKind, platform: String) -> DisputeRules? {
        filter { $0.kind == kind && ($0.platform == platform || $0.platform.isEmpty) }
            .max { ($0.platform.isEmpty ? 0 : 1, $0.version) < ($1.platform.isEmpty ? 0 : 1, $1.version) }
    }
}
