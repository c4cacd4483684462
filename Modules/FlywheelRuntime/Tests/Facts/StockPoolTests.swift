import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Which listings are told to sell from one stock.
@Suite struct StockPoolTests {
    private static let (germany, france, italy) = ("A1PA6795UKMFR9", "A13V1IB3VIYZZH", "APJ6JRA9NG5V4")
    private static let skus = (0..<24).map { "SKU-\($0)" }
    /// What all of one stock name: of some SKUs nothing, of others hundreds.
    private static let units = Dictionary(uniqueKeysWithValues: skus.enumerated().map { ($1, $0 * $0 % 37 * 11) })

    private func stock(
        _ units: [String: Int], on marketplace: String, at: Instant = .noon - 0.2, account: String = "acme"
    ) -> Export {
        var file = Export.stock(units.mapValues { $0 }, at: at)
        (file.marketplace, file.account) = (marketplace, account)
        return file
    }

    private func sales(_ daily: Int, on marketplace: String) -> Export {
        var file = Export.sales(
            Dictionary(uniqueKeysWithValues: Self.skus.map { ($0, daily) }), days: 91, until: .today, at: .noon - 0.3)
        file.marketplace = marketplace
        return file
    }

    private func pools(
        _ exports: [Export], rowsPerChunk: Int = Chunk.capacity, for stage: StageManifest = StockStage.manifest
    ) throws -> [String: [String: StockPool]] {
        let store = try store(exports, rowsPerChunk: rowsPerChunk)
        let ledger = FeedLedger(try store.imports(), asOf: .noon)
        var reader = ChunkReader(store: store, ledger: ledger, stages: [stage], kind: .listing)
        reader.stockPools = try StockPools(for: [stage], store: store, ledger: ledger, zones: .utc)
        var found: [String: [String: StockPool]] = [:]
        for place in try store.chunks(of: .listing) {
            guard let chunk = try reader.chunk(at: place, zone: .utc)?.chunk.declared(by: stage) else { continue }
            for row in chunk.rows { found[chunk.marketplace, default: [:]][chunk.codes[row]] = chunk.pool(row) }
        }
        return found
    }

    private var europe: [Export] {
        [Self.germany, Self.france, Self.italy].map { stock(Self.units, on: $0) }
            + [sales(5, on: Self.germany), sales(2, on: Self.france)]
    }

    @Test func equalStockOfNearlyAllSKUsIsOneStock() throws {
        let found = try pools(europe)
        // France has the first of the ids, Germany sells most.
        let order = [Self.germany, Self.france, Self.italy]
        for sku in Self.skus where sku != "SKU-0" {
            #expect(
                found[Self.germany]?[sku]
                    == StockPool(marketplaces: order, soldElsewhere: 2, unknown: [Self.italy]))
            #expect(found[Self.italy]?[sku] == StockPool(marketplaces: order, soldElsewhere: 7))
        }
        let reader = try FactReader(try store(europe), inputs: [], asOf: .noon, zones: .utc)
        func pool(_ code: String, on marketplace: String) throws -> StockPool? {
            try reader.stockPool(of: Subject(.listing, account: "acme", marketplace: marketplace, code: code))
        }
        #expect(try pool("SKU-5", on: Self.germany) == found[Self.germany]?["SKU-5"], "one alone is told the same")
        #expect(try pool("SKU-99", on: Self.germany) == nil)
    }

    @Test func neitherTheOrderOfImportsNorTheCutOfChunksMatters() throws {
        let exports = europe
        let expected = try pools(exports)
        #expect(expected.count == 3)
        var random = SystemRandomNumberGenerator()
        for rows in [1, 5, 7, 24, 100] {
            #expect(try pools(exports.shuffled(using: &random), rowsPerChunk: rows) == expected)
        }
    }

    @Test func whatASKUHasInOneCountryAloneIsItsOwn() throws {
        var exports = europe
        var own = Self.units
        own["SKU-3"] = 4_000
        exports[2] = stock(own, on: Self.italy)
        let found = try pools(exports)
        #expect(found[Self.italy]?["SKU-3"] == nil)
        #expect(found[Self.germany]?["SKU-3"]?.marketplaces == [Self.germany, Self.france])
        #expect(found[Self.italy]?["SKU-4"]?.marketplaces.count == 3)
    }

    /// Nothing of two files says that they name one stock.
    private func areApart(_ one: [String: Int], _ other: [String: Int], otherAt: Instant = .noon - 0.2) throws -> Bool {
        try pools([stock(one, on: Self.germany), stock(other, on: Self.france, at: otherAt)]).values
            .allSatisfy(\.isEmpty)
    }

    @Test func whatChanceMakesEqualIsNotOneStock() throws {
        let units = Self.units
        #expect(try !areApart(units, units))
        let few = units.filter { $0.value > 0 }.sorted { $0.key < $1.key }.prefix(7)
        let seven = Dictionary(uniqueKeysWithValues: few.map { ($0.key, $0.value) })
        #expect(try areApart(seven, seven), "seven SKUs are too few")
        let alike = units.mapValues { _ in 10 }
        #expect(try areApart(alike, alike), "ten of each is what anybody may have")
        #expect(try areApart(units, units.mapValues { $0 + 3 }), "nothing is equal")
        let halves = Dictionary(uniqueKeysWithValues: units.map { ($0, $0.hasSuffix("1") ? $1 * 3 + 1 : $1) })
        #expect(try areApart(units, halves), "three of 24 differ")
        #expect(try areApart([:], units))
    }

    @Test func filesOfOneDayDifferByWhatWasSoldBetweenThem() throws {
        var later = Self.units
        for sku in Self.skus where later[sku] ?? 0 > 100 && sku.hasSuffix("2") { later[sku]? -= 6 }
        #expect(later != Self.units)
        #expect(try !areApart(Self.units, later, otherAt: .noon - 0.9))
        #expect(try areApart(Self.units, later, otherAt: .noon - 1.9), "nobody can tell after so long")
        // The file that came first is compared with the one that was true at that time.
        let found = try pools([
            stock(Self.units, on: Self.germany, at: .noon - 5), stock(later, on: Self.germany),
            stock(Self.units, on: Self.france, at: .noon - 5.2),
        ])
        #expect(found[Self.germany]?["SKU-5"] != nil)
    }

    @Test func accountsHaveStocksOfTheirOwn() throws {
        let found = try pools([
            stock(Self.units, on: Self.germany), stock(Self.units, on: Self.france, account: "other"),
        ])
        #expect(found.values.allSatisfy { $0.isEmpty })
    }

    @Test func whoDoesNotDecideByStockIsNotTold() throws {
        let helped = StageManifest(
            id: "helped", title: "Helped", inputs: [Stock.feed.helping(Stock.fulfillable)], kinds: [])
        let found = try pools(europe, for: helped)
        #expect(found.values.allSatisfy { $0.isEmpty })
    }

    @Test func anOrderForTheStockCountsWhereverItStands() throws {
        func orders(_ number: String, units: Int, on marketplace: String) -> Export {
            let row = FactRow(
                "SKU-5", PurchaseOrders.order.of(number), PurchaseOrders.ordered.of(.ago(3)),
                PurchaseOrders.units.of(units))
            return Export(
                feed: PurchaseOrders.feed, effectiveAt: .noon - 0.1, rows: [row], marketplace: marketplace)
        }
        let stage = StageManifest(
            id: "orders", title: "Orders",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable),
                PurchaseOrders.feed.helping(PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.units),
            ], kinds: [])
        let store = try store(
            europe + [
                orders("P1", units: 300, on: Self.germany), orders("P1", units: 300, on: Self.france),
                orders("P2", units: 80, on: Self.france), orders("P3", units: 9, on: "A1F83G8C2ARO7P"),
            ])
        let ledger = FeedLedger(try store.imports(), asOf: .noon)
        var reader = ChunkReader(store: store, ledger: ledger, stages: [stage], kind: .listing)
        reader.stockPools = try StockPools(for: [stage], store: store, ledger: ledger, zones: .utc)
        for place in try store.chunks(of: .listing) where place.marketplace != "A1F83G8C2ARO7P" {
            let chunk = try #require(try reader.chunk(at: place, zone: .utc)?.chunk)
            let row = try #require(chunk.rows.first { chunk.codes[$0] == "SKU-5" })
            let lines = chunk.details(of: PurchaseOrders.feed)
            #expect(lines.count == 2, "\(place.marketplace)")
            #expect(lines.range(row).compactMap { lines[PurchaseOrders.units][$0] }.sorted() == [80, 300])
        }
    }
}
