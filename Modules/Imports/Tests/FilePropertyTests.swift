import FlywheelKit
@testable import Imports
import Testing

/// What must hold of every file, whatever is in it.
@Suite struct FilePropertyTests {
    private let context = ImportContext.test(marketplace: "US")

    /// A table of stock with blank, wrong and good cells, and how many rows it has under the heading.
    private func stock(rows: Int, _ generator: inout SeededGenerator) -> String {
        let cells = ["", "0", "12", "1,234", "x", "1.5", "-3", "8.86E+11", "7.0"]
        var text = "sku\tproduct name\tavailable\treserved\r\n"
        for row in 0..<rows {
            let code = Int.random(in: 0..<20, using: &generator) == 0 ? "" : "SKU-\(row)"
            let numbers = (0..<2).compactMap { _ in cells.randomElement(using: &generator) }
            text += ([code, "Knife 8\" No \(row)"] + numbers).joined(separator: "\t") + "\r\n"
        }
        return text
    }

    /// The rows a reader without any cleverness sees: lines that hold a byte, without the heading.
    private func rowCount(of bytes: [UInt8]) -> Int {
        bytes.split(separator: 0x0A).count { $0 != [0x0D] } - 1
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyRowIsAFactOrRejected(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let heading = "sku\tproduct name\tavailable\treserved\r\n".utf8.count
        var bytes = Array(stock(rows: 40, &generator).utf8)
        for _ in 0..<Int.random(in: 0..<60, using: &generator) {
            let place = Int.random(in: heading..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert([0x09, 0x0A, 0x22, 0x81, 0xE2].randomElement(using: &generator) ?? 0x09, at: place)
            default: bytes[place] = UInt8.random(in: 1...255, using: &generator)
            }
        }
        let reading = try read(bytes, context)
        let kept = reading.codes.count
        #expect(reading.summary.kept == kept)
        #expect(reading.summary.rejected == reading.rejected.count)
        #expect(kept + reading.rejected.count == rowCount(of: bytes))
        #expect(reading.columns.values.allSatisfy { $0.count == kept })
        #expect(reading.products.count == kept)
        let lines = reading.rejected.map(\.line)
        #expect(lines == lines.sorted() && Set(lines).count == lines.count)
    }

    @Test(arguments: 100..<180 as Range<UInt64>)
    func brokenFilesAreReadOrRefused(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(stock(rows: 5, &generator).utf8)
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let length = Int.random(in: 0...3, using: &generator)
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            bytes.replaceSubrange(place..<min(bytes.count, place + 2), with: noise)
        }
        do {
            let reading = try read(bytes, context)
            #expect(reading.summary.kept == reading.codes.count)
        } catch let error as ImportError {
            #expect(!error.description.isEmpty)
        }
    }

    @Test(arguments: [1, 7, 64, 1_000, 1 << 20])
    func blocksAndDeliveriesChangeNothing(blockBytes: Int) throws {
        var generator = SeededGenerator(seed: 3)
        let bytes = Array(stock(rows: 300, &generator).utf8)
        let whole = try read(bytes, context)
        let options = RowReader.Options(blockBytes: blockBytes, blocksAtOnce: 3)
        for rejectsAtOnce in [1, 50, 65_536] {
            let cut = try read(bytes, context, rejectsAtOnce: rejectsAtOnce, options: options)
            #expect(cut.codes == whole.codes)
            #expect(cut.products == whole.products)
            #expect(cut.columns == whole.columns)
            #expect(cut.rejected == whole.rejected)
            #expect(cut.summary == whole.summary)
        }
    }

    @Test func rowsArriveInFileOrderBlockByBlock() throws {
        let text = "sku\tavailable\n" + (0..<5_000).map { "SKU-\($0)\t\($0)\n" }.joined()
        let options = RowReader.Options(blockBytes: 1_024, blocksAtOnce: 4)
        let reading = try read(Array(text.utf8), context, options: options)
        #expect(reading.codes == (0..<5_000).map { "SKU-\($0)" })
        #expect(reading.values(Stock.fulfillable) == (0..<5_000).map { $0 })
        #expect(reading.deliveries.count == text.utf8.count / 1_024 + 1)
        #expect(reading.deliveries.reduce(0, +) == 5_000)
    }

    @Test func progressCountsRowsAndBytesToTheEnd() throws {
        let text = "sku\tavailable\n" + (0..<500).map { "SKU-\($0)\t\($0)\n" }.joined()
        let options = RowReader.Options(blockBytes: 512, blocksAtOnce: 2)
        try withFile(Array(text.utf8), named: "stock.txt") { path in
            let file = try FileImporter(feeds: kitFeeds, context: context, options: options).open(path)
            var steps: [ReadProgress] = []
            _ = try file.read {
                steps.append($0)
            } _: { _, _ in
            }
            #expect(steps.map(\.rows) == steps.map(\.rows).sorted())
            #expect(steps.last?.rows == 500)
            #expect(steps.last?.bytes == text.utf8.count)
        }
    }
}
