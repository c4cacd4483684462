import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct DisputeResultsTests {
    private func disputed(
        _ code: String, _ reason: String, outcome: Ruling.Outcome?, evidence: Evidence.Kind? = nil
    ) throws -> CaseTimeline {
        var matter = Matters.made(code, [(0, .opened)])
        let rules = try #require(DisputeRules.standard(.guaranteeClaim))
        let terms = DisputeTerms(rules, reason: reason, desk: .seller, amount: try euros(10_000))
        try matter.dispute(.opened(terms), at: Matters.hour(0), by: .source)
        if let evidence {
            try matter.dispute(
                .evidence(Evidence(evidence, by: .respondent, reference: "M1")), at: Matters.hour(1), by: .source)
        }
        try matter.dispute(.moved(to: .review, by: .respondent, deadline: nil), at: Matters.hour(2), by: .source)
        switch outcome {
        case .withdrawn?: try matter.dispute(.withdrawn, at: Matters.hour(3), by: .source)
        case let outcome?:
            try matter.dispute(
                .decided(outcome, by: .reviewer, authority: .outside(reference: "A1")), at: Matters.hour(3), by: .source
            )
        case nil: break
        }
        return try #require(CaseTimeline(matter, at: Matters.hour(9)))
    }

    private func all() throws -> [CaseTimeline] {
        [
            try disputed("1", "never-arrived", outcome: .denied, evidence: .delivery),
            try disputed("2", "never-arrived", outcome: .denied, evidence: .delivery),
            try disputed("3", "never-arrived", outcome: .upheld),
            try disputed("4", "damaged", outcome: .partly(award: euros(4_000)), evidence: .photo),
            try disputed("5", "damaged", outcome: .withdrawn), try disputed("6", "damaged", outcome: nil),
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

    @Test func whatOneSideWinsTheOtherLoses() throws {
        let (seller, buyer) = (DisputeResults(try all(), of: .seller), DisputeResults(try all(), of: .buyer))
        #expect(seller.all.won == buyer.all.lost && seller.all.lost == buyer.all.won)
        #expect(seller.all.partly == buyer.all.partly && seller.all.pending == buyer.all.pending)
        // Who only decides wins nothing.
        #expect(DisputeResults(try all(), of: .platform).all == DisputeResults.Tally())
    }
}
