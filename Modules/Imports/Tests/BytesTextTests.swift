import Foundation
@testable import Imports
import Testing

@Suite struct BytesTextTests {
    private func decode(_ bytes: [UInt8], _ decoder: TextDecoder) -> DecodedText { decoder.decode(bytes.span) }

    @Test func windows1252HasItsOwnCharactersAndFiveHoles() {
        let decoder = TextDecoder(.windows1252)
        #expect(decode([0x80, 0x99, 0xE9, 0xFC, 0x41], decoder) == DecodedText(text: "€™éüA"))
        let holes = (0...255).filter { decode([UInt8($0)], decoder).badByte != nil }
        #expect(holes == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
        #expect(decode([0x41, 0x81, 0x42], decoder) == DecodedText(text: "A\u{FFFD}B", badByte: 1))
    }

    @Test func windows1252AgreesWithFoundation() {
        for byte in UInt8.min...UInt8.max {
            guard let expected = String(bytes: [byte], encoding: .windowsCP1252) else { continue }
            #expect(decode([byte], TextDecoder(.windows1252)).text == expected)
        }
    }

    @Test func windows31JHasItsExtensions() {
        // 商品名, ①, 髙, ～, half-width ｱ, and a kanji whose second byte is a backslash.
        let bytes: [UInt8] = [
            0x8F, 0xA4, 0x95, 0x69, 0x96, 0xBC, 0x87, 0x40, 0xFB, 0xFC, 0x81, 0x60, 0xB1, 0x95, 0x5C, 0x5C, 0x7E,
        ]
        #expect(decode(bytes, TextDecoder(.windows31J)) == DecodedText(text: "商品名①髙～ｱ表\\~"))
    }

    @Test func windows31JRecoversBehindABadByte() {
        let decoder = TextDecoder(.windows31J)
        #expect(decode([0x8F, 0xA4, 0x80, 0x95, 0x69], decoder) == DecodedText(text: "商\u{FFFD}品", badByte: 2))
        #expect(decode([0x8F, 0xA4, 0x95], decoder) == DecodedText(text: "商\u{FFFD}", badByte: 2))
        #expect(decode([0x95, 0x20, 0x41], decoder) == DecodedText(text: "\u{FFFD} A", badByte: 0))
    }

    @Test func utf8KeepsWhatIsGood() {
        #expect(decode(Array("é".utf8), TextDecoder(.utf8)) == DecodedText(text: "é"))
        #expect(decode([0x41, 0xFF, 0x42], TextDecoder(.utf8)) == DecodedText(text: "A\u{FFFD}B", badByte: 1))
    }

    @Test func encodingIsToldByTheStart() {
        func detected(_ head: [UInt8], declared: TextEncoding? = nil) -> TextDecoder {
            TextDecoder(detectedFrom: head, declared: declared, regional: .windows31J)
        }
        #expect(detected(Array("é".utf8)) == TextDecoder(.utf8))
        #expect(detected([0xE9, 0x20]) == TextDecoder(.windows31J))
        #expect(detected(Array("plain".utf8)) == TextDecoder(.utf8, otherwise: .windows31J))
        #expect(detected([0xE9], declared: .windows1252) == TextDecoder(.windows1252))
        #expect(detected(Array("é".utf8) + [0xE2, 0x82]) == TextDecoder(.utf8), "a character may be cut")
        #expect(detected([0x41, 0xE2, 0x82]) == TextDecoder(.utf8, otherwise: .windows31J), "it alone proves nothing")
        #expect(detected(Array("éü".utf8) + [0x81, 0x20]) == TextDecoder(.utf8, otherwise: .windows31J))
        #expect(detected(Array("é".utf8) + [0x81, 0x20, 0x82, 0x20]) == TextDecoder(.windows31J))
    }

    @Test func aBadByteDoesNotRenameTheCharactersBesideIt() {
        let decoder = TextDecoder(.utf8, otherwise: .windows1252)
        #expect(decode(Array("Hülle über ".utf8) + [0x81], decoder).text == "Hülle über \u{FFFD}")
        #expect(decode([0x48, 0xFC, 0x6C], decoder) == DecodedText(text: "Hül"))
    }

    @Test func cellBehindAnASCIIHeadIsReadByTheRegion() {
        let decoder = TextDecoder(.utf8, otherwise: .windows1252)
        #expect(decode([0x4D, 0xFC], decoder) == DecodedText(text: "Mü"))
        #expect(decode(Array("Mü".utf8), decoder) == DecodedText(text: "Mü"))
    }

    @Test(arguments: ["Cp1252", "windows-31j", "UTF-8", "ISO-8859-1", "Shift_JIS"]) func headerNamesAreKnown(
        name: String
    ) {
        #expect(TextEncoding(charset: name) != nil)
        #expect(TextEncoding(charset: name + "x") == nil)
    }

    @Test(arguments: [true, false]) func utf16IsReadAsUTF8(isBigEndian: Bool) throws {
        let text = "sku\tname\r\nA\tMünchen 髙 😀\r\n"
        let units = [0xFEFF] + Array(text.utf16)
        let bytes = units.flatMap {
            isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        for blockBytes in [1, 7, 4096] {
            var reader = try RowReader(bytes: bytes, blockBytes: blockBytes)
            #expect(try reader.table() == [["sku", "name"], ["A", "München 髙 😀"]])
        }
    }

    @Test func halfAUTF16CharacterIsReported() throws {
        // A lone high surrogate, then a lone low one, then half a unit.
        let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0x00, 0x00, 0xDE, 0x43]
        var reader = try RowReader(bytes: bytes)
        try reader.forEachBatch { batch in
            let cell = try #require(batch.cell(0, ofRow: 0))
            let decoded = batch.text(of: cell)
            #expect(decoded.badByte == 1)
            #expect(decoded.text.filter { $0.isASCII } == "AB")
            #expect(decoded.text.hasSuffix("\u{FFFD}"))
        }
    }

    @Test func utf16LargerThanItsBufferIsWhole() throws {
        let text = String(repeating: "😀é,", count: 50_000)
        let bytes = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try drain(.of(bytes), step: 1000) == Array(text.utf8))
    }
}
