import Dispatch
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@Suite("A store in memory")
struct MemoryStoreTests {
    private let store = MemoryStore(rowsPerChunk: 2)
    private let actor = Actor(.person, "ada")

    private func keep(_ codes: [String]) throws -> ImportID {
        let noon = Instant(seconds: 1_790_000_000)
        let draft = ImportDraft(
            fileName: "", digest: codes.joined(), format: "", feed: "catalog/1", subject: .listing, account: "a",
            marketplace: "m", effectiveAt: noon, receivedAt: noon)
        let id = try store.beginImport(draft, by: actor)
        try store.stage(
            FactRows(
                codes: codes, products: Values(unknown: codes.count),
                columns: ["row": .integers(Values(all: Array(codes.indices)))]), for: id)
        try store.finishImport(id, as: .kept, ImportSummary())
        return id
    }

    @Test func chunksHoldAsManyRowsAsItIsTold() throws {
        _ = try keep(["A", "B", "C", "D", "E"])
        #expect(try store.chunks(of: .listing).map { try store.rows(of: $0).codes.count } == [2, 2, 1])
    }

    @Test(arguments: [(900, 1_024), (40_000, 2_500), (140_000, 8_192)])
    func chunksOfWhatIsOnlyTriedGoByTheSizeOfTheCatalogue(listings: Int, rows: Int) throws {
        let store = MemoryStore(rowsPerChunk: nil)
        let noon = Instant(seconds: 1_790_000_000)
        let draft = ImportDraft(
            fileName: "", digest: "", format: "", feed: "catalog/1", subject: .listing, account: "a",
            marketplace: "m", effectiveAt: noon, receivedAt: noon)
        let id = try store.beginImport(draft, by: actor)
        let codes = Texts((0..<listings).lazy.map { "K\($0)" })
        try store.stage(FactRows(codes: codes, products: Values(unknown: listings), columns: [:]), for: id)
        try store.finishImport(id, as: .kept, ImportSummary())
        let sizes = try store.chunks(of: .listing).map { try store.rows(of: $0).codes.count }
        #expect(sizes.reduce(0, +) == listings && sizes[0] == min(rows, listings))
    }

    @Test func readersSeeWholeImportsWhileOthersAreKept() throws {
        let first = try keep((0..<50).map { "K\($0)" })
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                if number % 2 == 0 { _ = try keep((0..<50).map { "K\((number + 1) * 7 + $0)" }) }
                let entries = try store.chunks(of: .listing).flatMap { chunk in
                    try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["row"], from: [first])
                }
                #expect(entries.reduce(0) { $0 + $1.rows.count } == 50)
            } catch { Issue.record(error) }
        }
        #expect(try store.imports().count == 5)
        #expect(try store.journalFaults().isEmpty)
    }
}
