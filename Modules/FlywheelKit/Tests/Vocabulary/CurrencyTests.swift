import FlywheelKit
import Foundation
import Testing

@Suite struct CurrencyTests {
    @Test func aCodeIsThreeLettersInEitherCase() {
        #expect(Currency("usd")?.code == "USD")
        #expect(Currency("UsD") == Currency("USD"))
        for text in ["", "US", "USDT", "U$D", "US1", "US ", "@@@", "[[[", "ÜSD", "\u{61}\u{301}b"] {
            #expect(Currency(text) == nil, "\(text)")
        }
    }

    /// ISO 4217, "Current currency & funds code list", column "minor unit".
    @Test(
        arguments: [
            ("USD", 2, 100), ("JPY", 0, 1), ("KRW", 0, 1), ("KWD", 3, 1_000), ("TND", 3, 1_000), ("EUR", 2, 100),
        ]
            as [(String, Int, Int64)])
    func minorUnitsFollowISO4217(code: String, digits: Int, minorUnits: Int64) throws {
        let currency = try #require(Currency(code))
        #expect(currency.minorDigits == digits)
        #expect(currency.minorUnitsPerUnit == minorUnits)
    }

    @Test func currenciesSortAsTheirCodes() {
        let codes = ["ZAR", "AED", "USD", "AUD", "JPY"]
        #expect(codes.compactMap { Currency($0) }.sorted().map(\.code) == codes.sorted())
    }

    @Test func aCurrencyIsCodedAsItsLetters() throws {
        let text = try JSONEncoder().encode(["currency": Currency("EUR")])
        #expect(String(decoding: text, as: UTF8.self) == #"{"currency":"EUR"}"#)
        #expect(try JSONDecoder().decode(Currency.self, from: Data(#""eur""#.utf8)) == Currency("EUR"))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Currency.self, from: Data(#""euro""#.utf8)) }
    }
}
