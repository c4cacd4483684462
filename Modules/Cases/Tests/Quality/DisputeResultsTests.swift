import Calendars
import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct DisputeResultsTests {
    private func disputed(
        _ code: String, _ reason: String, outcome: Ruling.Outcome?, evidence: Evidence.Kind? = nil,
        desk: Side = .seller
    ) throws -> CaseTimeline {
        var matter = Matters.made(code, [(0, .opened)])
        let rules = try #require(DisputeRules.standard(.guaranteeClaim))
        let terms = DisputeTerms(rules, reason: reason, desk: desk, amount: try euros(10_000))
        try matter.dispute(.opened(terms), at: Matters.hour(0), by: .source)
        if let evidence {
            try matter.dispute(
                .evidence(Evidence(evidence, by: .respondent, reference: "M1")), at: Matters.hour(1), by: .source)
        }
        try matter.dispute(.moved(to: .review, by: .respondent, deadline: nil), at: Matters.hour(2), by: .source)
        switch outcome {
        case .withdrawn?: try matter.dispute(.withdrawn, at: Matters.hour(3), by: .source)
        case let outcome?:
            let authority =
                desk == .platform ? try decision(1, .refund, euros(10_000)) : .outside(reference: "A1")
            try matter.dispute(
                .decided(outcome, by: .reviewer, authority: authority), at: Matters.hour(3), by: .source)
        case nil: break
        }
        return try #require(CaseTimeline(matter, at: Matters.hour(9)))
    }

    private func all(desk: Side = .seller) throws -> [CaseTimeline] {
        [
            try disputed("1", "never-arrived", outcome: .denied, evidence: .delivery, desk: desk),
            try disputed("2", "never-arrived", outcome: .denied, evidence: .delivery, desk: desk),
            try disputed("3", "never-arrived", outcome: .upheld, desk: desk),
            try disputed("4", "damaged", outcome: .partly(award: euros(4_000)), evidence: .photo, desk: desk),
            try disputed("5", "damaged", outcome: .withdrawn, desk: desk),
            try disputed("6", "damaged", outcome: nil, desk: desk),
        ]
    }

    @Test func whatWasLetGoAndWhatIsPendingStandApart() throws {
        let results = DisputeResults(try all())
        let tally = results.all
        #expect(tally.won == 2 && tally.lost == 1 && tally.partly == 1 && tally.withdrawn == 1 && tally.pending == 1)
        #expect(tally.wins.part == 2 && tally.wins.whole == 4 && tally.wins.open == 1 && !tally.wins.isFirm)
        let bounds = try #require(tally.wins.interval)
        #expect(bounds.low < 0.2 && bounds.high > 0.8)
    }

    @Test func resultsAreToldByReasonAndByEvidence() throws {
        let results = DisputeResults(try all())
        #expect(results.byReason.map(\.name) == ["never-arrived", "damaged"])
        #expect(results.byReason.map(\.tally.won) == [2, 0])
        #expect(results.byEvidence.map(\.name) == ["delivery", "none", "photo"])
        #expect(results.byEvidence.first?.tally.wins.share == 1)
        #expect(results.byKind.map(\.name) == ["a-to-z-claim"])
    }

    @Test func whatWasDecidedLaterIsPendingAtTheMomentOfReading() throws {
        let before = try all().compactMap { CaseTimeline($0.matter, at: Matters.hour(2)) }
        let tally = DisputeResults(before).all
        #expect(tally.pending == 6 && tally.wins.whole == 0 && tally.withdrawn == 0)
    }

    @Test func whatOneSideWinsTheOtherLoses() throws {
        let sides = DisputeSides(try all(desk: .platform))
        let (seller, buyer) = (sides.sellers, sides.buyers)
        #expect(seller.all.won == 2 && seller.all.lost == 1)
        #expect(seller.all.won == buyer.all.lost && seller.all.lost == buyer.all.won)
        #expect(seller.all.partly == buyer.all.partly && seller.all.pending == buyer.all.pending)
        #expect(buyer.byReason.map(\.name) == seller.byReason.map(\.name))
        // Who only decides wins nothing.
        #expect(sides.desk.all == DisputeResults.Tally())
        #expect(sides.known.map(\.metric) == [.buyersWon, .sellersWon])
    }

    @Test func whatTheDeskHasAPartInIsNoDisputeOfOthers() throws {
        let own = DisputeSides(try all())
        let desk = DisputeResults(try all())
        #expect(own.known.map(\.metric) == [.disputesWon] && own.desk == desk)
        // A seller who appeals disputes with the marketplace itself.
        var appealed = Matters.made("9", [(0, .opened)])
        let rules = try #require(DisputeRules.standard(.sellerAppeal))
        try appealed.dispute(
            .opened(DisputeTerms(rules, reason: "listing", desk: .platform, amount: nil)), at: Matters.hour(0),
            by: .source)
        let mixed = DisputeSides(try all(desk: .platform) + Matters.read([appealed], at: 9))
        #expect(mixed.desk.all.pending == 1 && mixed.sellers.all.pending == 1 && mixed.sellers.byKind.count == 1)
    }

    @Test func aPartOfTheCasesTellsOfItsOwnDisputesPromisesAndEscalations() throws {
        let cases = try all(desk: .platform).enumerated().map { index, item in
            var matter = item.matter
            matter.channel = "mail"
            if index == 0 { matter.add(CaseEvent(at: Matters.hour(1), .escalated(step: 1, reason: "over-limit"))) }
            if index < 4 { matter.add(CaseEvent(at: Matters.hour(Int64(index)), Matters.answered(Int64(index)))) }
            return matter
        }
        let promises = Promises(
            [PromiseRule(Promise(id: "p", calendar: "always", firstResponse: 2 * 3_600))],
            calendars: ["always": .alwaysOpen])
        let report = DeskReport(cases, now: Matters.hour(9), promises: promises, day: Matters.utc)
        let figure = try #require(report.cohorts(by: .channel).first?.figure)
        #expect(figure.escalated?.part == 1 && figure.escalated?.whole == 6)
        #expect(figure.attainment?.met == 3 && figure.attainment?.told == 6)
        // Four were decided, and of fewer than five nothing is shown.
        #expect(figure.won(.buyersWon) == nil)
        var settings = QualitySettings()
        settings.leastShown = 4
        let shown = DeskReport(cases, now: Matters.hour(9), settings: settings, day: Matters.utc)
        let part = try #require(shown.cohorts(by: .channel).first?.figure)
        #expect(part.won(.buyersWon)?.part == 1 && part.won(.sellersWon)?.part == 2)
        #expect(part.won(.sellersWon)?.whole == 4 && part.attainment?.told == 0)
    }
}
