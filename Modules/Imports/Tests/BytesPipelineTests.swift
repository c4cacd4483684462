import FlywheelKit
@testable import Imports
import Testing

@Suite struct BytesPipelineTests {
    private static let text = (0..<3_000).map { "\($0)\t\($0)\n" }.joined()

    @Test func rowsBeforeAnErrorAreDeliveredFirst() throws {
        let text = (0..<500).map { "\($0),x\n" }.joined() + "500,\"open\n"
        let format = DelimitedFormat(separator: .comma, quoting: .rfc4180)
        var reader = try RowReader(
            .of(Array(text.utf8)), format: format, options: RowReader.Options(blockBytes: 64, headRows: 10))
        var rows = 0
        #expect(throws: ReadError.unterminatedQuote(line: 501, column: 5, limit: 1 << 20)) {
            try reader.forEachBatch { rows += $0.rowCount }
        }
        // All but those that were read together with it.
        #expect(480...500 ~= rows)
    }

    @Test func whatTheReceiverThrowsEndsTheReading() throws {
        struct Stop: Error {}
        var reader = try RowReader(Self.text, blockBytes: 64)
        var batches = 0
        #expect(throws: Stop.self) {
            try reader.forEachBatch { _ in
                batches += 1
                if batches == 7 { throw Stop() }
            }
        }
        #expect(batches == 7)
    }

    @Test func batchesThatAreKeptStayAsTheyWere() throws {
        var reader = try RowReader(Self.text, blockBytes: 512)
        var kept: [RowBatch] = []
        try reader.forEachBatch { kept.append($0) }
        #expect(kept.count > 10)
        #expect(kept.flatMap { $0.table() } == (0..<3_000).map { ["\($0)", "\($0)"] })
    }

    @Test(arguments: [1, 2, 3, 16]) func fewOrManyBatchesAtOnceGiveTheSameRows(batchesAtOnce: Int) throws {
        let options = RowReader.Options(blockBytes: 100, blocksAtOnce: batchesAtOnce)
        var reader = try RowReader(.of(Array(Self.text.utf8)), options: options)
        #expect(try reader.lines() == Array(1...3_000))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func textsAreCopiedWhole(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let source = (0..<200).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
        var places = TextPlaces(in: source, count: 0)
        var expected: [String?] = []
        for _ in 0..<40 {
            let start = Int.random(in: 0...200, using: &generator)
            let range = start..<min(200, start + Int.random(in: 0...40, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                places.append(nil)
                expected.append(nil)
            case 1:
                let text = String(repeating: "é水", count: Int.random(in: 0...9, using: &generator))
                let place = places.place(for: text.utf8.span)
                places.append(place)
                expected.append(text)
            default:
                places.append(range)
                expected.append(String(decoding: source[range], as: UTF8.self))
            }
        }
        #expect(Array(places.values) == expected)
    }
}
