import FlywheelKit
import FlywheelTestKit
import Testing

@testable import __Name__

@Suite struct __Name__Tests {
    private static let asOf = Instant(seconds: 1_795_190_700)  // 2026-11-20T16:05:00Z

    /// Listings that sold `units` on each of 30 days, with reports of some units some days ago.
    private static func chunk(_ listings: [(units: Int?, reports: [(daysAgo: Int, units: Int)])]) -> Chunk {
        var builder = ChunkBuilder(listings: listings.indices.map { "SKU-\($0)" }, asOf: asOf)
        builder.set(Sales.units, listings.map { [Int?](repeating: $0.units, count: 30) })
        for (row, listing) in listings.enumerated() {
            for report in listing.reports {
                builder.addDetail(
                    of: __Name__Reports.feed, at: row,
                    __Name__Reports.day(asOf.utcDay.advanced(by: -report.daysAgo)),
                    __Name__Reports.units(report.units))
            }
        }
        return builder.build()
    }

    private static func findings(_ chunk: Chunk) -> Findings<__Name__Evidence> {
        var findings = Findings<__Name__Evidence>()
        var signals = SignalPort()
        __Name__Stage(knobs: __Name__Knobs(), model: NoModel()).detect(in: chunk, signals: &signals, into: &findings)
        return findings
    }

    @Test func conforms() {
        let chunk = Self.chunk([(2, [(3, 8), (9, 4)]), (2, [(3, 1)]), (nil, [(3, 9)]), (2, []), (0, [(1, 7)])])
        StageConformance(
            __Name__Stage.self, fixture: [chunk], golden: "../Golden/__id__.json", readme: "../README.md"
        ).verify()
    }

    @Test func aShareFromTheThresholdOnIsFound() {
        // 6 of 60 are a tenth; 5 of 60 are less.
        let findings = Self.findings(Self.chunk([(2, [(1, 6)]), (2, [(1, 5)])]))
        #expect(findings.all.map(\.row) == [0])
        #expect(findings.all.first?.evidence == __Name__Evidence(reported: 6, sold: 60))
    }

    @Test func onlyTheLastThirtyWholeDaysCount() {
        let findings = Self.findings(Self.chunk([(2, [(0, 9)]), (2, [(31, 9)]), (2, [(30, 9)])]))
        #expect(findings.all.map(\.row) == [2])
    }

    @Test func unknownSalesDecideNothing() {
        let findings = Self.findings(Self.chunk([(nil, [(1, 9)])]))
        #expect(findings.all.isEmpty)
        #expect(findings.undecided == [0])
    }
}
