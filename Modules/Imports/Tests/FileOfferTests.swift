import FlywheelKit
@testable import Imports
import Testing

@Suite struct FileOfferTests {
    /// What a document of offers gives, with one listing known of the product `B0AAAAAAAA` and two of `B0BBBBBBBB`.
    private func reading(_ json: String, _ context: ImportContext = .test(marketplace: "US")) throws -> Reading {
        try withFile(Array(json.utf8), named: "offers.json") { path in
            let file = try FileImporter(feeds: kitFeeds, context: context).open(path)
            return try read(
                file.finding { ["B0AAAAAAAA": ["A"], "B0BBBBBBBB": ["B-1", "B-2"]][$0] ?? [] })
        }
    }

    private func price(_ amount: String, _ name: String = "ListingPrice") -> String {
        "\"\(name)\": {\"Amount\": \(amount), \"CurrencyCode\": \"USD\"}"
    }

    private func offer(
        _ seller: String, _ amount: String, shipping: String = "0", isOwn: Bool? = nil, isFeatured: Bool = false,
        byAmazon: Bool = false
    ) -> String {
        """
        {"SellerId": "\(seller)", \(price(amount)), \(price(shipping, "Shipping")), "SubCondition": "new",
        \(isOwn.map { "\"MyOffer\": \($0), " } ?? "")"IsBuyBoxWinner": \(isFeatured), "IsFulfilledByAmazon": \(byAmazon)}
        """
    }

    private func list(_ subject: String, _ offers: [String], summary: String = "", condition: String = "New") -> String
    {
        """
        {\(subject), "status": "Success", "ItemCondition": "\(condition)", "marketplaceId": "ATVPDKIKX0DER",
        "Summary": {"TotalOfferCount": \(offers.count)\(summary)}, "Offers": [\(offers.joined(separator: ","))]}
        """
    }

    @Test func theOffersOfAListingAreTheOwnOneAndTheOthers() throws {
        let threshold = price("9.5", "CompetitivePriceThreshold")
        let json = list(
            "\"SKU\": \"A\"",
            [
                offer("X", "9.00", shipping: "3.99", isOwn: false), offer("ME", "10.00", isOwn: true),
                offer("Y", "9.95", isOwn: false, isFeatured: true, byAmazon: true),
            ], summary: ", \(threshold)")
        let row = try reading("{\"payload\": \(json)}")
        #expect(row.codes == ["A"])
        #expect(!row.file.isComplete)
        #expect(row.values(Offers.ownPrice) == [dollars(1_000)])
        #expect(row.values(Offers.landedPrice) == [dollars(1_000)])
        #expect(row.values(Offers.ownFulfillment) == ["MFN"])
        #expect(row.values(Offers.lowestCompetitorPrice) == [dollars(900)])
        #expect(row.values(Offers.lowestLandedPrice) == [dollars(995)])
        #expect(row.values(Offers.competitors) == [2])
        #expect(row.values(Offers.featuredOwner) == ["COMPETITOR"])
        #expect(row.values(Offers.featuredPrice) == [dollars(995)])
        #expect(row.values(Offers.featuredFulfillment) == ["AFN"])
        #expect(row.values(Offers.referencePrice) == [dollars(950)])
    }

    @Test func whereNothingTellsWhoseOffersAreNoneIsTakenForACompetitors() throws {
        let json = list("\"ASIN\": \"B0AAAAAAAA\"", [offer("X", "9.00", isFeatured: true), offer("Y", "10.00")])
        let row = try reading("{\"payload\": \(json)}")
        #expect(row.codes == ["A"])
        #expect(row.products == ["B0AAAAAAAA"])
        #expect(row.values(Offers.lowestCompetitorPrice) == [nil])
        #expect(row.values(Offers.competitors) == [nil])
        #expect(row.values(Offers.featuredOwner) == [nil])
        #expect(row.values(Offers.featuredPrice) == [dollars(900)])

        let known = try reading("{\"payload\": \(json)}", .test(account: "AXXXXXXXXXXXXX", marketplace: "US"))
        #expect(known.values(Offers.lowestCompetitorPrice) == [dollars(900)])
        #expect(known.values(Offers.featuredOwner) == ["COMPETITOR"])
    }

    @Test func aProductListedTwiceHasAFactForEachListingWithoutWhatIsOfOneOfThem() throws {
        let json = list(
            "\"ASIN\": \"B0BBBBBBBB\"", [offer("ME", "10.00", isOwn: true), offer("X", "9.00", isOwn: false)])
        let row = try reading("{\"payload\": \(json)}")
        #expect(row.codes == ["B-1", "B-2"])
        #expect(row.summary.kept == 2)
        #expect(row.values(Offers.lowestCompetitorPrice) == [dollars(900), dollars(900)])
        #expect(row.values(Offers.ownPrice) == [nil, nil])
    }

    @Test func aProductWithoutListingsIsRejectedWithWhatToDo() throws {
        let row = try reading("{\"payload\": \(list("\"ASIN\": \"B0CCCCCCCC\"", []))}")
        #expect(row.codes.isEmpty)
        #expect(row.codesOfRejects == [.unknownProduct])
        #expect(row.rejected.first?.reason.hasSuffix("import the listings first") == true)
    }

    @Test func usedGoodsOffersToBusinessesAndErrorsAreListedAndNotCompared() throws {
        let batch = [
            "{\"body\": {\"payload\": \(list("\"SKU\": \"A\"", [], condition: "Used"))}}",
            "{\"body\": {\"payload\": \(list("\"SKU\": \"B\"", [], summary: ", \"LowestPrices\": [{\"offerType\": \"B2B\"}]"))}}",
            "{\"status\": {\"statusCode\": 400}, \"body\": {\"errors\": [{\"code\": \"INVALID\", \"message\": \"No.\"}]}}",
            "{\"body\": {\"payload\": \(list("\"SKU\": \"C\"", [], summary: ", \"NumberOfOffers\": []"))}}",
        ]
        let row = try reading("{\"responses\": [\n\(batch.joined(separator: ",\n"))]}")
        #expect(row.codes == ["C"])
        #expect(row.values(Offers.featuredOwner) == ["NONE"])
        #expect(row.values(Offers.competitors) == [0])
        #expect(row.codesOfRejects == [.setAside, .setAside, .notAnswered])
        #expect(row.rejected.last?.reason == "found INVALID: No.")
    }

    @Test func theFeaturedOfferIsToldByItsPriceWhereNoneIsMarked() throws {
        let box = ", \"BuyBoxPrices\": [{\"condition\": \"new\", \(price("9")), \(price("1.5", "Shipping"))}]"
        func owner(_ offers: [String]) throws -> [String?] {
            let bare = offers.map { $0.replacing("\"IsBuyBoxWinner\": false, ", with: "") }
            return try reading("{\"payload\": \(list("\"SKU\": \"A\"", bare, summary: box))}").values(
                Offers.featuredOwner)
        }
        #expect(try owner([offer("ME", "10.5", isOwn: true), offer("X", "11", isOwn: false)]) == ["SELF"])
        #expect(try owner([offer("ME", "11", isOwn: true), offer("X", "10.5", isOwn: false)]) == ["COMPETITOR"])
        #expect(try owner([offer("ME", "10.5", isOwn: true), offer("X", "10.5", isOwn: false)]) == [nil])
    }

    @Test func ownPricesNeedNoOthers() throws {
        let json = """
            {"payload": [{"status": "Success", "ASIN": "B0AAAAAAAA", "Product": {"Identifiers": {"MarketplaceASIN":
            {"MarketplaceId": "ATVPDKIKX0DER", "ASIN": "B0AAAAAAAA"}}, "Offers": [
            {"BuyingPrice": {\(price("10")), \(price("2", "Shipping")), "Points": {"PointsNumber": 50,
            "PointsMonetaryValue": {"Amount": 0.5, "CurrencyCode": "USD"}}}, "FulfillmentChannel": "AMAZON",
            "ItemCondition": "New", "SellerSKU": "A-2"}]}},
            {"status": "ClientError", "ASIN": "B0CCCCCCCC", "Error": {"Code": "InvalidInput", "Message": "No."}}]}
            """
        let row = try reading(json)
        #expect(row.codes == ["A-2"])
        #expect(row.values(Offers.landedPrice) == [dollars(1_150)])
        #expect(row.values(Offers.ownFulfillment) == ["AFN"])
        #expect(row.file.columns.contains(Offers.lowestLandedPrice.name) == false)
        #expect(row.codesOfRejects == [.notAnswered])
    }

    @Test func theFeaturedPriceOfCompetitivePricingSaysWhoseItIs() throws {
        let json = """
            {"payload": [{"status": "Success", "SellerSKU": "A", "Product": {"CompetitivePricing": {"CompetitivePrices": [
            {"condition": "Used", "belongsToRequester": false, "Price": {\(price("3"))}},
            {"condition": "New", "belongsToRequester": true, "Price": {\(price("9"))}}]}}}]}
            """
        let row = try reading(json)
        #expect(row.values(Offers.featuredOwner) == ["SELF"])
        #expect(row.values(Offers.featuredPrice) == [dollars(900)])
    }

    private func featured(_ seller: String, _ amount: String, weights: Int...) -> String {
        let segments = weights.map { "{\"segmentDetails\": {\"glanceViewWeightPercentage\": \($0)}}" }
        return """
            {"sellerId": "\(seller)", "condition": "New", "fulfillmentType": "AFN", \(price(amount, "listingPrice")),
            "shippingOptions": [{\(price("2.5", "price"))}, {\(price("1.5", "price"))}],
            "featuredOfferSegments": [\(segments.joined(separator: ","))]}
            """
    }

    @Test func ofSeveralFeaturedOffersTheOneThatMostSeeIsShown() throws {
        let own = "AOWNOWNOWNOWN"
        let json = """
            {"responses": [{"body": {"asin": "B0AAAAAAAA", "marketplaceId": "ATVPDKIKX0DER", "featuredBuyingOptions": [
            {"buyingOptionType": "New", "segmentedFeaturedOffers": [\(featured(own, "18", weights: 20, 10)),
            \(featured("X", "17", weights: 40))]}],
            "referencePrices": [{"name": "WasPrice", \(price("20", "price"))},
            {"name": "CompetitivePrice", \(price("17.39", "price"))}],
            "lowestPricedOffers": [{"lowestPricedOffersInput": {"itemCondition": "Used"}, "offers": []},
            {"lowestPricedOffersInput": {"itemCondition": "New", "offerType": "Consumer"}, "offers": [
            {"sellerId": "\(own)", \(price("16", "listingPrice"))}, {"sellerId": "X", \(price("17", "listingPrice"))}]}]}},
            {"body": {"asin": "1", "errors": [{"code": "INVALID_ASIN"}]}}]}
            """
        let row = try reading(json, .test(account: own, marketplace: "US"))
        #expect(row.codes == ["A"])
        #expect(row.values(Offers.featuredOwner) == ["COMPETITOR"])
        #expect(row.values(Offers.featuredPrice) == [dollars(1_850)])
        #expect(row.values(Offers.featuredShare) == [0.3])
        #expect(row.values(Offers.referencePrice) == [dollars(1_739)])
        #expect(row.values(Offers.ownPrice) == [dollars(1_600)])
        #expect(row.values(Offers.lowestCompetitorPrice) == [dollars(1_700)])
        #expect(row.codesOfRejects == [.notAnswered])

        let unknown = try reading(json)
        #expect(unknown.values(Offers.featuredOwner) == [nil])
        #expect(unknown.values(Offers.featuredShare) == [nil])
        #expect(unknown.values(Offers.lowestCompetitorPrice) == [nil])
    }

    @Test func withoutAWeightNobodyKnowsTheShare() throws {
        let own = "AOWNOWNOWNOWN"
        let json = """
            {"responses": [{"body": {"asin": "B0AAAAAAAA", "marketplaceId": "ATVPDKIKX0DER", "featuredBuyingOptions": [
            {"buyingOptionType": "New", "segmentedFeaturedOffers": [\(featured(own, "18"))]}],
            "referencePrices": [], "lowestPricedOffers": []}}]}
            """
        let row = try reading(json, .test(account: own, marketplace: "US"))
        #expect(row.values(Offers.featuredOwner) == ["SELF"])
        #expect(row.values(Offers.featuredShare) == [nil])
    }

    @Test func aBatchAboutSeveralMarketplacesIsAFileOfEach() throws {
        let answer = list("\"SKU\": \"A\"", [offer("ME", "10.00", isOwn: true)])
        let canada = answer.replacing("ATVPDKIKX0DER", with: "A2EUQ1WTGCTBG2")
        let bodies = [answer, canada].map { "{\"body\": {\"payload\": \($0)}}" }.joined(separator: ", ")
        let all = try readAll("{\"responses\": [\(bodies)]}", named: "offers.json")
        #expect(all.map(\.file.marketplace.value) == ["A2EUQ1WTGCTBG2", "ATVPDKIKX0DER"])
        #expect(all.map(\.codes) == [["A"], ["A"]] && all.allSatisfy { $0.rejected.isEmpty })
    }

    @Test func theExpectedPriceComesWithItsStatusInTheSourcesWord() throws {
        func answer(_ sku: String, _ result: String) -> String {
            """
            {"request": {"sku": "\(sku)", "marketplaceId": "ATVPDKIKX0DER"}, "body": {"offerIdentifier": {"asin": "B0AAAAAAAA",
            "sku": "\(sku)", "sellerId": "ME", "fulfillmentType": "AFN"}, "featuredOfferExpectedPriceResults": [{\(result)}]}}
            """
        }
        let valid = """
            "resultStatus": "VALID_FOEP", "featuredOfferExpectedPrice": {\(price("10.25", "listingPrice"))},
            "currentFeaturedOffer": {"offerIdentifier": {"sellerId": "X", "fulfillmentType": "MFN"},
            "price": {\(price("12", "listingPrice")), \(price("1", "shippingPrice"))}}
            """
        let row = try reading(
            "{\"responses\": [\(answer("A", valid)), \(answer("B", "\"resultStatus\": \"OFFER_NOT_ELIGIBLE\""))]}")
        #expect(row.codes == ["A", "B"])
        #expect(row.values(Offers.expectedFeaturedPrice) == [dollars(1_025), nil])
        #expect(row.values(Offers.eligibility) == ["VALID_FOEP", "OFFER_NOT_ELIGIBLE"])
        #expect(row.values(Offers.featuredOwner) == ["COMPETITOR", nil])
        #expect(row.values(Offers.featuredPrice) == [dollars(1_300), nil])
        #expect(row.values(Offers.featuredFulfillment) == ["MFN", nil])
    }

    @Test func amountsAreAddedExactly() throws {
        let one = try #require(Price("0.1", "USD"))
        let two = try #require(Price("0.2", "USD"))
        #expect(one.landed(shipping: two, points: nil)?.cell == "0.3 USD")
        #expect(one.landed(shipping: nil, points: two) == nil)
        #expect(one.landed(shipping: Price("1", "EUR"), points: nil) == nil)
        #expect(Price("1.e5", "USD") == nil)
        #expect(ExactDecimal(unscaled: -5, scale: 2).description == "-0.05")
    }
}
