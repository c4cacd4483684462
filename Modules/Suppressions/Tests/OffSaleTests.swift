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
}
