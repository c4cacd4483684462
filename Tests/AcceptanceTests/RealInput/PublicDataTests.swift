import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Testing

private let data = ProcessInfo.processInfo.environment["FLYWHEEL_DATA"]

/// Public data of real sellers, where `FLYWHEEL_DATA` names a folder that holds them.
@Suite("Public data", .enabled(if: data != nil, "FLYWHEEL_DATA names no folder of public data sets"))
struct PublicDataTests {
    @Test("A year of a retailer's invoices is orders without being told, and every line is accounted for")
    func invoices() throws {
        let house = try House()
        let path = "\(data ?? "")/online_retail/online_retail.csv.gz"
        let report = try #require(
            try house.importFiles([path], in: "UK", at: Moments.instant(Day(epochDays: 15_218), hour: 18)).first)
        let record = try #require(report.record)
        #expect(report.isKept)
        #expect(record.draft.format == "orders table")
        #expect(record.summary.kept == 313_931)
        let rejects = try house.host.store.rejects(of: record.id, offset: 0, limit: 10_000)
        #expect(rejects.count == record.summary.rejected)
        #expect(
            Dictionary(grouping: rejects, by: \.code).mapValues(\.count) == [
                "negative-quantity": 6_772, "amount-format": 2,
            ])
        #expect(record.summary.columns == ["order", "purchased", "quantity", "unit-price"])
        #expect(report.origins.contains("not used: \"Description\", \"CustomerID\", \"Country\""))
    }
}
