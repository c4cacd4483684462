import FlywheelKit
import Foundation
import Testing

@testable import Uploads

@Suite("Reading a file back gives what was written")
struct RoundTripTests {
    private static let letters = Array("aZ0 -_/\"'\\,;äß東€.\u{1}")
    private static let currencies = ["USD", "JPY", "KWD", "EUR"]

    private static func sku(_ random: inout SplitMix) -> String {
        String((0..<Int.random(in: 1...12, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    /// Prices of different codes, in one currency.
    private static func prices(_ code: String, _ random: inout SplitMix) -> [UploadLine] {
        (0..<20).compactMap { number in
            price(
                "\(number)\(sku(&random))", .random(in: 1...99_999_999, using: &random), code, product: "\(number + 1)")
        }
    }

    /// Minor units of a decimal text, read exactly.
    private func minorUnits(_ text: String, _ currency: Currency) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.count > 1 ? String(parts[1]) : ""
        guard digits.count == currency.minorDigits else { return nil }
        return Int64(parts[0] + digits)
    }

    @Test(arguments: 1...20)
    func tabSeparatedPricesAreExact(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let lines = Self.prices("USD", &random)
        let dollar = try #require(Currency("USD"))
        let rows = try UploadFormat.amazonPrices.text(lines).components(separatedBy: "\r\n").dropFirst().dropLast()
            .map { $0.components(separatedBy: "\t") }
        #expect(rows.map { $0[0] } == lines.map(\.sku))
        #expect(rows.map { minorUnits($0[1], dollar) } == lines.map { $0.price?.minorUnits })
        #expect(rows.allSatisfy { $0.count == 7 && $0[2...].allSatisfy(\.isEmpty) })
    }

    @Test(arguments: 1...20)
    func tablesAreExactInEveryCurrency(seed: Int) throws {
        var random = SplitMix(seed: seed)
        for code in Self.currencies {
            let currency = try #require(Currency(code))
            let lines = Self.prices(code, &random)
            let text = try UploadFormat.table.text(lines, for: UploadOwner(marketplace: "own"))
            let rows = cells(of: text).dropFirst()
            #expect(rows.map { $0[0] } == lines.map(\.sku))
            #expect(rows.map { minorUnits($0[2], currency) } == lines.map { $0.price?.minorUnits })
            #expect(rows.allSatisfy { $0[1] == "price" && $0[3] == code })
        }
    }

    @Test(arguments: 1...20)
    func feedsAreJSONWithTheSameValues(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let lines = Self.prices("USD", &random)
        let feed = try JSONSerialization.jsonObject(
            with: Data(UploadFormat.amazonListings.bytes(of: lines, for: america)))
        let messages = try #require((feed as? [String: Any])?["messages"] as? [[String: Any]])
        #expect(messages.compactMap { $0["sku"] as? String } == lines.map(\.sku))
        #expect(messages.compactMap { $0["messageId"] as? Int } == Array(1...lines.count))

        let owner = UploadOwner(marketplace: "walmart-us")
        let prices = try JSONSerialization.jsonObject(
            with: Data(UploadFormat.walmartPrices.bytes(of: lines, for: owner)))
        let items = try #require((prices as? [String: Any])?["Price"] as? [[String: Any]])
        #expect(items.compactMap { $0["sku"] as? String } == lines.map(\.sku))
        let amounts = items.compactMap { item in
            ((item["pricing"] as? [[String: Any]])?.first?["currentPrice"] as? [String: Any])?["amount"] as? Double
        }
        #expect(amounts.map { Int64(($0 * 100).rounded()) } == lines.map { $0.price?.minorUnits })
    }

    /// The cells of a text in RFC 4180, read by its own rules.
    private func cells(of text: String) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                cell.unicodeScalars.append("\"")
                next = scalars.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
