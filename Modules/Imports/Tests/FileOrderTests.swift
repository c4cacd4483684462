import FlywheelKit
@testable import Imports
import Testing

/// Order reports: money, marketplaces, cancellations, and the span a file vouches for.
@Suite struct FileOrderTests {
    private static let headings = [
        "amazon-order-id", "purchase-date", "last-updated-date", "order-status", "sales-channel", "sku", "asin",
        "quantity",
        "currency", "item-price", "ship-city", "ship-state", "ship-postal-code",
    ]

    private func order(
        _ id: String, bought: String = "2026-01-05T10:00:00+00:00", updated: String = "2026-01-06T10:00:00+00:00",
        status: String = "Shipped", channel: String = "Amazon.com", quantity: String = "2", currency: String = "USD",
        price: String = "14.0"
    ) -> [String] {
        [
            id, bought, updated, status, channel, "KN-12", "B000000001", quantity, currency, price, "Springfield", "XX",
            "00000",
        ]
    }

    private func file(_ rows: [String]...) -> String {
        ([Self.headings] + rows).map { $0.joined(separator: "\t") + "\r\n" }.joined()
    }

    @Test func ordersBecomeFactsWithoutTheBuyersPlace() throws {
        let reading = try read(file(order("1-1"), order("1-1")), .test(marketplace: "US"))
        #expect(reading.values(Orders.order) == ["1-1", "1-1"])
        #expect(reading.values(Orders.total) == [usd(14_00), usd(14_00)])
        #expect(reading.values(Orders.quantity) == [2, 2])
        #expect(reading.columns.keys.sorted() == ["order", "purchased", "quantity", "status", "total", "updated"])
        #expect(reading.file.unboundHeadings == ["ship-city", "ship-state", "ship-postal-code"])
    }

    @Test(arguments: ["Cancelled", "cancelled", "Canceled"])
    func cancelledOrdersSellNothing(status: String) throws {
        let row = order("1-1", status: status, quantity: "3")
        let blank = order("1-2", status: status, quantity: "", currency: "", price: "")
        let reading = try read(file(row, blank), .test(marketplace: "US"))
        #expect(reading.values(Orders.quantity) == [0, 0])
        #expect(reading.values(Orders.total) == [usd(14_00), nil])
    }

    @Test func theBlankPriceOfAPendingOrderIsUnknown() throws {
        let reading = try read(file(order("1-1", status: "Pending", currency: "", price: "")), .test(marketplace: "US"))
        #expect(reading.values(Orders.total) == [nil])
        #expect(reading.summary.warnings.isEmpty)
    }

    @Test func theRowsOwnCurrencyGoesFirst() throws {
        let rows = file(order("1-1", currency: "EUR"), order("1-2", currency: ""), order("1-3", currency: "Dollars"))
        let reading = try read(rows, .test(marketplace: "US"))
        #expect(reading.values(Orders.total) == [eur(14_00), usd(14_00)])
        #expect(reading.rejected.map(\.code) == [.unknownCurrency])
        #expect(reading.rejected.map(\.heading) == ["currency"])
        #expect(reading.rejected.map(\.excerpt) == ["Dollars"])
    }

    @Test func aFileOfSeveralMarketplacesIsATableOfEach() throws {
        let broken = "1-9\tShipped\n"
        let rows =
            file(
                order("1-1", channel: "Amazon.ca"), order("1-2"), order("1-3"), order("1-4", channel: "Amazon.com.mx"),
                order("1-5", channel: "AMAZON.CA", quantity: "few"), order("1-6", channel: ""), order("1-7")) + broken
        let all = try readAll(rows)
        #expect(all.map { Marketplace.named($0.file.marketplace.value)?.name } == ["US", "CA", "MX"])
        #expect(all.map { $0.values(Orders.order) } == [["1-2", "1-3", "1-7"], ["1-1"], ["1-4"]])
        #expect(all.map { $0.rejected.map(\.line) } == [[7, 9], [6], []], "each row is in one of them")
        #expect(all.map { $0.file.currency?.value.code } == ["USD", "CAD", "MXN"])
    }

    /// A marketplace may begin to sell when all that tells a file's kind is long past.
    @Test func aMarketplaceThatComesLateHasATableToo() throws {
        let many = (0..<2_500).map { order("1-\($0)", channel: $0 < 10 ? "Amazon.ca" : "Amazon.com") }
        let rows = [Self.headings] + many + [order("2-1", channel: "Amazon.com.mx")]
        let all = try readAll(rows.map { $0.joined(separator: "\t") + "\n" }.joined())
        #expect(all.map { Marketplace.named($0.file.marketplace.value)?.name } == ["US", "CA", "MX"])
        #expect(all.map(\.summary.kept) == [2_490, 10, 1])
        #expect(all.allSatisfy { $0.rejected.isEmpty })
    }

    /// A day without an order of a small marketplace is a day on which it sold nothing.
    @Test func eachMarketplaceOfAFileIsCompleteWhereTheFileIs() throws {
        let days = [("US", 1), ("CA", 5), ("US", 12)]
        let rows = days.map { place, day in
            let domain = place == "US" ? "Amazon.com" : "Amazon.ca"
            return order(
                "1-\(day)", bought: "2026-01-\(day < 10 ? "0" : "")\(day)T00:00:00+00:00", updated: "", channel: domain)
        }
        let text = file(rows[0], rows[1], rows[2])
        let expected = try #require(Instant("2026-01-01T00:00:00Z"))...(try #require(Instant("2026-01-12T00:00:00Z")))
        #expect(try readAll(text).map(\.summary.covers) == [expected, expected])
        #expect(try read(text, .test(marketplace: "CA")).summary.covers == expected)
        #expect(try read(text, .test(marketplace: "MX")).summary.covers == nil, "no row, no word")
    }

    @Test func rowsOfOtherMarketplacesAreRejected() throws {
        let rows = file(
            order("1-1", channel: "Amazon.ca"), order("1-2"), order("1-3"), order("1-4", channel: "Non-Amazon"),
            order("1-5", channel: ""))
        let stated = try read(rows, .test(marketplace: "CA"))
        #expect(stated.values(Orders.order) == ["1-1", "1-5"])
        #expect(stated.codesOfRejects == [.otherMarketplace, .otherMarketplace, .setAside])
        let told = try read(rows)
        #expect(told.file.marketplace == Sourced("ATVPDKIKX0DER", .rows))
        #expect(told.values(Orders.order) == ["1-2", "1-3"], "of which one without a channel is nobody knows")
        #expect(told.rejected.map(\.line) == [5, 6])
        #expect(told.rejected.map(\.heading) == ["sales-channel", "sales-channel"])
        #expect(told.rejected.first?.reason == "found a row of \"Non-Amazon\", expected rows of amazon.com")
    }

    @Test func aReportByLastUpdateIsCompleteFromItsOldestUpdateToItsNewestPurchase() throws {
        let rows = file(
            order("1-1", bought: "2026-01-01T00:00:00+00:00", updated: "2026-01-10T00:00:00+00:00"),
            order("1-2", bought: "2026-01-12T00:00:00+00:00", updated: "2026-01-13T00:00:00+00:00"))
        let covers = try read(rows, .test(marketplace: "US")).summary.covers
        let expected = try #require(Instant("2026-01-10T00:00:00Z"))...(try #require(Instant("2026-01-12T00:00:00Z")))
        #expect(covers == expected)
    }

    @Test func aReportWithoutUpdatesIsCompleteBetweenItsPurchases() throws {
        let rows = file(
            order("1-2", bought: "2026-01-12T00:00:00+00:00", updated: ""),
            order("1-1", bought: "2026-01-01T00:00:00+00:00", updated: ""))
        let covers = try read(rows, .test(marketplace: "US")).summary.covers
        let expected = try #require(Instant("2026-01-01T00:00:00Z"))...(try #require(Instant("2026-01-12T00:00:00Z")))
        #expect(covers == expected)
    }

    @Test func ordersAllWrittenAfterTheLastPurchaseVouchForNothing() throws {
        let reading = try read(file(order("1-1")), .test(marketplace: "US"))
        #expect(reading.summary.covers == nil)
    }

    @Test(arguments: ["12,50", "1.234", "14.005", "fourteen", "5%"])
    func anAmountThatIsNoneRejectsTheRow(price: String) throws {
        let reading = try read(
            file(order("1-1", price: price), order("1-2")), .test(marketplace: "US", decimal: .point))
        #expect(reading.values(Orders.order) == ["1-2"])
        let reject = try #require(reading.rejected.first)
        #expect(reject.code == .amountFormat)
        #expect(reject.line == 2)
        #expect(reject.heading == "item-price")
        #expect(reject.excerpt == price)
        let before = order("1-1").prefix(9).joined(separator: "\t").utf8.count + 1
        #expect(before < reject.column && reject.column <= before + price.utf8.count + 1)
    }
}
