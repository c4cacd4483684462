import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Cases

@Suite struct CasesStageTests {
    private let now = Instant(seconds: 1_795_000_000)
    private let sum = Money(minorUnits: 4_500, "USD")

    private func tickets() -> ChunkBuilder {
        var builder = ChunkBuilder(
            .ticket, account: "northwind", marketplace: "ATVPDKIKX0DER",
            codes: ["1", "2", "3", "4", "5"], asOf: now)
        builder.set(Tickets.status, ["new", "Pending", "Solved", nil, "open"])
        builder.set(Tickets.side, ["platform", "buyer", "buyer", "seller", "buyer"])
        builder.set(Tickets.sku, ["HB-204", "HB-204", "HB-204", nil, nil])
        builder.set(Tickets.opened, [now.advanced(byDays: -1), now, now, now, now.advanced(byDays: -9)])
        builder.set(Tickets.answerHours, [30, 24, 24, 24, nil])
        builder.set(Tickets.refund, [nil, sum, nil, nil, nil])
        builder.set(Tickets.dispute, [nil, nil, nil, nil, "a-to-z-claim"])
        builder.set(Tickets.disputeDue, [nil, nil, nil, nil, now.advanced(byDays: 2)])
        builder.set(Tickets.disputedSum, [nil, nil, nil, nil, sum])
        builder.set(Tickets.defaultAgainst, [nil, nil, nil, nil, "yes"])
        return builder
    }

    private func found() -> Findings<CaseEvidence> {
        var findings = Findings<CaseEvidence>()
        var signals = SignalPort()
        CasesStage(knobs: NoKnobs(), model: NoModel()).detect(
            in: tickets().build(), signals: &signals, into: &findings)
        return findings
    }

    private func exposure(_ kind: FindingKind, at row: Int) throws -> Exposure {
        let finding = try #require(found().all.first { $0.kind == kind && $0.row == row })
        return CasesStage(knobs: NoKnobs(), model: NoModel()).exposure(of: finding.evidence)
    }

    @Test func openCasesAndDisputesAreFoundAndSolvedOnesAreNot() {
        let findings = found()
        #expect(findings.all.map(\.row) == [0, 1, 4, 4])
        #expect(findings.all.map(\.kind.id) == ["case", "case", "case", "dispute"])
        #expect(findings.undecided == [3], "no state is not solved")
    }

    @Test func aCaseWithTheMarketplaceTakesWhatItsListingLoses() throws {
        let exposure = try exposure(.openCase, at: 0)
        #expect(exposure.loss == .atStake([], listing: "HB-204"))
        #expect(exposure.deadline == now.advanced(byDays: 6 / 24), "thirty hours from its opening")
    }

    @Test func aBuyersCaseStatesItsRefundAndCuresNoListing() throws {
        let exposure = try exposure(.openCase, at: 1)
        #expect(exposure.loss == .atStake([StatedSum(sum, source: "the refund")], listing: nil))
        #expect(exposure.deadline == nil, "it waits for the buyer")
    }

    /// A table that says hours and nothing else counts them while it is the desk's turn; one that names a moment of a case
    /// that is looked at already may have left out the first answer since it was given.
    @Test func hoursAloneCountFromTheOpeningWhileItIsTheDesksTurn() throws {
        func promised(_ status: String, updateDue: Instant? = nil) throws -> [CaseEvidence.Promised] {
            var builder = tickets()
            builder.set(Tickets.status, ["new", "Pending", "Solved", nil, status])
            builder.set(Tickets.answerHours, [nil, nil, nil, nil, 24])
            builder.set(Tickets.updateDue, [nil, nil, nil, nil, updateDue])
            var findings = Findings<CaseEvidence>()
            var signals = SignalPort()
            CasesStage(knobs: NoKnobs(), model: NoModel()).detect(
                in: builder.build(), signals: &signals, into: &findings)
            return try #require(findings.all.first { $0.kind == .openCase && $0.row == 4 }).evidence.promised
        }
        let hours = CaseEvidence.Promised(kind: .answer, due: now.advanced(byDays: -8))
        let update = CaseEvidence.Promised(kind: .update, due: now.advanced(byDays: 1))
        #expect(try promised("open") == [hours] && promised("new") == [hours])
        #expect(try promised("open", updateDue: update.due) == [update])
        #expect(try promised("new", updateDue: update.due) == [hours, update])
        #expect(try promised("pending").isEmpty && promised("on hold").isEmpty)
    }

    @Test func aDisputeStatesItsSumOnceAndItsDeadline() throws {
        let dispute = try exposure(.dispute, at: 4)
        #expect(dispute.loss == .atStake([StatedSum(sum, source: "the dispute")], listing: nil))
        #expect(dispute.deadline == now.advanced(byDays: 2))
        #expect(try exposure(.openCase, at: 4).loss == .atStake([], listing: nil))
    }

    /// A buyer gets the refund once, whether for the asking or by the dispute.
    @Test(arguments: [(4_500, 0), (4_000, 500), (9_000, 0)])
    func aRefundThatIsDisputedIsTheDisputes(disputed: Int64, left: Int64) throws {
        var builder = tickets()
        builder.set(Tickets.refund, [nil, nil, nil, nil, sum])
        builder.set(Tickets.chargebackFee, [nil, nil, nil, nil, sum])
        builder.set(Tickets.disputedSum, [nil, nil, nil, nil, Money(minorUnits: disputed, sum.currency)])
        var findings = Findings<CaseEvidence>()
        var signals = SignalPort()
        let stage = CasesStage(knobs: NoKnobs(), model: NoModel())
        stage.detect(in: builder.build(), signals: &signals, into: &findings)
        let found = try #require(findings.all.first { $0.kind == .openCase && $0.row == 4 })
        let refund = left == 0 ? [] : [StatedSum(Money(minorUnits: left, sum.currency), source: "the refund")]
        #expect(
            stage.exposure(of: found.evidence).loss
                == .atStake(refund + [StatedSum(sum, source: "the fee of a chargeback")], listing: nil))
    }

    @Test func conforms() {
        StageConformance(
            CasesStage.self, fixture: [tickets().build()], golden: "../../Golden/cases.json", readme: "../../README.md"
        ).verify()
    }
}
