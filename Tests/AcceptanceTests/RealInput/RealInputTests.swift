import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Imports
import Testing

private let samples = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]

/// Reports of real shape, where `FLYWHEEL_SAMPLES` names a folder that holds them.
@Suite("Real input", .enabled(if: samples != nil, "FLYWHEEL_SAMPLES names no folder of sample reports"))
struct RealInputTests {
    private static let exported = Moments.instant(Day(epochDays: 19_205), hour: 16)
    private static let looked = exported.advanced(bySeconds: 7_200)

    private func bring(_ house: House, _ name: String, in marketplace: String = "US") throws -> ImportReport {
        try #require(
            try house.importFiles(["\(samples ?? "")/\(name).txt"], in: marketplace, at: Self.exported).first)
    }

    @Test(
        "Every row becomes a fact or a listed reject",
        arguments: [
            ("amazon-real-airbyte/GET_MERCHANT_LISTINGS_ALL_DATA", "catalog/1", 8),
            ("amazon-real-airbyte/GET_MERCHANT_LISTINGS_INACTIVE_DATA", "catalog/1", 7),
            ("amazon-real-airbyte/GET_MERCHANTS_LISTINGS_FYP_REPORT", "suppressed-listings/1", 2),
            ("amazon-real-airbyte/GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL", "orders/1", 5),
            ("amazon-samples/report-tsv/GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA", "stock/1", 3),
            ("amazon-samples/report-tsv/GET_FBA_MYI_ALL_INVENTORY_DATA", "stock/1", 4),
            ("synthetic-encodings/merchant_listings_de_cp1252", "catalog/1", 1),
            ("synthetic-encodings/merchant_listings_de_cp1252_with_0x81", "catalog/1", 1),
            ("synthetic-encodings/merchant_listings_de_utf8_bom", "catalog/1", 1),
            ("synthetic-encodings/merchant_listings_jp_cp932", "catalog/1", 1),
            ("synthetic-encodings/merchant_listings_unbalanced_quotes_utf8", "catalog/1", 1),
        ])
    func everyRow(name: String, feed: String, rows: Int) throws {
        let house = try House()
        let report = try bring(house, name, in: name.contains("_jp_") ? "JP" : name.contains("_de_") ? "DE" : "US")
        let record = try #require(report.record)
        #expect(record.draft.feed == feed)
        #expect(record.summary.kept + record.summary.rejected == rows)
        let rejects = try house.host.store.rejects(of: record.id, offset: 0, limit: 100)
        #expect(rejects.count == record.summary.rejected)
        #expect(record.summary.rejected == 0)
        #expect(report.isKept)
    }

    @Test("Suppressed listings queue unpriced until their sales are known, and then with a price")
    func queue() throws {
        let house = try House()
        for name in ["GET_MERCHANT_LISTINGS_ALL_DATA", "GET_MERCHANTS_LISTINGS_FYP_REPORT"] {
            #expect(try bring(house, "amazon-real-airbyte/\(name)").isKept)
        }
        let first = try house.rotate(Self.looked)
        let unpriced = try house.queue()
        #expect(Set(unpriced.map(\.exception.fingerprint.subject.code)) == ["G3-8N7Y-L93I", "I0-RALD-N1UR"])
        #expect(unpriced.allSatisfy { $0.row.lane == .unpriced && $0.row.atRisk == nil })
        #expect(first.unpriced == ["sales are not known": 2])

        #expect(try house.bring(Self.sales, as: "sales", at: Self.exported).allSatisfy { $0.isKept })
        try house.rotate(Self.looked.advanced(bySeconds: 60))
        let priced = try house.queue()
        #expect(priced.map(\.exception.id).sorted() == unpriced.map(\.exception.id).sorted())
        #expect(priced.allSatisfy { $0.row.lane == .active && ($0.row.atRisk ?? 0) > 0 })
    }

    /// Two units a day of both SKUs over the forty days before, in a table of the seller's own.
    private static var sales: String {
        Report.table(
            ["Order number", "SKU", "Ordered at", "Quantity"],
            (0...40).flatMap { back in
                ["G3-8N7Y-L93I", "I0-RALD-N1UR"].map { sku in
                    [
                        "Order number": "\(sku)-\(back)", "SKU": sku, "Quantity": "2",
                        "Ordered at": "\(exported.utcDay.advanced(by: -back))T15:00:00Z",
                    ]
                }
            }, separator: ",")
    }
}
