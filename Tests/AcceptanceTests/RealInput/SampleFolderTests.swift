import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Testing

private let samples = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]

/// Every sample of Amazon's and Walmart's formats, each alone and all together: each row is a fact or a listed reject, and what concerns
/// nobody is left alone with a sentence.
@Suite("Sample folder", .enabled(if: samples != nil, "FLYWHEEL_SAMPLES names no folder of sample reports"))
struct SampleFolderTests {
    private static let exported = Moments.instant(Day(epochDays: 20_080), hour: 16)

    /// What a file brings: its feeds, each with kept and rejected rows.
    private static let expected: [String: [String]] = [
        "amazon-samples/report-tsv/GET_AFN_INVENTORY_DATA.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_AFN_INVENTORY_DATA_BY_COUNTRY.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_FBA_INVENTORY_PLANNING_DATA.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_FBA_MYI_ALL_INVENTORY_DATA.txt": ["stock/1 4 0"],
        "amazon-samples/report-tsv/GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_RESERVED_INVENTORY_DATA.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT.txt": ["stock/1 3 0"],
        "amazon-samples/report-tsv/GET_STRANDED_INVENTORY_UI_DATA.txt": ["stranded/1 1 0"],
        "amazon-real-airbyte/GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL.txt": ["orders/1 5 0"],
        "amazon-real-airbyte/GET_MERCHANTS_LISTINGS_FYP_REPORT.txt": ["suppressed-listings/1 2 0"],
        "amazon-real-airbyte/GET_MERCHANT_LISTINGS_ALL_DATA.txt": ["catalog/1 8 0"],
        "amazon-real-airbyte/GET_MERCHANT_LISTINGS_INACTIVE_DATA.txt": ["catalog/1 7 0"],
        "synthetic-encodings/merchant_listings_de_cp1252.txt": ["catalog/1 1 0"],
        "synthetic-encodings/merchant_listings_de_cp1252.txt.gz": ["catalog/1 1 0"],
        "synthetic-encodings/merchant_listings_de_cp1252_with_0x81.txt": ["catalog/1 1 0"],
        "synthetic-encodings/merchant_listings_de_utf8_bom.txt": ["catalog/1 1 0"],
        "synthetic-encodings/merchant_listings_jp_cp932.txt": ["catalog/1 1 0"],
        "synthetic-encodings/merchant_listings_unbalanced_quotes_utf8.txt": ["catalog/1 1 0"],
        // The marketplace is stated; the standing of the account on two others is rejected.
        "amazon-models/examples/reports/accountHealthReport-2020-11-18.0.json": ["account-metrics/1 18 2"],
        "amazon-models/examples/reports/sellerSalesAndTrafficReport.0.json": [
            "sales-windows/1 3 0", "sales-store/1 4 0",
        ],
        "amazon-models/examples/reports/sellerSalesAndTrafficReport.1.json": [
            "sales-products/1 3 0", "sales-store/1 2 0",
        ],
        "amazon-models/examples/reports/sellerSalesAndTrafficReport.2.json": [
            "sales-products/1 3 0", "sales-store/1 1 0",
        ],
        "amazon-models/examples/notifications/AnyOfferChangedNotification.0.json": ["offers/1 0 1"],
        "amazon-models/examples/notifications/ListingsItemIssuesChangeNotification.0.json": [
            "suppressed-listings/1 1 0"
        ],
        "amazon-models/examples/notifications/ListingsItemIssuesChangeNotification_2023-12-13.0.json": [
            "suppressed-listings/1 4 0"
        ],
        "amazon-models/examples/notifications/ListingsItemMfnQuantityChange.0.json": ["catalog/1 1 0"],
        "amazon-models/examples/notifications/ListingsItemStatusChangeNotification.0.json": ["catalog/1 1 0"],
        "amazon-models/examples/notifications/PricingHealthNotification.0.json": ["offers/1 0 1"],
        "amazon-fivetran-seeds/fba_inventory_summary.csv": ["stock/1 100 0"],
        // Of a product alone, and no listings known.
        "productPricing2022/getCompetitiveSummary.200.example.json": ["offers/1 0 1"],
        "productPricing2022/getCompetitiveSummary.200.static0.json": ["offers/1 0 2"],
        // Of a marketplace that is none.
        "productPricing2022/getFeaturedOfferExpectedPriceBatch.200.example.json": ["offers/1 0 3"],
        "productPricing2022/getFeaturedOfferExpectedPriceBatch.200.static0.json": ["offers/1 0 3"],
        "productPricingV0/getCompetitivePricing.200.static0.json": ["offers/1 0 2"],
        "productPricingV0/getCompetitivePricing.200.static1.json": ["offers/1 2 0"],
        "productPricingV0/getCompetitivePricing.200.static2.json": ["offers/1 0 2"],
        "productPricingV0/getItemOffers.200.static0.json": ["offers/1 0 1"],
        "productPricingV0/getItemOffers.200.static1.json": ["offers/1 0 1"],
        "productPricingV0/getItemOffersBatch.200.static0.json": ["offers/1 0 10"],
        "productPricingV0/getListingOffers.200.static0.json": ["offers/1 1 0"],
        "productPricingV0/getListingOffers.200.static1.json": ["offers/1 0 1"],
        "productPricingV0/getListingOffersBatch.200.static0.json": ["offers/1 5 0"],
        "productPricingV0/getPricing.200.static0.json": ["offers/1 2 0"],
        "productPricingV0/getPricing.200.static1.json": ["offers/1 2 0"],
        "productPricingV0/getPricing.200.static2.json": ["offers/1 0 2"],
        "insights.getUnpublishedItems.200.example.json": ["suppressed-listings/1 3 0"],
        "insights.itemsDetailsForListing.200.Filter_for_productType.json": ["listing-quality/1 1 0"],
        "insights.itemsDetailsForListing.200.Filter_for_quality_score__.json": ["listing-quality/1 1 0"],
        "insights.itemsDetailsForListing.200.Query_for_SKU.json": ["listing-quality/1 1 0"],
        "inventory.getInventory.200.example.json": ["stock/1 1 0"],
        "inventory.getMultiNodeInventoryForAllSkuAndAllShipNodes.200.example.json": ["stock/1 2 0"],
        "inventory.getMultiNodeInventoryForSkuAndAllShipnodes.200.example.json": ["stock/1 1 0"],
        "inventory.updateInventoryForAnItem.200.example.json": ["stock/1 1 0"],
        "items.getAllItems.200.Get_All_Items.json": ["catalog/1 20 0", "suppressed-listings/1 35 0"],
        "items.getAllItems.200.With_Variant_Information.json": ["catalog/1 3 0", "suppressed-listings/1 6 0"],
        "items.getAnItem.200.example.json": ["catalog/1 1 0", "suppressed-listings/1 1 0"],
        "items.getCatalogSearch.200.With_Variant_Information.json": ["catalog/1 10 0", "suppressed-listings/1 13 1"],
        "listingsItems/getListingsItem.200.static0.json": [
            "catalog/1 1 1", "suppressed-listings/1 5 2", "stock/1 1 1",
        ],
        "listingsItems/getListingsItem.200.example.json": [
            "catalog/1 1 1", "suppressed-listings/1 5 2", "stock/1 1 1",
        ],
        "listingsItems/searchListingsItems.200.static0.json": [
            "catalog/1 1 1", "suppressed-listings/1 5 2", "stock/1 1 1",
        ],
        "listingsItems/searchListingsItems.200.example.json": [
            "catalog/1 1 1", "suppressed-listings/1 5 2", "stock/1 1 1",
        ],
    ]

    /// All files of the folders. Recorded exchanges of the sandbox are taken apart: the answer is what a client saves.
    private func files(_ house: House) throws -> [(name: String, path: String)] {
        let root = URL(fileURLWithPath: samples ?? "")
        let folders = [
            "amazon-samples/report-tsv", "amazon-real-airbyte", "amazon-models/examples", "synthetic-encodings",
            "amazon-fivetran-seeds",
        ]
        var files: [(name: String, path: String)] = []
        for folder in folders {
            for name in try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path).sorted()
            {
                let path = root.appending(path: "\(folder)/\(name)").path
                if !Self.isFolder(path) { files.append(("\(folder)/\(name)", path)) }
            }
        }
        for folder in ["amazon-models/sandbox", "walmart/openapi-examples"] {
            let exchanges = root.appending(path: folder).path
            for name in try FileManager.default.subpathsOfDirectory(atPath: exchanges).sorted() {
                let path = "\(exchanges)/\(name)"
                if !Self.isFolder(path) { files.append((name, try Self.answer(in: path, to: name, house))) }
            }
        }
        return files
    }

    /// The answer of a recorded exchange as a file of its own; the exchange itself where it has none.
    private static func answer(in path: String, to name: String, _ house: House) throws -> String {
        let exchange = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        let members = exchange as? [String: Any]
        let examples = members?["examples"] as? [String: Any]
        guard let answer = members?["response"] ?? examples?.values.first, JSONSerialization.isValidJSONObject(answer)
        else { return path }
        let bytes = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
        return try house.folder.write(Array(bytes), to: name)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func marketplace(of name: String) -> String {
        name.contains("fivetran") ? "MPIDRANDOM" : name.contains("_jp_") ? "JP" : name.contains("_de_") ? "DE" : "US"
    }

    private func check(_ name: String, _ reports: [ImportReport], in house: House) throws {
        let expected = Self.expected[name]
        let found = reports.compactMap { report in
            report.record.map { "\($0.draft.feed) \($0.summary.kept) \($0.summary.rejected)" }
        }
        #expect(found == expected ?? [], "\(name)")
        for report in reports {
            if let record = report.record {
                let rejects = try house.host.store.rejects(of: record.id, offset: 0, limit: 100)
                #expect(rejects.count == record.summary.rejected, "\(name)")
            } else if case .leftAlone(let why, _) = report.result {
                #expect(expected == nil, "\(name): \(why)")
                #expect(why.count > 20, "\(name): \(why)")
            }
        }
    }

    @Test("Each file alone brings what it holds, and what concerns nobody is left alone")
    func alone() throws {
        let scratch = try House()
        var seen: Set<String> = []
        for (name, path) in try files(scratch) {
            let house = try House()
            let reports = try house.importFiles([path], in: Self.marketplace(of: name), at: Self.exported)
            #expect(!reports.isEmpty, "\(name)")
            try check(name, reports, in: house)
            seen.insert(name)
        }
        #expect(seen.isSuperset(of: Self.expected.keys))
    }

    @Test("All files together bring what each brings alone, and a rotation takes them")
    func together() throws {
        let house = try House()
        for (name, path) in try files(house) where Self.expected[name] != nil {
            let reports = try house.importFiles([path], in: Self.marketplace(of: name), at: Self.exported)
            for report in reports { if case .leftAlone(let why, _) = report.result { Issue.record("\(name): \(why)") } }
        }
        try house.rotate(Self.exported.advanced(bySeconds: 7_200))
        #expect(try !house.queue().isEmpty)
    }
}
