import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Testing

/// Orders, daily tables, sales and traffic reports and business reports count the same sales. Whichever of them come, and
/// in whichever order, a listing's baseline is that of any one of them.
@Suite("Reports of the same sales")
struct SalesSourceTests {
    private static let today = Day(epochDays: 20_000)
    private static let exported = Moments.instant(today, hour: 20)
    private static let days = (1...40).map { today.advanced(by: -$0) }

    private enum Source: String, CaseIterable {
        case orders, table, traffic, business
        /// Totals of all days together, which no baseline may be made of.
        case trafficOfRange, businessOfRange, trafficByProduct
    }

    /// Two units a day, three on every fourth.
    private static func units(on day: Day) -> Int { day.epochDays % 4 == 0 ? 3 : 2 }

    private func bring(_ source: Source, to house: House) throws {
        let files: [(name: String, text: String)] =
            switch source {
            case .orders: [("orders.csv", Self.orders)]
            case .table: [("daily.csv", Self.table)]
            case .traffic: Self.days.map { ("traffic-\($0).json", Self.traffic($0...$0, by: "sku", "A")) }
            case .business: Self.days.map { ("business-\($0).csv", Self.business($0...$0)) }
            case .trafficOfRange: [("range.json", Self.traffic(Self.range, by: "sku", "A"))]
            case .businessOfRange:
                [("business-\(Self.range.lowerBound)-\(Self.range.upperBound).csv", Self.business(Self.range))]
            case .trafficByProduct: [("products.json", Self.traffic(Self.range, by: "childAsin", "B0AAAAAAAA"))]
            }
        let paths = try files.map { try house.folder.write($0.text, to: "\(source.rawValue)/\($0.name)") }
        for report in try house.importFiles(paths, in: "US", at: Self.exported) {
            #expect(report.isKept, "\(report.path): \(report.result)")
            #expect(report.record?.summary.rejected == 0)
        }
    }

    private func amounts(_ sources: [Source]) throws -> [String] {
        let house = try House()
        try house.bring(
            Report.table(
                ["SKU", "ASIN", "Price", "Status"],
                [
                    ["SKU": "A", "ASIN": "B0AAAAAAAA", "Price": "10.00", "Status": "Active"]
                ], separator: ","), as: "listings", at: Self.exported)
        try house.bring(
            Report.table(
                ["SKU", "Status", "Code", "Since"],
                [
                    ["SKU": "A", "Status": "LISTING_SUPPRESSED", "Code": "90220", "Since": "\(Self.today)"]
                ], separator: ","), as: "suppressed", at: Self.exported)
        for source in sources { try bring(source, to: house) }
        try house.rotate(Self.exported.advanced(bySeconds: 60))
        return try house.queue().map { entry in
            let demand = try house.terms(entry).listings.map { "\($0.unitsPerDay) a day, \($0.basis)" }
            return "\(entry.exception.fingerprint.text) \(entry.row.atRisk.map(String.init) ?? "unpriced") \(demand)"
        }
    }

    @Test("All together leave the baseline as any one of them does")
    func one() throws {
        let expected = try amounts([.orders])
        #expect(expected.count == 1)
        #expect(expected.allSatisfy { !$0.contains("unpriced") }, "the listing is priced")
        for source in [Source.table, .traffic, .business] { #expect(try amounts([source]) == expected, "\(source)") }
        #expect(try amounts(Source.allCases) == expected)
        #expect(try amounts(Source.allCases.reversed()) == expected)
    }

    @Test("Totals of several days alone are no baseline", arguments: [0, 1, 2])
    func totals(index: Int) throws {
        let source = [Source.trafficOfRange, .businessOfRange, .trafficByProduct][index]
        #expect(try amounts([source]).allSatisfy { $0.contains("unpriced") })
    }

    private static let range = today.advanced(by: -40)...today.advanced(by: -1)

    private static func units(in range: ClosedRange<Day>) -> Int {
        days.filter { range.contains($0) }.reduce(0) { $0 + units(on: $1) }
    }

    /// An order of one unit each, and one on either side of the days so that all of them are covered.
    private static var orders: String {
        let lines = days.flatMap { day in (0..<units(on: day)).map { (id: "\(day)-\($0)", day: day) } }
        let rows = ([(id: "first", day: today.advanced(by: -41))] + lines + [(id: "last", day: today)]).map { line in
            [
                "Order number": line.id, "SKU": line.id == "first" || line.id == "last" ? "Z" : "A", "Quantity": "1",
                "Ordered at": "\(line.day)T19:00:00Z",
            ]
        }
        return Report.table(["Order number", "SKU", "Ordered at", "Quantity"], rows, separator: ",")
    }

    private static var table: String {
        Report.table(
            ["SKU", "Day", "Units"], days.map { ["SKU": "A", "Day": "\($0)", "Units": "\(units(on: $0))"] },
            separator: ",")
    }

    private static func traffic(_ range: ClosedRange<Day>, by name: String, _ code: String) -> String {
        """
        {"reportSpecification": {"reportType": "GET_SALES_AND_TRAFFIC_REPORT", "reportOptions": {"asinGranularity": "SKU"},
        "dataStartTime": "\(range.lowerBound)", "dataEndTime": "\(range.upperBound)",
        "marketplaceIds": ["ATVPDKIKX0DER"]},
        "salesAndTrafficByAsin": [{"\(name)": "\(code)", "salesByAsin": {"unitsOrdered": \(units(in: range)),
        "orderedProductSales": {"amount": \(units(in: range))0.00, "currencyCode": "USD"}}}]}
        """
    }

    private static func business(_ range: ClosedRange<Day>) -> String {
        """
        (Parent) ASIN,(Child) ASIN,Title,SKU,Units Ordered,Ordered Product Sales
        B0AAAAAAAA,B0AAAAAAAA,Item,A,\(units(in: range)),"$\(units(in: range))0.00"

        """
    }
}
