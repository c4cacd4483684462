import FlywheelKit
import Testing

@testable import Suppressions

/// Listings that are not on sale and of which nothing says why.
@Suite struct OffSaleTests {
    private func chunk(
        _ line: Line? = nil, units: [Int?] = [2, 2, 0], change: (inout ChunkBuilder) -> Void = { _ in }
    ) -> Chunk {
        var builder = report(line.map { [$0] } ?? [])
        builder.set(Sales.units, [units])
        change(&builder)
        return builder.build()
    }

    // MARK: Statuses before a listing is on sale

    @Test(arguments: ["STAGE", "READY_TO_PUBLISH", "In Progress"])
    func whatSoldAndIsBackBeforePublicationIsOffSale(status: String) throws {
        let found = detect(chunk(Line(status: status)))
        #expect(names(found.findings) == ["0 not-buyable "])
        let evidence = try #require(found.findings.first).evidence
        #expect(evidence.reportedStatuses == [status])
        #expect(stage.exposure(of: evidence).loss == .dailyShare([1]))
        #expect(found.availability.first??.blockedShare == 1)
    }

    @Test(arguments: [[0, 0, 0], [nil, nil, nil]] as [[Int?]])
    func whatNeverSoldIsNotYetOnSale(units: [Int?]) {
        let found = detect(chunk(Line(status: "STAGE"), units: units))
        #expect(found.findings.isEmpty && found.availability.allSatisfy { $0 == nil })
        #expect(names(detect(chunk(Line(status: "UNPUBLISHED"), units: units)).findings) == ["0 listing-suppressed "])
    }

    // MARK: Since when

    @Test func withoutADateTheFilesBeforeSaySinceWhen() {
        let since = today.advanced(by: -11)
        let undated = chunk(Line(status: "UNPUBLISHED", code: "END_DATE")) {
            $0.setProblems(since: [0: ["UNPUBLISHED": since, "QUALITY_ALERT": since.advanced(by: -30)]])
        }
        let found = detect(undated)
        #expect(found.availability.first??.since == since)
        #expect(found.findings.first?.onset == nil, "nobody saw it begin")
        let dated = Line(status: "UNPUBLISHED", code: "END_DATE", since: today.advanced(by: -3))
        let known = chunk(dated) { $0.setProblems(since: [0: ["UNPUBLISHED": since]]) }
        #expect(detect(known).availability.first??.since == dated.since)
        #expect(detect(chunk(Line(status: "UNPUBLISHED"))).availability.first??.since == today)
    }

    // MARK: Listings that are gone

    @Test func whatSoldAndIsNoLongerListedIsGone() throws {
        let since = today.advanced(by: -2)
        let found = detect(
            chunk {
                $0.set(Stock.fulfillable, [300])
                $0.setUnlisted([0: Unlisted(since: since)])
            })
        #expect(names(found.findings) == ["0 not-listed "])
        let evidence = try #require(found.findings.first).evidence
        #expect(stage.exposure(of: evidence).loss == .dailyShare([1]))
        #expect(found.availability.first??.since == since)
        #expect(
            stage.resolve(evidence).action == .ask("whether the listing was ended on purpose is for a person to say"))
    }

    @Test(arguments: [(3, ["0 not-listed "]), (0, [])])
    func whereNoFileOfStockKnowsItTheLastListDoes(units: Int, found: [String]) {
        let gone = chunk { $0.setUnlisted([0: Unlisted(since: today, units: units)]) }
        #expect(names(detect(gone).findings) == found)
    }

    @Test func whatTheCatalogueSaysIsBlockedSinceItDoes() {
        let since = today.advanced(by: -9)
        let found = detect(
            chunk {
                $0.set(Catalog.status, ["DISCOVERABLE"])
                $0.setProblems(since: [0: ["DISCOVERABLE": since]])
            })
        #expect(names(found.findings) == ["0 not-buyable "] && found.availability.first??.since == since)
    }

    @Test func whatHasNoUnitsLeftIsNotMissed() {
        let empty = chunk {
            $0.set(Stock.fulfillable, [0])
            $0.setUnlisted([0: Unlisted(since: today)])
        }
        #expect(detect(empty).findings.isEmpty)
    }

    @Test func whereNoListTellsNothingOpensAndNothingCloses() {
        var (signals, findings) = (SignalPort(), Findings<SuppressionEvidence>())
        stage.detect(in: chunk { $0.set(Stock.fulfillable, [300]) }, signals: &signals, into: &findings)
        #expect(findings.all.isEmpty && findings.undecidedByKind == ["not-listed": [0]])
        findings = Findings()
        let listed = chunk {
            $0.set(Stock.fulfillable, [300])
            $0.set(Catalog.status, ["Active"])
        }
        stage.detect(in: listed, signals: &signals, into: &findings)
        #expect(findings.all.isEmpty && findings.undecidedByKind.isEmpty)
    }
}
