import FlywheelKit
@testable import Imports
import Testing

@Suite struct FileDocumentTests {
    private func readings(_ json: String, _ context: ImportContext = .test(marketplace: "US")) throws -> [Reading] {
        try withFile(Array(json.utf8), named: "report.json") { path in
            let contents = FileImporter(feeds: kitFeeds, context: context).openAll(path)
            #expect(contents.count == 1)
            return try contents[0].tables.get().map { try read($0) }
        }
    }

    private func report(from first: String, to last: String, granularity: String = "SKU", rows: String) -> String {
        """
        {"salesAndTrafficByAsin": [
        \(rows)
        ],
        "reportSpecification": {"reportOptions": {"dateGranularity": "DAY", "asinGranularity": "\(granularity)"},
        "dataStartTime": "\(first)", "dataEndTime": "\(last)", "marketplaceIds": ["ATVPDKIKX0DER"]}}
        """
    }

    private func sold(
        _ names: String, units: String = "3", amount: String = "1.05E7", traffic: String = "\"sessions\": 18"
    ) -> String {
        """
        {\(names), "salesByAsin": {"unitsOrdered": \(units), "orderedProductSales":
        {"amount": \(amount), "currencyCode": "USD"}, "someNewThing": [1]}, "trafficByAsin": {\(traffic)}}
        """
    }

    @Test func totalOfOneDayIsThatDaysSales() throws {
        let json = report(
            from: "2026-11-20", to: "2026-11-20T23:59:59Z", rows: sold("\"childAsin\": \"B0AAAAAAAA\", \"sku\": \"A\""))
        let reading = try #require(try readings(json).first)
        #expect(reading.file.feed.key == DailySales.feed.key)
        #expect(reading.codes == ["A"])
        #expect(reading.products == ["B0AAAAAAAA"])
        #expect(reading.values(DailySales.day) == [Day(year: 2026, month: 11, day: 20)])
        #expect(reading.values(DailySales.units) == [3])
        #expect(reading.values(DailySales.revenue) == [dollars(1_050_000_000)])
        #expect(reading.summary.covers != nil)
    }

    @Test func ofNoPageViewsThereIsNoShare() throws {
        let rows = [("A", 0, "0.0"), ("B", 40, "0.0"), ("C", 40, "97.5")].map { sku, views, share in
            sold(
                "\"sku\": \"\(sku)\"", traffic: "\"pageViews\": \(views), \"buyBoxPercentage\": \(share)")
        }
        let json = report(from: "2026-11-20", to: "2026-11-20", rows: rows.joined(separator: ",\n"))
        let reading = try #require(try readings(json).first)
        #expect(reading.values(DailySales.pageViews) == [0, 40, 40])
        #expect(reading.values(DailySales.featuredShare) == [nil, 0, 0.975])
    }

    @Test func totalOfSeveralDaysIsNeverADaysSales() throws {
        let rows = sold("\"sku\": \"A\"")
        let all = try readings(report(from: "2026-11-19", to: "2026-11-20", rows: rows))
        #expect(all.map(\.file.feed.key) == [SalesWindows.feed.key])
        #expect(all[0].values(SalesWindows.first) == [Day(year: 2026, month: 11, day: 19)])
        #expect(all[0].values(SalesWindows.last) == [Day(year: 2026, month: 11, day: 20)])
        #expect(all[0].values(SalesWindows.sessions) == [18])
    }

    @Test(arguments: [("CHILD", "childAsin"), ("PARENT", "parentAsin")])
    func totalsByProductAreOfNoListing(granularity: String, name: String) throws {
        let json = report(
            from: "2026-11-20", to: "2026-11-20", granularity: granularity, rows: sold("\"\(name)\": \"B0AAAAAAAA\""))
        let all = try readings(json)
        #expect(all.map(\.file.feed.key) == [SalesByProduct.feed.key])
        #expect(all[0].codes == ["B0AAAAAAAA"])
    }

    @Test func aBadRecordIsRejectedWithItsLine() throws {
        let rows = [sold("\"sku\": \"A\""), sold("\"sku\": \"B\"", units: "\"many\""), sold("\"sku\": \"C\"")]
        let reading = try #require(
            try readings(report(from: "2026-11-20", to: "2026-11-20", rows: rows.joined(separator: ",\n"))).first)
        #expect(reading.codes == ["A", "C"])
        #expect(reading.codesOfRejects == [.numberFormat])
        #expect(reading.rejected.map(\.line) == [4])
        #expect(reading.rejected.map(\.subject) == ["B"])
        #expect(reading.rejected.map(\.heading) == ["units"])
    }

    @Test func decimalsOfADocumentArePointsWhateverWasStated() throws {
        let json = report(from: "2026-11-20", to: "2026-11-20", rows: sold("\"sku\": \"A\"", amount: "1.250"))
        let context = ImportContext.test(marketplace: "US", decimal: .comma)
        #expect(
            try readings(json, context)[0].values(DailySales.revenue) == [dollars(125)])
    }

    private let item = """
        {"sku": "A 1/x", "summaries": [
        {"marketplaceId": "ATVPDKIKX0DER", "asin": "B0AAAAAAAA", "status": ["BUYABLE", "SHINY"], "itemName": "Tab\\there",
        "createdDate": "2021-02-01T00:00:00Z", "productType": "LUGGAGE"},
        {"marketplaceId": "A2EUQ1WTGCTBG2", "asin": "B0AAAAAAAA", "status": []}],
        "offers": [{"marketplaceId": "ATVPDKIKX0DER", "offerType": "B2B", "price": {"currencyCode": "USD", "amount": "90.00"}},
        {"marketplaceId": "ATVPDKIKX0DER", "offerType": "B2C", "price": {"currencyCode": "USD", "amount": "100.00"}}],
        "fulfillmentAvailability": [{"fulfillmentChannelCode": "DEFAULT", "quantity": 7}],
        "issues": [
        {"code": "90220", "severity": "ERROR", "attributeNames": ["size", "color"], "categories": ["MISSING_ATTRIBUTE"],
        "enforcements": {"actions": [{"action": "LISTING_SUPPRESSED"}], "exemption": {"status": "EXEMPT_UNTIL_EXPIRY_DATE",
        "expiryDate": "2026-12-28T00:36:48.914Z"}}, "marketplaceIds": ["ATVPDKIKX0DER"]},
        {"code": "18027", "severity": "WARNING"},
        {"code": "1", "severity": "INFO"},
        {"code": "2", "severity": "ERROR", "enforcements": {"actions": [{"action": "NEW_ACTION"}]}}]}
        """

    @Test func aListingIsCatalogIssuesAndStock() throws {
        let all = try readings(item)
        #expect(all.map(\.file.feed.key) == [Catalog.feed.key, SuppressedListings.feed.key, Stock.feed.key])
        #expect(all.allSatisfy { !$0.file.isComplete })

        let catalog = all[0]
        #expect(catalog.codes == ["A 1/x"])
        #expect(catalog.values(Catalog.title) == ["Tab here"])
        #expect(catalog.values(Catalog.status) == ["BUYABLE SHINY"])
        #expect(catalog.values(Catalog.price) == [dollars(10_000)])
        #expect(catalog.values(Catalog.quantity) == [7])
        #expect(catalog.codesOfRejects == [.otherMarketplace])

        let issues = all[1]
        #expect(issues.values(SuppressedListings.code) == ["90220+size", "90220+color", "18027", "2"])
        #expect(
            issues.values(SuppressedListings.status)
                == ["LISTING_SUPPRESSED", "LISTING_SUPPRESSED", "quality alert", "NEW_ACTION"])
        #expect(issues.values(SuppressedListings.reason) == ["MISSING_ATTRIBUTE", "MISSING_ATTRIBUTE", nil, nil])
        #expect(issues.values(SuppressedListings.severity) == ["ERROR", "ERROR", "WARNING", "ERROR"])
        #expect(issues.values(SuppressedListings.exemptUntil).map { $0 != nil } == [true, true, false, false])

        #expect(all[2].values(Stock.fulfillable) == [7])
    }

    @Test func stockIsUnknownWhereAChannelHasNoNumber() throws {
        let own = #"{"fulfillmentChannelCode": "DEFAULT", "quantity": 7}"#
        let warehouse = #"{"fulfillmentChannelCode": "AMAZON_NA"}"#
        let all = try readings(item.replacing(own, with: "\(own), \(warehouse)"))
        #expect(all.map(\.file.feed.key) == [Catalog.feed.key, SuppressedListings.feed.key])
        let both = warehouse.replacing("}", with: #", "quantity": 5}"#)
        #expect(try readings(item.replacing(own, with: "\(own), \(both)"))[2].values(Stock.fulfillable) == [12])
    }

    /// An answer names the marketplaces that were asked about, and each of them has its listing.
    @Test func anAnswerAboutSeveralMarketplacesIsAFileOfEach() throws {
        let all = try readings(item, .test())
        let read = all.map {
            "\($0.file.feed.title) \($0.file.marketplace.value) \($0.codes.count) \($0.rejected.count)"
        }
        #expect(
            read == [
                "listings A2EUQ1WTGCTBG2 1 0", "listings ATVPDKIKX0DER 1 0", "suppressed listings A2EUQ1WTGCTBG2 2 0",
                "suppressed listings ATVPDKIKX0DER 4 0", "stock A2EUQ1WTGCTBG2 1 0", "stock ATVPDKIKX0DER 1 0",
            ])
        #expect(all.suffix(2).map { $0.values(Stock.fulfillable) } == [[7], [7]])
        #expect(all[2].values(SuppressedListings.code) == ["18027", "2"], "an issue that names none is of each")
        #expect(all.map { $0.file.currency?.value.code }.prefix(2) == ["CAD", "USD"])
    }

    /// What names none is of the only one that others name; of several nobody can tell.
    @Test(arguments: [1, 2]) func aRecordWithoutAMarketplaceIsOfTheOnlyOne(named: Int) throws {
        let places = ["ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"].prefix(named).map { "{\"marketplaceId\": \"\($0)\"}" }
        let items = [
            "{\"sku\": \"A\", \"summaries\": [\(places.joined(separator: ", "))], \"fulfillmentAvailability\": "
                + "[{\"quantity\": 5.0}, {\"quantity\": \"1,010\"}]}",
            "{\"sku\": \"B\", \"fulfillmentAvailability\": [{\"quantity\": 2}]}",
        ]
        let page = "{\"numberOfResults\": 2, \"items\": [\(items.joined(separator: ", "))]}"
        let stock = try readings(page, .test()).filter { $0.file.feed.key == Stock.feed.key }
        #expect(stock.map(\.codes) == (named == 1 ? [["A", "B"]] : [["A"], ["A"]]))
        #expect(stock.flatMap(\.codesOfRejects) == (named == 1 ? [] : [.missingValue]))
        #expect(stock.first?.values(Stock.fulfillable).first == 1_015)
    }

    @Test func aListingWithAListOfNoIssuesIsSaidToHaveNoneWhereItIs() throws {
        let summary = #"{"marketplaceId": "ATVPDKIKX0DER", "asin": "B0AAAAAAAA"}"#
        let well = "{\"sku\": \"A\", \"summaries\": [\(summary)], \"issues\": []}"
        let all = try readings(well)
        #expect(all.map(\.file.feed.key) == [Catalog.feed.key, SuppressedListings.feed.key])
        #expect(all[1].codes == ["A"])
        #expect(all[1].values(SuppressedListings.status) == [nil])
        let unasked = try readings(well.replacing(#", "issues": []"#, with: ""))
        #expect(unasked.map(\.file.feed.key) == [Catalog.feed.key])
    }

    @Test func listingsOneALineAreAllRead() throws {
        let lines = ["A 1/x", "B"].map { item.replacing("A 1/x", with: $0).replacing("\n", with: " ") }
        #expect(try readings(lines.joined(separator: "\n"))[0].codes == ["A 1/x", "B"])
    }

    @Test func aPageOfASearchIsItsListings() throws {
        let page = "{\"numberOfResults\": 2, \"items\": [\(item), \(item.replacing("A 1/x", with: "B"))]}"
        let all = try readings(page)
        #expect(all[0].codes == ["A 1/x", "B"])
        #expect(all[2].codes == ["A 1/x", "B"])
    }

    @Test func documentsOfOtherKindsSayWhatTheyAre() {
        #expect {
            try readings("{\"NotificationType\": \"X\", \"Payload\": {}}")
        } throws: {
            "\($0)" == "the file looks like Amazon notifications X, of which nothing is read"
        }
        #expect(throws: ImportError.unrecognizedDocument(members: ["a"])) { try readings("{\"a\": 1}") }
        #expect(throws: ImportError.unrecognizedDocument(members: [])) { try readings("[{}]") }
        #expect {
            try readings(item, .test(kind: "orders"))
        } throws: {
            "\($0)" == "expected orders; the file looks like Amazon listings item"
        }
    }

    @Test func aDocumentCutShortIsRefusedBeforeAnythingCounts() {
        #expect(throws: ImportError.self) { try readings(String(item.dropLast(5))) }
    }

    // MARK: Account health

    private let health = """
        {"accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER", "status": "NORMAL"},
        {"marketplaceId": "A1PA6795UKMFR9", "status": "AT_RISK"}],
        "performanceMetrics": [{"marketplaceId": "ATVPDKIKX0DER",
        "orderDefectRate": {"mfn": {"orderCount": 200, "orderWithDefects": {"count": 3, "status": "NONE"},
        "rate": 0.015, "targetValue": 0.01, "targetCondition": "LESS_THAN", "status": "BAD",
        "reportingDateRange": {"reportingDateFrom": "2026-09-21T00:00Z", "reportingDateTo": "2026-11-19T23:59Z"}}},
        "prefulfillmentCancelRate": {"orderCount": 90, "cancellationCount": 1, "rate": 0.011, "status": "GOOD"},
        "documentRequests": {"defectsCount": 2, "status": "GOOD", "targetValue": 0, "targetCondition": "EQUALS"}}]}
        """

    @Test func anAccountsHealthIsOneFileForEachMarketplace() throws {
        let all = try readings(health, .test(marketplace: nil))
        #expect(all.map { $0.file.marketplace.value } == ["A1PA6795UKMFR9", "ATVPDKIKX0DER"])
        #expect(all[0].values(AccountMetrics.status) == ["AT_RISK"])
        #expect(
            all[1].values(AccountMetrics.metric) == [
                "account-status", "order-defect-rate-mfn", "pre-fulfillment-cancellation-rate", "document-requests",
            ])
        #expect(all[1].values(AccountMetrics.count) == [nil, 3, 1, 2])
        #expect(all[1].values(AccountMetrics.whole) == [nil, 200, 90, nil])
        #expect(all[1].values(AccountMetrics.until)[1] == Day(year: 2026, month: 11, day: 19))
        #expect(all.allSatisfy { $0.summary.rejected == 0 })
    }
}
