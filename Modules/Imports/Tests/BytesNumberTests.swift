@testable import Imports
import Testing

@Suite struct BytesNumberTests {
    private func amount(_ text: String, _ decimals: Int = 2, _ style: DecimalStyle = .point) throws -> Int64? {
        try CellValue.amount(Array(text.utf8).span, decimals: decimals, style: style)?.minorUnits
    }

    private func integer(_ text: String, _ style: DecimalStyle = .point) throws -> Int64? {
        try CellValue.integer(Array(text.utf8).span, style: style)
    }

    private func error(_ text: String, _ parse: (Span<UInt8>) throws -> Void) -> ValueError? {
        do {
            try parse(Array(text.utf8).span)
            return nil
        } catch {
            return error as? ValueError
        }
    }

    @Test(arguments: [
        ("12.50", 1250), ("1,234.50", 123_450), ("$45.99", 4599), ("(1,234)", -123_400), ("-5", -500), ("USD 5", 500),
        ("5", 500), ("5.00", 500), ("0.1", 10), (".5", 50), ("12.500", 1250), ("-$5.25", -525), ("$-5.25", -525),
        ("\u{2212}5", -500), ("($1.50)", -150), ("5 USD", 500), ("US$1,000", 100_000), ("1'234.50", 123_450),
        ("12,34,567.89", 123_456_789), ("  7\u{A0}", 700), ("+3", 300), ("kr. 5", 500), ("5EUR", 500), ("zł7.25", 725),
    ])
    func amountsWithAPoint(text: String, cents: Int64) throws {
        #expect(try amount(text) == cents)
    }

    @Test(arguments: [
        ("€ 12,50", 1250), ("12,50 €", 1250), ("1.234", 123_400), ("1.234,50", 123_450), ("1 234,50", 123_450),
        ("1\u{A0}234,50 zł", 123_450), ("1\u{202F}234\u{202F}567,5", 123_456_750), ("-0,05", -5), ("5", 500),
        ("1\u{2019}299,00", 129_900), ("1\u{2009}299,00\u{2009}€", 129_900), ("7\u{2009}", 700),
    ])
    func amountsWithAComma(text: String, cents: Int64) throws {
        #expect(try amount(text, 2, .comma) == cents)
    }

    @Test func decimalsAreTheCurrencys() throws {
        #expect(try amount("¥1980", 0) == 1980)
        #expect(try amount("￥1,980", 0) == 1980)
        #expect(try amount("1980.00", 0) == 1980)
        #expect(try amount("1.5", 3) == 1500)
        #expect(error("1.005") { _ = try CellValue.amount($0, decimals: 2) }?.expected == .decimals(2))
        #expect(error("5.1") { _ = try CellValue.amount($0, decimals: 0) }?.expected == .decimals(0))
    }

    @Test func amountsAreExactWhereBinaryNumbersAreNot() throws {
        for cents in stride(from: Int64(0), through: 99_999, by: 7) {
            let text = "\(cents / 100).\(cents % 100 / 10)\(cents % 10)"
            #expect(try amount(text) == cents)
        }
        #expect(try amount("92233720368547758.07") == .max)
        #expect(try amount("-92233720368547758.08") == .min)
        #expect(error("92233720368547758.08") { _ = try CellValue.amount($0, decimals: 2) }?.expected == .range)
        #expect(error("92233720368547758") { _ = try CellValue.amount($0, decimals: 3) }?.expected == .range)
    }

    @Test func currencyIsGivenAsWritten() throws {
        #expect(try CellValue.amount(Array("US$ 5".utf8).span, decimals: 2)?.currency == "US$")
        #expect(try CellValue.amount(Array("5 EUR".utf8).span, decimals: 2)?.currency == "EUR")
        #expect(try CellValue.amount(Array("5".utf8).span, decimals: 2)?.currency == nil)
    }

    @Test func blankIsUnknownAndNotZero() throws {
        for text in ["", "  ", "\u{A0}\t"] {
            #expect(try amount(text) == nil)
            #expect(try integer(text) == nil)
            #expect(try CellValue.percentage(Array(text.utf8).span) == nil)
            #expect(try CellValue.date(Array(text.utf8).span, order: .dayFirst) == nil)
        }
    }

    @Test(arguments: [
        ("12", 12), ("12,131", 12131), ("5.0", 5), ("5.00", 5), ("-3", -3), ("0007", 7), ("1 000", 1000),
        ("1000000000000", 1_000_000_000_000), ("-1000000000000", -1_000_000_000_000),
    ])
    func wholeNumbers(text: String, number: Int64) throws {
        #expect(try integer(text) == number)
    }

    @Test(arguments: [
        ("1.5", ValueError.Expectation.wholeNumber, 0), ("8.86E+11", .allDigits, 4), ("1e5", .allDigits, 1),
        ("1.000", .wholeNumber, 0), ("12x", .currency, 2), ("x", .currency, 0), ("-", .digit, 1),
        ("1,23", .groupsOfThree, 4),
        ("1,2345", .groupsOfThree, 6), ("1234,567", .groupsOfThree, 4), ("5 5", .groupsOfThree, 3), ("5.", .digit, 2),
        ("(5", .closingParenthesis, 2), ("5)", .endOfNumber, 1), ("5\u{2019}", .currency, 1),
        ("1.2.3", .endOfNumber, 3),
        ("9223372036854775808", .range, 18), ("5 USD", .wholeNumber, 0),
        ("1000000000001", .countable, 0), (" -9,223,372,036,854,775,808", .countable, 1),
    ])
    func whatIsNoWholeNumberSaysWhere(text: String, expected: ValueError.Expectation, offset: Int) throws {
        let error = error(text) { _ = try CellValue.integer($0) }
        #expect(error?.expected == expected)
        #expect(error?.offset == offset)
        #expect(error?.found == text)
    }

    @Test func decimalCommaIsNeverTakenForThousands() throws {
        #expect(error("12,50") { _ = try CellValue.amount($0, decimals: 2) }?.expected == .groupsOfThree)
        #expect(try integer("1.000", .comma) == 1000)
    }

    @Test func percentagesKeepTheirSign() throws {
        func percentage(_ text: String) throws -> CellValue.Percentage? {
            try CellValue.percentage(Array(text.utf8).span)
        }
        #expect(try percentage("99.80%") == .init(number: ExactDecimal(unscaled: 9980, scale: 2), isMarked: true))
        #expect(try percentage("300 %") == .init(number: ExactDecimal(unscaled: 300, scale: 0), isMarked: true))
        #expect(try percentage("0.032")?.isMarked == false)
        #expect(ExactDecimal(unscaled: 9980, scale: 2).approximate == 99.8)
    }

    @Test func errorsRead() {
        let message = error("8.86E+11") { _ = try CellValue.integer($0) }.map(String.init(describing:))
        #expect(
            message == "found \"8.86E+11\", expected all digits of the number (a spreadsheet has rounded it) at byte 5")
    }

    @Test func styleIsToldByTheColumn() {
        func style(_ cells: [String], _ preferred: DecimalStyle) -> DecimalStyle {
            var evidence = DecimalStyleEvidence()
            for cell in cells { evidence.observe(Array(cell.utf8).span) }
            return evidence.style(preferring: preferred)
        }
        #expect(style(["12,50", "5"], .point) == .comma)
        #expect(style(["12.50", "5"], .comma) == .point)
        #expect(style(["5", "7", "", "N/A"], .comma) == .comma)
        #expect(style(["5", "7"], .point) == .point)
        #expect(style(["1.375", "2.125"], .point) == .point, "what a unit costs may have three decimals")
        #expect(style(["1.375", "2.125"], .comma) == .comma)
        #expect(style(["1,234.50", "1,234"], .comma) == .point)
        #expect(style(["0.606"], .comma) == .point, "no thousands begin with a zero")
    }

    @Test(arguments: [
        ("1.234", DecimalStyle.point), ("1.234.567", .comma), ("1.234,00", .comma), ("1.234,5", .comma), ("12", .point),
    ])
    func oneMarkInAWholeNumberTellsNoStyle(cell: String, style: DecimalStyle) {
        var evidence = DecimalStyleEvidence()
        evidence.observeWholeNumber(Array(cell.utf8).span)
        #expect(evidence.style(preferring: .point) == style)
    }

    @Test(arguments: [
        ("1.375", 138), ("1.385", 138), ("1.3751", 138), ("-1.375", -138), ("1.3", 130), ("0.0000000000000000001", 0),
        ("0.9223372036854775807", 92), ("0.000000000000000000000009", 0),
    ])
    func decimalsTooManyAreRoundedHalvesToEven(text: String, cents: Int64) throws {
        #expect(try CellValue.decimal(Array(text.utf8).span)?.rounded(decimals: 2) == cents)
    }

    @Test(arguments: [
        ("=\"0001\"", "0001"), ("'0001", "0001"), (" 0001 ", "0001"), ("B0\u{A0}", "B0"), ("=\"\"", ""), ("=\"", "=\""),
        ("", ""), ("=1+1", "=1+1"), ("'", ""),
    ])
    func identifiersAreUnwrapped(cell: String, identifier: String) {
        let bytes = Array(cell.utf8)
        #expect(String(decoding: bytes[bytes.span.identifierRange], as: UTF8.self) == identifier)
    }
}
