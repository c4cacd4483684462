import Foundation
@testable import Imports
import Testing

@Suite struct BytesRowTests {
    private static let plain = DelimitedFormat(separator: .tab, quoting: .none)
    private static let quoted = DelimitedFormat(separator: .comma, quoting: .rfc4180)
    private static let blockSizes = [1, 2, 3, 7, 64, 4096]

    @Test(arguments: blockSizes) func plainRowsAreTheSameHoweverCut(blockBytes: Int) throws {
        let text = "sku\ttitle\tprice\r\nA\t5\" pipe\t5\r\n\r\nB\t\t\r\nC\n\ttail\r\nlast\t1\t2\t3"
        var reader = try RowReader(text, blockBytes: blockBytes, format: Self.plain)
        #expect(
            try reader.table() == [
                ["sku", "title", "price"], ["A", "5\" pipe", "5"], ["B", "", ""], ["C"], ["", "tail"],
                ["last", "1", "2", "3"],
            ])
        reader = try RowReader(text, blockBytes: blockBytes, format: Self.plain)
        #expect(try reader.lines() == [1, 2, 4, 5, 6, 7])
    }

    @Test(arguments: blockSizes) func quotedRowsAreTheSameHoweverCut(blockBytes: Int) throws {
        let text =
            "sku,\"ti\r\ntle\",price\r\nA,\"5\"\" pipe, long\",5\r\n\n\"\",,\"\"\r\n\"a\"b,\"x, y\" z,c\"d\nB,\"\n\n\",\"e\"\r\n\"end\","
        var reader = try RowReader(text, blockBytes: blockBytes, format: Self.quoted)
        #expect(
            try reader.table() == [
                ["sku", "ti\r\ntle", "price"], ["A", "5\" pipe, long", "5"], ["", "", ""],
                ["\"a\"b", "\"x, y\" z", "c\"d"], ["B", "\n\n", "e"], ["end", ""],
            ])
        reader = try RowReader(text, blockBytes: blockBytes, format: Self.quoted)
        #expect(try reader.lines() == [1, 3, 5, 6, 7, 10])
    }

    @Test(arguments: blockSizes) func carriageReturnsAloneEndRows(blockBytes: Int) throws {
        var reader = try RowReader("a,b\r1,\"x\ry\"\r\r2,3", blockBytes: blockBytes)
        #expect(try reader.table() == [["a", "b"], ["1", "x\ry"], ["2", "3"]])
        reader = try RowReader("a,b\r1,\"x\ry\"\r\r2,3", blockBytes: blockBytes)
        #expect(try reader.lines() == [1, 2, 5])
    }

    @Test(arguments: blockSizes) func fileWithoutRowsGivesNone(blockBytes: Int) throws {
        for text in ["", "\n\r\n\n", "\u{FEFF}"] {
            var reader = try RowReader(text, blockBytes: blockBytes)
            #expect(try reader.table().isEmpty)
            #expect(reader.head.rowCount == 0)
        }
    }

    @Test func carriageReturnInsideALineIsData() throws {
        var reader = try RowReader("a\tb\nx\ry\tz\r\r\n", format: Self.plain)
        #expect(try reader.table() == [["a", "b"], ["x\ry", "z\r"]])
    }

    @Test func cellsTellTheirColumn() throws {
        let reader = try RowReader("sku,\"name\"\n\"é\",\"b\"", format: Self.quoted)
        let cells = reader.head.cells(ofRow: 1)
        #expect(cells.map { reader.head.byteColumn(of: $0, inRow: 1) } == [2, 7])
        #expect(cells.map(\.form) == [.quoted, .quoted])
        #expect(reader.head.cell(2, ofRow: 1) == nil)
    }

    @Test func badByteIsFoundByRowAndColumn() throws {
        let bytes = Array("sku\tname\nA\tM".utf8) + [0x81] + Array("x\n".utf8)
        let reader = try RowReader(bytes: bytes, declared: .windows1252, format: Self.plain)
        let cell = try #require(reader.head.cell(1, ofRow: 1))
        let text = reader.head.text(of: cell)
        let bad = try #require(text.badByte)
        #expect(text.text == "M\u{FFFD}x")
        #expect(reader.head.line(ofRow: 1) == 2)
        #expect(reader.head.byteColumn(of: cell, inRow: 1) + bad == 4)
    }

    @Test func contentIsUTF8WhateverTheFileIs() throws {
        let bytes = Array("a;b\n".utf8) + [0x80] + Array(" 12,50;\"1\"\"2\"\n".utf8)
        let reader = try RowReader(bytes: bytes)
        let contents = reader.head.cells(ofRow: 1).map { cell in
            reader.head.withUTF8(of: cell) { span in span.withUnsafeBufferPointer { Array($0) } }
        }
        #expect(contents == [Array("€ 12,50".utf8), Array("1\"2".utf8)])
    }

    @Test(arguments: blockSizes) func openQuoteIsNamedWithItsLine(blockBytes: Int) throws {
        let limits = ReadLimits(quotedCellBytes: 1000)
        let bytes = Array("a,b\n\"x\ny\",1\n2,\"open\nand on\n".utf8)
        #expect(throws: ReadError.unterminatedQuote(line: 4, column: 3, limit: 1000)) {
            var reader = try RowReader(bytes: bytes, blockBytes: blockBytes, limits: limits)
            _ = try reader.table()
        }
        let long = bytes + [UInt8](repeating: 0x78, count: 5000) + Array("\"\n".utf8)
        #expect(throws: ReadError.unterminatedQuote(line: 4, column: 3, limit: 1000)) {
            var reader = try RowReader(bytes: long, blockBytes: blockBytes, format: Self.quoted, limits: limits)
            _ = try reader.table()
        }
    }

    @Test(arguments: [plain, quoted]) func endlessRowIsRefused(format: DelimitedFormat) throws {
        let bytes = Array("a\nb\n".utf8) + [UInt8](repeating: 0x78, count: 5000)
        #expect(throws: ReadError.rowTooLong(line: 3, limit: 1000)) {
            let limits = ReadLimits(rowBytes: 1000)
            var reader = try RowReader(bytes: bytes, blockBytes: 64, format: format, limits: limits)
            _ = try reader.table()
        }
    }

    @Test func convertedBatchesAreDeliveredInOrder() throws {
        let text = (0..<20_000).map { "\($0)\t\($0)\n" }.joined()
        var reader = try RowReader(text, blockBytes: 512)
        var numbers: [Int64] = []
        try reader.forEachBatch { batch in
            (0..<batch.rowCount).map { row in
                batch.cell(0, ofRow: row).flatMap { cell in
                    batch.withUTF8(of: cell) { try? CellValue.integer($0) }
                } ?? -1
            }
        } deliver: {
            numbers += $0
        }
        #expect(numbers == Array(0..<20_000))
    }

    @Test(arguments: 0..<200) func randomTablesSurviveARoundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet = ["a", "é", "髙", "\"", ",", "\n", "\r\n", "\t", ";", " ", "1", ".", "😀"]
        let table: Table = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            (0..<Int.random(in: 2...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? ""
                }.joined()
            }
        }
        let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
        let text = table.map { row in
            row.map { cell in
                let needsQuotes = cell.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
                let isQuoted = needsQuotes || Bool.random(using: &generator)
                return isQuoted ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
            }.joined(separator: ",")
        }.joined(separator: lineEnd)
        for blockBytes in Self.blockSizes {
            var reader = try RowReader(text, blockBytes: blockBytes, format: Self.quoted)
            #expect(try reader.table() == table)
        }
    }

    @Test(arguments: 0..<200) func plainRowsAgreeWithANaiveParser(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        // With the neighbours of a tab and a line feed, which a search by words can mistake for them.
        let alphabet = Array("ab\t\t\n\r\"é,\u{8}\u{B}".utf8)
        let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
            alphabet.randomElement(using: &generator) ?? 0
        }
        let expected: Table = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
            let isTerminated = $0 < bytes.count { $0 == 0x0A }
            let line = isTerminated && $1.last == 0x0D ? $1.dropLast() : $1
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
            return line.isEmpty ? nil : cells.map { String(decoding: $0, as: UTF8.self) }
        }
        for blockBytes in Self.blockSizes {
            var reader = try RowReader(bytes: bytes, blockBytes: blockBytes, declared: .utf8, format: Self.plain)
            #expect(try reader.table() == expected)
        }
    }

    @Test func mutatedFilesNeverCrash() throws {
        var generator = SeededGenerator(seed: 42)
        let text = Array(
            "sku,\"na\"\"me\",price\r\nA,\"x\ny\",\"1.234,50\"\r\nB,\u{FC},=\"001\"\r\n2021-08-15 20:35:17 PDT,,5%\n"
                .utf8)
        let originals = [text, try gzip(text), [0xFF, 0xFE] + text, text.map { $0 == 0x2C ? 0x09 : $0 }]
        for _ in 0..<20_000 {
            var bytes = originals.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default:
                    bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x09, 0xE2].randomElement(using: &generator) ?? 0, at: index)
                }
            }
            let regional: TextEncoding = Bool.random(using: &generator) ? .windows31J : .windows1252
            guard var reader = try? RowReader(bytes: bytes, blockBytes: 16, regional: regional) else { continue }
            try? reader.forEachBatch { batch in
                for row in 0..<batch.rowCount {
                    for cell in batch.cells(ofRow: row) {
                        batch.withUTF8(of: cell) { content in
                            _ = try? CellValue.date(content, order: .dayFirst)
                            _ = try? CellValue.amount(content, decimals: 2, style: .comma)
                        }
                    }
                }
            }
        }
    }
}
