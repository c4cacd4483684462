import FlywheelKit
@testable import Imports
import Testing

@Suite struct FileNotificationTests {
    private func readings(_ text: String, _ context: ImportContext = .test()) throws -> [Reading] {
        try withFile(Array(text.utf8), named: "notifications.json") { path in
            let contents = FileImporter(feeds: kitFeeds, context: context).openAll(path)
            return try contents[0].tables.get().map { file in
                try read(file.finding { $0 == "B0AAAAAAAA" ? ["A"] : [] })
            }
        }
    }

    private func notice(_ type: String, at: String = "2026-11-20T18:00:00Z", _ payload: String, small: Bool = false)
        -> String
    {
        let names =
            small ? ["notificationType", "eventTime", "payload"] : ["NotificationType", "EventTime", "Payload"]
        return "{\"\(names[0])\": \"\(type)\", \"\(names[1])\": \"\(at)\", \"\(names[2])\": {\(payload)}}"
    }

    private func status(
        _ sku: String, _ words: String, at: String = "2026-11-20T18:00:00Z", in marketplace: String = "ATVPDKIKX0DER"
    ) -> String {
        notice(
            "LISTINGS_ITEM_STATUS_CHANGE", at: at,
            "\"Sku\": \"\(sku)\", \"MarketplaceId\": \"\(marketplace)\", \"Status\": [\(words)]")
    }

    @Test func aStatusIsTheListingsFromItsMomentOn() throws {
        let all = try readings(status("A", "\"BUYABLE\", \"DISCOVERABLE\""))
        #expect(all.map(\.file.feed.key) == [Catalog.feed.key])
        #expect(all[0].file.columns == ["status"])
        #expect(!all[0].file.isComplete)
        #expect(all[0].file.effectiveAt.value.description == "2026-11-20T18:00:00Z")
        #expect(all[0].file.effectiveAt.source == .rows)
        #expect(all[0].file.marketplace.value == "ATVPDKIKX0DER")
        #expect(all[0].values(Catalog.status) == ["BUYABLE DISCOVERABLE"])
        let schemasName = status("A", "\"BUYABLE\"").replacing("CHANGE\"", with: "CHANGED\"")
        #expect(try readings(schemasName)[0].values(Catalog.status) == ["BUYABLE"])
        #expect(try readings(status("A", ""))[0].values(Catalog.status) == ["NOT BUYABLE"])
        #expect(try readings(status("A", "\"DELETED\""))[0].values(Catalog.status) == ["DELETED"])
    }

    @Test(arguments: ["bare", "event", "queue", "lambda", "message", "topic", "list"])
    func whateverCarriedItTheNotificationIsTheSame(carrier: String) throws {
        let bare = status("A", "\"BUYABLE\"")
        let quoted = "\"\(bare.replacing("\"", with: "\\\""))\""
        let text =
            switch carrier {
            case "event": "{\"version\": \"0\", \"detail-type\": \"X\", \"detail\": \(bare)}"
            case "queue": "{\"Messages\": [{\"MessageId\": \"1\", \"Body\": \(quoted)}]}"
            case "lambda": "{\"Records\": [{\"messageId\": \"1\", \"body\": \(quoted)}]}"
            case "message": "{\"MessageId\": \"1\", \"Body\": \(quoted)}"
            case "topic": "{\"Type\": \"Notification\", \"MessageId\": \"1\", \"Message\": \(quoted)}"
            case "list": "[\(bare)]"
            default: bare
            }
        #expect(try readings(text).map { $0.values(Catalog.status) } == [["BUYABLE"]])
    }

    @Test func linesAreTakenApartByMarketplaceAndLocalDayAndTheLastOfADayHolds() throws {
        let lines = [
            status("A", "\"BUYABLE\"", at: "2026-11-20T20:00:00Z"), status("A", "", at: "2026-11-20T19:00:00Z"),
            status("B", "", at: "2026-11-20T21:00:00Z"), status("A", "\"DELETED\"", at: "2026-11-21T09:00:00Z"),
            status("A", "\"BUYABLE\"", at: "2026-11-20T20:00:00Z", in: "A1PA6795UKMFR9"),
            // In Los Angeles still the day before.
            status("B", "\"BUYABLE\"", at: "2026-11-21T07:59:59Z"),
        ]
        let all = try readings(lines.joined(separator: "\n"))
        #expect(
            all.map { "\($0.file.marketplace.value) \($0.file.effectiveAt.value) \($0.codes)" } == [
                "A1PA6795UKMFR9 2026-11-20T20:00:00Z [\"A\"]", "ATVPDKIKX0DER 2026-11-21T07:59:59Z [\"A\", \"B\"]",
                "ATVPDKIKX0DER 2026-11-21T09:00:00Z [\"A\"]",
            ])
        #expect(all[1].values(Catalog.status) == ["BUYABLE", "BUYABLE"])
        #expect(
            all[1].columns[FactRows.moment].flatMap(Instant.values(of:)).map { $0.map { "\($0?.description ?? "")" } }
                == ["2026-11-20T20:00:00Z", "2026-11-21T07:59:59Z"])
        #expect(all[1].file.columns == ["status"])
        #expect(all[1].file.warnings.contains { $0.code == .superseded && $0.message.hasSuffix(": 2") })
    }

    @Test func whatNamesNoMomentIsTrueWhenItsFileWas() throws {
        let all = try readings(status("A", "\"BUYABLE\"", at: "1789000000"))
        #expect(all.map(\.codes) == [["A"]])
        #expect(all[0].columns[FactRows.moment].flatMap(Instant.values(of:)).map { Array($0) } == [nil])
        #expect(all[0].file.effectiveAt.source == .fileTime && all[0].rejected.isEmpty)
    }

    @Test func theSameNotificationTwiceIsOne() throws {
        let line = status("A", "\"BUYABLE\"")
        #expect(try readings("\(line)\n\(line)\n")[0].codes == ["A"])
    }

    @Test func ofAStatedMarketplaceRowsOfOthersAreRejected() throws {
        let lines = [status("A", ""), status("B", "", in: "A1PA6795UKMFR9")].joined(separator: "\n")
        let all = try readings(lines, .test(marketplace: "US"))
        #expect(all.map(\.codes) == [["A"]])
        #expect(all[0].codesOfRejects == [.otherMarketplace])
    }

    private func issues(_ sku: String, _ severities: String, _ actions: String, at: String = "2026-11-20T18:00:00Z")
        -> String
    {
        notice(
            "LISTINGS_ITEM_ISSUES_CHANGE", at: at,
            """
            "Sku": "\(sku)", "Asin": "B0AAAAAAAA", "MarketplaceId": "ATVPDKIKX0DER", "Severities": [\(severities)],
            "EnforcementActions": [\(actions)]
            """.replacing("\n", with: " "))
    }

    @Test func enforcementsAreRowsWithoutACodeAndNoneIsARowThatSaysNothing() throws {
        let lines = [
            issues("A", "\"WARNING\", \"ERROR\"", "\"SEARCH_SUPPRESSED\", \"NEW_ACTION\""), issues("B", "\"NONE\"", ""),
            issues("C", "\"WARNING\"", ""),
        ]
        let row = try #require(try readings(lines.joined(separator: "\n")).first)
        #expect(row.file.feed.key == SuppressedListings.feed.key)
        #expect(row.codes == ["A", "A", "B", "C"])
        #expect(row.rejected.isEmpty)
        #expect(row.values(SuppressedListings.status) == ["SEARCH_SUPPRESSED", "NEW_ACTION", nil, "quality alert"])
        #expect(row.values(SuppressedListings.severity) == ["ERROR", "ERROR", nil, "WARNING"])
        #expect(row.file.columns.contains("code") == false)
    }

    @Test func quantitiesOfTheMerchantAndOfAmazonAreCatalogAndStock() throws {
        let lines = [
            notice(
                "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
                "\"Sku\": \"A\", \"FulfillmentChannelCode\": \"DEFAULT\", \"Quantity\": 9"),
            notice(
                "FBA_INVENTORY_AVAILABILITY_CHANGES",
                """
                "SKU": "A", "ASIN": "B0AAAAAAAA", "FulfillmentInventoryByMarketplace": [{"MarketplaceId": "ATVPDKIKX0DER",
                "FulfillmentInventory": {"Fulfillable": 5, "InboundQuantityBreakdown": {"Shipped": 4},
                "ReservedQuantityBreakdown": {"WarehouseProcessing": 1, "WarehouseTransfer": 2, "PendingCustomerOrder": 3}}}]
                """.replacing("\n", with: " ")),
        ]
        let all = try readings(lines.joined(separator: "\n"), .test(marketplace: "US"))
        #expect(all.map(\.file.feed.key) == [Catalog.feed.key, Stock.feed.key])
        #expect(all[0].values(Catalog.quantity) == [9])
        #expect(all[1].values(Stock.fulfillable) == [5])
        #expect(all[1].values(Stock.inboundShipped) == [4])
        #expect(all[1].values(Stock.reserved) == [6])
        #expect(all[1].values(Stock.unsellable) == [nil])
    }

    private func offerChange(_ type: String = "ANY_OFFER_CHANGED", condition: String = "New") -> String {
        func offer(_ seller: String, _ amount: String) -> String {
            "{\"SellerId\": \"\(seller)\", \"SubCondition\": \"New\", \"ListingPrice\": {\"Amount\": \(amount), "
                + "\"CurrencyCode\": \"USD\"}, \"IsFulfilledByAmazon\": true}"
        }
        return notice(
            type,
            "\"AnyOfferChangedNotification\": {\"SellerId\": \"ME\", \"OfferChangeTrigger\": {\"MarketplaceId\": "
                + "\"ATVPDKIKX0DER\", \"ASIN\": \"B0AAAAAAAA\", \"ItemCondition\": \"\(condition)\"}, \"Summary\": "
                + "{\"NumberOfOffers\": [{\"Condition\": \"new\", \"OfferCount\": 25}, {\"Condition\": \"used\", "
                + "\"OfferCount\": 7}]}, \"Offers\": [\(offer("ME", "10")), \(offer("X", "9.5"))]}")
    }

    @Test func offersAreThoseOfTheNotificationsOwnSeller() throws {
        let row = try #require(try readings(offerChange()).first)
        #expect(row.codes == ["A"])
        #expect(row.values(Offers.ownPrice) == [dollars(1_000)])
        #expect(row.values(Offers.lowestLandedPrice) == [dollars(950)])
        #expect(row.values(Offers.competitors) == [24])
        #expect(row.values(Offers.featuredOwner) == ["NONE"])
    }

    @Test func offersToBusinessesAndOfUsedGoodsAreListedAndNotTakenForOthers() throws {
        for text in [offerChange("B2B_ANY_OFFER_CHANGED"), offerChange(condition: "Used")] {
            let row = try #require(try readings(text).first)
            #expect(row.codes.isEmpty)
            #expect(row.codesOfRejects == [.setAside])
        }
    }

    @Test func pricingHealthSaysWhyTheOwnOfferIsNotFeatured() throws {
        let text = notice(
            "PRICING_HEALTH",
            """
            "issueType": "BuyBoxDisqualification", "offerChangeTrigger": {"marketplaceId": "ATVPDKIKX0DER",
            "asin": "B0AAAAAAAA"}, "merchantOffer": {"condition": "new", "fulfillmentType": "MFN", "listingPrice":
            {"amount": 8184.23, "currencyCode": "USD"}, "shipping": {"amount": 4.49, "currencyCode": "USD"}},
            "summary": {"referencePrice": {"competitivePriceThreshold": {"amount": 8000, "currencyCode": "USD"}}}
            """, small: true)
        let row = try #require(try readings(text).first)
        #expect(row.values(Offers.eligibility) == ["BuyBoxDisqualification"])
        #expect(row.values(Offers.landedPrice) == [dollars(818_872)])
        #expect(row.values(Offers.referencePrice) == [dollars(800_000)])
        #expect(!row.file.columns.contains(Offers.featuredOwner.name))
    }

    @Test func whatIsNotReadIsCountedAndABrokenLineRefusesTheFile() throws {
        let lines = [status("A", ""), notice("ORDER_CHANGE", ""), notice("ORDER_CHANGE", "")]
        let all = try readings(lines.joined(separator: "\n"))
        #expect(all[0].file.warnings.contains { $0.message == "not used: 2 of ORDER_CHANGE" })
        #expect(throws: ImportError.self) { try readings(lines.joined(separator: "\n") + "\n{\"NotificationType\":") }
        #expect(throws: ImportError.self) { try readings(status("A", "") + " and words") }
    }
}
