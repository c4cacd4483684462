import Cases
import FlywheelKit
import Testing

@Suite struct EscalationTests {
    private let cases = Matters.read(
        (0..<40).map { index in
            Matters.made(
                "\(index)",
                [(0, .opened), (Int64(index), .escalated(step: 1, reason: index % 2 == 0 ? "limit" : "tone"))])
        }, at: 100)

    @Test func onlyThoseOfTheWeekAreDrawnAndTheSameOnesAgain() {
        let hours = Matters.hour(10)..<Matters.hour(30)
        let found = Escalation.all(in: cases) { hours.contains($0) }
        #expect(found.count == 20 && found.allSatisfy { $0.at >= Matters.hour(10) && $0.at < Matters.hour(30) })
        let sample = Escalation.sample(found, of: 5, seed: 202_647)
        #expect(sample.count == 5 && Set(sample).count == 5)
        let turned = Escalation.all(in: cases.reversed()) { hours.contains($0) }
        #expect(Escalation.sample(turned, of: 5, seed: 202_647) == sample)
        #expect(Escalation.sample(found, of: 99, seed: 1) == found)
    }

    @Test func auditsEndInGapsAndGapsInDecisions() throws {
        func audited(_ code: String, _ tags: [String], _ gap: String?, _ decision: String? = nil) throws -> Case {
            var matter = Matters.made(code, [(0, .opened), (1, .escalated(step: 1, reason: "limit"))])
            try matter.audit(
                EscalationAudit(tags: tags, gap: gap, decision: decision), by: "ana", at: Matters.hour(2))
            return matter
        }
        let gaps = try PolicyGaps(
            Matters.read(
                [
                    audited("1", ["limit"], "refund-limit"), audited("2", ["limit", "limit"], "refund-limit", "D12"),
                    audited("3", ["tone"], nil), audited("4", ["no-article"], "customs"),
                    audited("5", ["limit"], "refund-limit"),
                ], at: 9))
        #expect(gaps.share.part == 4 && gaps.share.whole == 5)
        #expect(gaps.tags.map(\.name) == ["limit", "no-article", "tone"] && gaps.tags[0].audits == 3)
        #expect(gaps.gaps.map(\.policy) == ["customs", "refund-limit"])
        #expect(gaps.gaps.map(\.decision) == [nil, "D12"] && gaps.gaps[1].audits == 3)
    }

    @Test func whatWasNotPassedUpIsNotAudited() {
        var matter = Matters.made([(0, .opened)])
        #expect(throws: ReviewError.notEscalated) {
            try matter.audit(EscalationAudit(tags: []), by: "ana", at: Matters.hour(2))
        }
    }
}
