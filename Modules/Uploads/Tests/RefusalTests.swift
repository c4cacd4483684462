import FlywheelKit
import Testing
import Uploads

@Suite("What a marketplace would not take is refused before it is written")
struct RefusalTests {
    private func refusal(_ line: UploadLine?, _ format: UploadFormat, _ owner: UploadOwner = america) -> UploadError? {
        guard let line else { return nil }
        do {
            try format.check(line, for: owner)
            return nil
        } catch { return error }
    }

    @Test(arguments: ["ATVPDKIKX0DER", "walmart-us", "ebay-us"])
    func anotherCurrencyIsRefused(marketplace: String) throws {
        let line = try #require(price("A", 100, "EUR", product: "12"))
        let (euro, dollar) = (try #require(Currency("EUR")), try #require(Currency("USD")))
        let format = UploadFormat.usual(for: line.change, on: marketplace)
        let expected = UploadError.currency(sku: "A", found: euro, expected: dollar)
        #expect(refusal(line, format, UploadOwner(marketplace: marketplace)) == expected)
        #expect(refusal(line, .table, UploadOwner(marketplace: marketplace)) == expected)
        #expect(throws: expected) { try format.bytes(of: [line], for: UploadOwner(marketplace: marketplace)) }
    }

    @Test(arguments: ["", "a\tb", "a\r\nb", "a\nb"])
    func codesThatBreakALineAreRefused(sku: String) {
        for format in [UploadFormat.amazonPrices, .amazonListings, .table] {
            #expect(refusal(price(sku, 100), format) == .sku(sku))
        }
    }

    @Test func noPriceIsFree() throws {
        let dollar = try #require(Currency("USD"))
        #expect(refusal(price("A", 0), .amazonPrices) == .price(sku: "A", .zero(dollar)))
    }

    @Test func formsCarryOnlyWhatTheyCan() {
        let brand = attributes("A", [AttributeChange("brand", to: "x")])
        #expect(refusal(brand, .amazonPrices) == .kind(.amazonPrices, sku: "A"))
        #expect(refusal(brand, .walmartPrices) == .marketplace("ATVPDKIKX0DER", .walmartPrices))
        #expect(refusal(price("A", 1), .ebayRevise) == .marketplace("ATVPDKIKX0DER", .ebayRevise))
        #expect(
            refusal(price("A", 1), .amazonPrices, UploadOwner(marketplace: "walmart-us"))
                == .marketplace("walmart-us", .amazonPrices))
        #expect(
            refusal(price("A", 1), .walmartPrices, UploadOwner(marketplace: "walmart-xx"))
                == .marketplace("walmart-xx", .walmartPrices))
    }

    @Test func whatAFormNamesMustBeKnown() {
        let nobody = UploadOwner(marketplace: "ATVPDKIKX0DER")
        let ebay = UploadOwner(marketplace: "ebay-us")
        #expect(refusal(price("A", 1), .amazonListings, nobody) == .sellerMissing(.amazonListings))
        #expect(refusal(price("A", 1), .ebayRevise, ebay) == .itemNumber(sku: "A", found: nil))
        #expect(refusal(price("A", 1, product: "B0X"), .ebayRevise, ebay) == .itemNumber(sku: "A", found: "B0X"))
        let blank = attributes("A", [AttributeChange("brand", to: nil)])
        #expect(refusal(blank, .amazonListings) == .value(sku: "A", attribute: "brand"))
        let path = attributes("A", [AttributeChange("../x", to: "y")])
        #expect(refusal(path, .amazonListings) == .attribute(sku: "A", "../x"))
    }
}
