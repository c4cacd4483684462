import FlywheelKit
import Foundation
@testable import Imports
import Testing

/// Amazon's reports, with rows made up under their real headings.
@Suite struct FileAmazonTests {
    private let chinese = [
        "商品名称", "商品描述", "商品编码", "卖家 SKU", "价格", "数量", "开售日期", "不适用项目", "商品编码类型", "不适用项目",
        "ASIN1", "商品编码", "不适用项目", "配送渠道", "状态",
    ]
    private let japanese = [
        "商品名", "出品ID", "出品者SKU", "価格", "数量", "出品日", "商品IDタイプ", "コンディション", "商品ID", "在庫数",
        "フルフィルメント・チャンネル", "merchant-shipping-group", "ステータス",
    ]

    @Test func listingsBecomeFacts() throws {
        let reading = try read(
            table(
                [
                    "item-name", "listing-id", "seller-sku", "price", "quantity", "open-date", "product-id-type",
                    "asin1",
                    "product-id", "fulfillment-channel", "status",
                ],
                [
                    "Chef's knife 8\" \"pro", "0711ZA", "KN 12/a", "31.00", "999999", "2021-08-15 20:35:17 PDT", "1",
                    "B000000001", "B000000001", "DEFAULT", "Active",
                ],
                [
                    "Lamp", "0711ZB", "0007", "5", "", "2026-01-05 10:00:00", "3", "", "4006381333931", "AMAZON_NA",
                    "Inactive",
                ]),
            .test(marketplace: "US"))
        #expect(reading.codes == ["KN 12/a", "0007"])
        #expect(reading.products == ["B000000001", nil])
        #expect(reading.values(Catalog.title) == ["Chef's knife 8\" \"pro", "Lamp"])
        #expect(reading.values(Catalog.price) == [usd(31_00), usd(5_00)])
        #expect(reading.values(Catalog.quantity) == [999_999, nil])
        #expect(reading.values(Catalog.channel) == ["DEFAULT", "AMAZON_NA"])
        #expect(reading.values(Catalog.status) == ["Active", "Inactive"])
        // The first names its zone; the second's is the marketplace's, in winter.
        #expect(reading.values(Catalog.opened) == [Instant("2021-08-16T03:35:17Z"), Instant("2026-01-05T18:00:00Z")])
        #expect(reading.rejected.isEmpty)
        #expect(reading.file.unboundHeadings == ["listing-id"])
        #expect(reading.summary.covers == nil)
    }

    @Test func europeanListingsRepeatAHeadingAndSpellAnother() throws {
        let headings = [
            "item-name", "listing-id", "seller-sku", "price", "quantity", "open-date", "Deprecated column",
            "Deprecated column", "asin1", "Deprecated column", "product-id", "fulfilment-channel", "status",
        ]
        let row = [
            "Küchenmesser „Profi“ – 20 cm €", "0101", "DE-1", "19.99", "5", "05/01/2026 10:11:12 MET", "", "",
            "B000000002",
            "", "B000000002", "DEFAULT", "Active",
        ]
        let reading = try read(windows1252(table(headings, row)), .test(marketplace: "DE"))
        #expect(reading.values(Catalog.title) == ["Küchenmesser „Profi“ – 20 cm €"])
        #expect(reading.values(Catalog.price) == [eur(19_99)])
        #expect(reading.values(Catalog.opened) == [Instant("2026-01-05T09:11:12Z")])
        #expect(reading.values(Catalog.channel) == ["DEFAULT"])
    }

    @Test func aByteThatIsNoCharacterCostsACharacterAndIsCounted() throws {
        var bytes = windows1252(table(["sku", "title", "price"], ["A-1", "K€y", "5"], ["B-2", "Lamp", "6"]))
        let euro = try #require(bytes.firstIndex(of: 0x80))
        bytes[euro] = 0x81
        let reading = try read(bytes, .test(marketplace: "DE"))
        #expect(reading.values(Catalog.title) == ["K\u{FFFD}y", "Lamp"])
        #expect(
            reading.summary.warnings == [
                ImportWarning(.encoding, "replaced bytes that are no characters in 1 cell", cells: 1, line: 2)
            ])
        let code = try #require(bytes.firstIndex(of: UInt8(ascii: "A")))
        bytes[code] = 0x81
        let rejected = try read(bytes, .test(marketplace: "DE"))
        #expect(rejected.codes == ["B-2"])
        #expect(rejected.rejected.map(\.code) == [.encoding])
        #expect(rejected.rejected.map(\.column) == [1])
    }

    @Test func chineseListingsHaveTwoColumnsOfOneName() throws {
        let row = [
            "不锈钢水杯", "", "L-1", "CN-1", "19.50", "3", "2026-01-05 10:11:12 PST", "", "1", "", "", "B000000003", "",
            "DEFAULT", "在售",
        ]
        let reading = try read(table(chinese, row), .test(marketplace: "US"))
        #expect(reading.file.format == "Amazon listings")
        #expect(reading.file.isComplete)
        #expect(reading.codes == ["CN-1"])
        #expect(reading.products == ["B000000003"])
        #expect(reading.values(Catalog.quantity) == [3])
        // The only column of that name is the listing's id, not the product's.
        let only = chinese.indices.filter { $0 != 11 }
        let without = try read(table(only.map { chinese[$0] }, only.map { row[$0] }), .test(marketplace: "US"))
        #expect(without.products == [nil])
    }

    @Test(arguments: ["JP", nil])
    func japaneseListingsAreReadInTheirEncoding(marketplace: String?) throws {
        let row = [
            "水筒 ①", "L-1", "JP-1", "1980", "12", "2026/01/05 10:11:12 JST", "1", "11", "B000000001", "12", "DEFAULT",
            "x", "出品中",
        ]
        let barcode = [
            "傘", "L-2", "JP-2", "900", "", "2026/01/05 10:11:12 JST", "4", "11", "4901234567894", "", "DEFAULT", "x",
            "出品中",
        ]
        let reading = try read(
            windows31J(table(japanese, row, barcode)), .test(marketplace: marketplace, currency: "JPY"))
        #expect(reading.codes == ["JP-1", "JP-2"])
        #expect(reading.products == ["B000000001", nil])
        #expect(reading.values(Catalog.title) == ["水筒 ①", "傘"])
        #expect(reading.values(Catalog.price) == [yen(1980), yen(900)])
        #expect(reading.values(Catalog.opened)[0] == Instant("2026-01-05T01:11:12Z"))
    }

    @Test func suppressedListingsHaveARowForEachIssue() throws {
        let headings = [
            "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date", "Issue Description",
        ]
        let reading = try read(
            table(
                headings,
                [
                    "Search Suppressed", "Missing info", "KN-12", "B000000001", "Knife", "11", "2022-07-29",
                    "'[brand]' is required",
                ],
                ["Search Suppressed", "Image", "KN-12", "B000000001", "Knife", "11", "2022-07-30", "no image"]),
            .test(marketplace: "US"))
        #expect(reading.codes == ["KN-12", "KN-12"])
        #expect(reading.values(SuppressedListings.issue) == ["'[brand]' is required", "no image"])
        #expect(reading.values(SuppressedListings.since) == [Day("2022-07-29"), Day("2022-07-30")])
    }

    @Test func inventoryIsReadByItsOwnHeadings() throws {
        let reading = try read(
            table(
                [
                    "sku", "fnsku", "asin", "product-name", "your-price", "afn-warehouse-quantity",
                    "afn-fulfillable-quantity", "afn-unsellable-quantity", "afn-reserved-quantity",
                    "afn-total-quantity",
                    "afn-inbound-working-quantity", "afn-inbound-shipped-quantity", "afn-inbound-receiving-quantity",
                    "afn-researching-quantity",
                ],
                ["LT-55", "X1", "B000000004", "Lamp", "9.99", "20", "15", "1", "4", "20", "100", "50", "25", "2"],
                ["LT-56", "X2", "B000000005", "Lamp", "9.99", "20", "", "1", "4", "20", "100", "50", "25", "2"]))
        #expect(reading.values(Stock.fulfillable) == [15])
        #expect(reading.values(Stock.inboundWorking) == [100])
        #expect(reading.values(Stock.inboundShipped) == [50])
        #expect(reading.values(Stock.inboundReceiving) == [25])
        #expect(reading.values(Stock.reserved) == [4])
        #expect(reading.values(Stock.researching) == [2])
        #expect(reading.values(Stock.unsellable) == [1])
        // Fulfillable is what the feed is for: without it the row says nothing, and not zero.
        #expect(reading.rejected.map(\.code) == [.missingValue])
        #expect(reading.rejected.map(\.heading) == ["afn-fulfillable-quantity"])
    }
}

/// The text in code page 1252; characters outside of it are question marks.
func windows1252(_ text: String) -> [UInt8] {
    let marks: [Unicode.Scalar: UInt8] = ["€": 0x80, "„": 0x84, "“": 0x93, "”": 0x94, "–": 0x96]
    return text.unicodeScalars.map { marks[$0] ?? ($0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?")) }
}

/// The text in code page 932.
func windows31J(_ text: String) -> [UInt8] {
    text.data(using: .shiftJIS).map(Array.init) ?? []
}
