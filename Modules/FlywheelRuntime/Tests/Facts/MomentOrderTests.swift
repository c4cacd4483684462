import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Changes are true at moments of their own, whichever others came in their file.
@Suite struct MomentOrderTests {
    private let stage = StageManifest(
        id: "stock", title: "Stock", inputs: [Stock.feed.deciding(Stock.fulfillable)], windows: [], kinds: [])

    /// A file of changes, by their hours before noon; true at the last of them.
    private func changes(_ rows: [(code: String, units: Int, ago: Double)]) -> Export {
        let moments = rows.map { .noon - $0.ago / 24 } as [Instant]
        var export = Export(
            feed: Stock.feed, effectiveAt: moments.max() ?? .noon,
            rows: zip(rows, moments).map { row, at in
                FactRow(
                    row.code, Stock.fulfillable.of(row.units),
                    Cell(name: FactRows.moment, data: .instants(Values([at]))))
            })
        export.isComplete = false
        return export
    }

    /// What is to be sold of each listing, in the order of its code.
    private func stock(_ exports: [Export]) throws -> [String: Int?] {
        let store = try store(exports)
        let ledger = FeedLedger(try store.imports(), asOf: .noon)
        let reader = ChunkReader(store: store, ledger: ledger, stages: [stage], kind: .listing)
        var units: [String: Int?] = [:]
        for place in try store.chunks(of: .listing) {
            guard let chunk = try reader.chunk(at: place, zone: .utc)?.chunk else { continue }
            for row in chunk.rows { units[chunk.codes[row]] = .some(chunk[Stock.fulfillable][row]) }
        }
        return units
    }

    @Test func aNewerChangeHoldsWhateverElseTheOlderOnesFileSays() throws {
        let first = changes([("A", 5, 7), ("B", 9, 1), ("C", 4, 3)])
        let second = changes([("A", 0, 4), ("B", 2, 5), ("C", 3, 3.5)])
        for order in [[first, second], [second, first]] {
            #expect(try stock(order) == ["A": 0, "B": 9, "C": 4])
        }
    }

    @Test func aListHoldsAgainstChangesBeforeIt() throws {
        let list = Export(
            feed: Stock.feed, effectiveAt: .noon - 4.0 / 24,
            rows: ["A", "B"].map { FactRow($0, Stock.fulfillable.of(7)) })
        let changes = changes([("A", 5, 6), ("B", 9, 1)])
        for order in [[list, changes], [changes, list]] { #expect(try stock(order) == ["A": 7, "B": 9]) }
    }

    /// A block is cut only where others fall between its changes, so a day of them mostly stays one.
    @Test func filesThatDoNotMeetStayWhole() throws {
        func block(_ id: Int64, _ moments: [Int64]) -> FactBlock {
            FactBlock(
                source: ImportID(id), rows: moments.indices.map { Int32($0) },
                columns: [FactRows.moment: .instants(Values(moments.map { Instant(seconds: $0) }))])
        }
        func order(_ blocks: [FactBlock]) -> [[Int64?]] {
            let sources = blocks.map { block in
                let own = block.columns[FactRows.moment].flatMap(Instant.values(of:))
                let last = own?.compactMap(\.self).max()
                return ImportRecord(
                    id: block.source,
                    draft: ImportDraft(
                        fileName: "a", digest: "", format: "a", feed: Stock.feed.key.text, subject: .listing,
                        account: "acme", marketplace: "US", effectiveAt: last ?? .noon, receivedAt: .noon),
                    summary: ImportSummary(), state: .kept, actor: .flywheel)
            }
            return MomentOrder(of: sources).blocks(blocks).map { block in
                [block.source.number, block.at?.seconds] + block.rows.map { Int64($0) }
            }
        }
        #expect(order([block(1, [1, 5, 3]), block(2, [6, 9])]) == [[1, 5, 0, 1, 2], [2, 9, 0, 1]])
        #expect(order([block(1, [1, 9, 3]), block(2, [4])]) == [[1, 3, 0, 2], [2, 4, 0], [1, 9, 1]])
        #expect(
            order([block(1, [1, 9, 5]), block(2, [4, 12])]) == [[1, 1, 0], [2, 4, 0], [1, 9, 1, 2], [2, 12, 1]])
    }
}
