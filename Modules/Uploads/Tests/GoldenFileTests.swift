import FlywheelKit
import Testing
import Uploads

@Suite("Files are the marketplaces' own, byte for byte")
struct GoldenFileTests {
    @Test func amazonPricesAreTabSeparatedAndLeaveTheRestBlank() throws {
        let lines = [try #require(price("OL-5 \"x\"", 1_699)), try #require(price("ÄÖ/1", 5))]
        #expect(
            try UploadFormat.amazonPrices.text(lines)
                == "sku\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price\tquantity\thandling-time"
                + "\tfulfillment-channel\r\nOL-5 \"x\"\t16.99\t\t\t\t\t\r\nÄÖ/1\t0.05\t\t\t\t\t\r\n")
    }

    @Test func amazonListingsFeedHasAMessageForEachListing() throws {
        let lines = [
            attributes("A\"1", [AttributeChange("brand", to: "Öl & Co\n")], type: "KITCHEN"),
            try #require(price("B", 1_800)),
        ]
        #expect(
            try UploadFormat.amazonListings.text(lines) == """
                {"header":{"sellerId":"A1SELLER","version":"2.0"},"messages":[\
                {"messageId":1,"sku":"A\\"1","operationType":"PATCH","productType":"KITCHEN","patches":[\
                {"op":"replace","path":"/attributes/brand","value":[\
                {"value":"Öl & Co\\n","marketplace_id":"ATVPDKIKX0DER"}]}]},\
                {"messageId":2,"sku":"B","operationType":"PATCH","productType":"PRODUCT","patches":[\
                {"op":"replace","path":"/attributes/purchasable_offer","value":[{"marketplace_id":"ATVPDKIKX0DER",\
                "currency":"USD","our_price":[{"schedule":[{"value_with_tax":18.00}]}]}]}]}]}

                """)
    }

    @Test func amazonPreviewValidatesEachListingByARequestOfItsOwn() throws {
        let image = AttributeChange("main_product_image_locator", to: "https://example.com/a.jpg")
        #expect(
            try UploadFormat.amazonPreview.text([attributes("a/ü 1", [image], type: "mug"), attributes("b", [image])])
                == """
                PATCH /listings/2021-08-01/items/A1SELLER/a%2F%C3%BC%201\
                ?marketplaceIds=ATVPDKIKX0DER&mode=VALIDATION_PREVIEW
                {"productType":"PRODUCT","patches":[{"op":"replace","path":"/attributes/main_product_image_locator",\
                "value":[{"media_location":"https://example.com/a.jpg","marketplace_id":"ATVPDKIKX0DER"}]}]}

                PATCH /listings/2021-08-01/items/A1SELLER/b?marketplaceIds=ATVPDKIKX0DER&mode=VALIDATION_PREVIEW
                {"productType":"PRODUCT","patches":[{"op":"replace","path":"/attributes/main_product_image_locator",\
                "value":[{"media_location":"https://example.com/a.jpg","marketplace_id":"ATVPDKIKX0DER"}]}]}

                """)
    }

    @Test func walmartPricesAreBasePrices() throws {
        let line = try #require(price("W-1", 2_499))
        #expect(
            try UploadFormat.walmartPrices.text([line], for: UploadOwner(marketplace: "walmart-us")) == """
                {"PriceHeader":{"version":"1.7"},"Price":[{"sku":"W-1","pricing":[\
                {"currentPrice":{"currency":"USD","amount":24.99},"currentPriceType":"BASE"}]}]}

                """)
    }

    @Test func ebayRevisesByItemNumber() throws {
        let line = try #require(price("K,\"7\"", 1_250, "EUR", product: "204512345678"))
        #expect(
            try UploadFormat.ebayRevise.text([line], for: UploadOwner(marketplace: "ebay-de"))
                == "*Action(SiteID=Germany|Country=DE|Currency=EUR|Version=1193|CC=UTF-8),ItemID,CustomLabel,*StartPrice"
                + "\r\nRevise,204512345678,\"K,\"\"7\"\"\",12.50\r\n")
    }

    @Test func tableTakesAnything() throws {
        let lines = [
            try #require(price("A", 1_999, "JPY")), attributes("B", [AttributeChange("brand", to: "x,\r\ny")]),
        ]
        #expect(
            try UploadFormat.table.text(lines, for: UploadOwner(marketplace: "my-shop"))
                == "sku,attribute,value,currency\r\nA,price,1999,JPY\r\nB,brand,\"x,\r\ny\",\r\n")
    }

    @Test(
        arguments: [
            ("ATVPDKIKX0DER", UploadFormat.amazonPrices, UploadFormat.amazonListings),
            ("DE", .amazonPrices, .amazonListings), ("walmart-us", .walmartPrices, .table),
            ("ebay-uk", .ebayRevise, .table), ("shopify", .table, .table),
        ])
    func everyMarketplaceHasItsUsualForms(marketplace: String, ofPrices: UploadFormat, ofAttributes: UploadFormat)
        throws
    {
        let line = try #require(price("A", 100))
        #expect(UploadFormat.usual(for: line.change, on: marketplace) == ofPrices)
        #expect(UploadFormat.usual(for: .attributes([]), on: marketplace) == ofAttributes)
    }
}
