@testable import Imports
import Testing

/// The short ways to a value must say what the long way says, or nothing.
@Suite struct BytesPlainValueTests {
    private func cell(_ alphabet: String, _ generator: inout SeededGenerator, longest: Int) -> [UInt8] {
        let bytes = Array(alphabet.utf8)
        return (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
            bytes.randomElement(using: &generator) ?? 0x30
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func plainNumbersAreTheNumbersThatCellsHold(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes = cell("0123456789.,- 1", &generator, longest: 21)
            for style in DecimalStyle.allCases {
                guard let plain = ExactDecimal(plain: bytes.span, mark: style.decimalMark) else { continue }
                let number = try? CellNumber(bytes.span, style: style)
                #expect(number?.value == plain, "\(String(decoding: bytes, as: UTF8.self))")
            }
            if let plain = ExactDecimal(plain: bytes.span, mark: nil) {
                #expect(plain.scale == 0)
                let isCountable = plain.unscaled <= CellValue.mostWhole
                #expect((try? CellValue.integer(bytes.span)) == (isCountable ? plain.unscaled : nil))
            }
        }
    }

    @Test(arguments: ["0", "7", "0012", "999999999999999999", "7.99", "0.606", "123456789012345678"])
    func whatExportsWriteMostIsPlain(text: String) throws {
        let plain = ExactDecimal(plain: Array(text.utf8).span, mark: UInt8(ascii: "."))
        #expect(try CellNumber(Array(text.utf8).span, style: .point)?.value == plain)
        #expect(plain != nil)
    }

    @Test(arguments: ["", ".5", "5.", "1.2.3", "-1", " 1", "1 ", "1,234", "1234567890123456789", "１", "1e3"])
    func theRestIsLeftToTheLongWay(text: String) {
        #expect(ExactDecimal(plain: Array(text.utf8).span, mark: UInt8(ascii: ".")) == nil)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func plainDatesAreDatesInAnyOrder(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var plain = PlainDate()
        let zones = ["", "Z", " PDT", " CEST", " XYZ", "+02:00", "-0830", " PM", " AM PST", ".123Z", " ", "  JST", "t"]
        func number(_ range: ClosedRange<Int>, _ digits: Int) -> String {
            let text = String(Int.random(in: range, using: &generator))
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        for _ in 0..<500 {
            var text = "\(number(1_890...2_210, 4))-\(number(0...13, 2))-\(number(0...32, 2))"
            if Bool.random(using: &generator) {
                text += Bool.random(using: &generator) ? "T" : " "
                text += "\(number(0...25, 2)):\(number(0...61, 2)):\(number(0...61, 2))"
                text += zones.randomElement(using: &generator) ?? ""
            }
            var bytes = Array(text.utf8)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = Array("0:- T/".utf8).randomElement(using: &generator) ?? 0x30
            }
            guard let date = plain.date(bytes.span) else { continue }
            for order in DateOrder.allCases {
                let long = try? CellValue.date(bytes.span, order: order)
                #expect(long == date, "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test func theDatesOfExportsArePlain() {
        var plain = PlainDate()
        for text in ["2026-06-30", "2025-04-07 08:13:59 PDT", "2025-04-07 08:13:59 PST", "2026-01-05T10:00:00+00:00"] {
            let date = plain.date(Array(text.utf8).span)
            #expect(date != nil)
            #expect((try? CellValue.date(Array(text.utf8).span, order: .dayFirst)) == date)
        }
        #expect(plain.date(Array("2023-02-29".utf8).span) == nil)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 63, 64, 4_079, 4_080, 4_081, 9_000])
    func bytesAreCountedHoweverMany(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 % 3) }
        #expect(count(of: 0, in: bytes) == bytes.count { $0 == 0 })
        #expect(count(of: 7, in: [UInt8](repeating: 7, count: length)) == length)
        #expect(count(of: 9, in: bytes) == 0)
    }

    private func count(of byte: UInt8, in bytes: [UInt8]) -> Int { bytes.span.count(of: byte) }

    @Test func oneByteThatIsNotASCIIIsFoundWhereverItIs() {
        func isASCII(_ bytes: [UInt8]) -> Bool { bytes.span.isASCII }
        for length in 0..<40 {
            let bytes = [UInt8](repeating: 0x7F, count: length)
            #expect(isASCII(bytes))
            for place in bytes.indices {
                var marked = bytes
                marked[place] = 0x80
                #expect(!isASCII(marked))
            }
        }
    }
}
