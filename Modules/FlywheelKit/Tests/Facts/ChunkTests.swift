import FlywheelKit
import Testing

@Suite struct ChunkTests {
    /// `count` listings with a price, a product, 5 days of sales and `row % 3` issues each.
    private func chunk(_ count: Int) -> Chunk {
        var builder = ChunkBuilder(listings: (0..<count).map { "SKU-\($0)" }, asOf: Instant(seconds: 1_795_190_700))
        builder.setProducts((0..<count).map { $0 % 4 == 0 ? nil : "P-\($0)" })
        builder.set(Stock.fulfillable, (0..<count).map { $0 % 5 == 0 ? nil : $0 })
        builder.set(Sales.units, (0..<count).map { row in (0..<5).map { ($0 + row) % 6 == 0 ? nil : $0 + row } })
        for row in 0..<count {
            for issue in 0..<row % 3 {
                builder.addDetail(of: SuppressedListings.feed, at: row, SuppressedListings.code("\(row)-\(issue)"))
            }
        }
        return builder.build()
    }

    private func issues(_ chunk: Chunk, _ row: Int) -> [String?] {
        let details = chunk.details(of: SuppressedListings.feed)
        let codes = details[SuppressedListings.code]
        return details.range(row).map { codes[$0] }
    }

    @Test func aPieceKnowsWhoElseSellsFromItsRowsAndAStageThatDecidesByStockIsTold() {
        let pools = (0..<4).map { row in
            row == 1 ? nil : StockPool(marketplaces: ["DE", "FR"], soldElsewhere: Double(row))
        }
        var builder = ChunkBuilder(listings: (0..<4).map { "SKU-\($0)" }, asOf: Instant(seconds: 0))
        #expect(builder.build().pool(0) == nil)
        builder.setPools(pools)
        let chunk = builder.build()
        #expect(chunk.rows.map(chunk.pool) == pools)
        let (piece, picked) = (chunk.rows(1..<3), chunk.picked([3, 0]))
        #expect(piece.rows.map(piece.pool) == [nil, pools[2]])
        #expect(picked.rows.map(picked.pool) == [pools[3], pools[0]])
        let column = Stock.fulfillable
        #expect(chunk.limited(to: [Stock.feed.deciding(column)], windows: []).pool(3) == pools[3])
        #expect(chunk.limited(to: [Stock.feed.helping(column)], windows: []).pool(3) == nil)
    }

    @Test func rowsOfOneProductStandTogetherInTheOrderOfTheirCodes() {
        var builder = ChunkBuilder(listings: ["C", "X", "A", "B"], asOf: Instant(seconds: 1_795_190_700))
        builder.setProducts(["P", nil, "Q", "P"])
        #expect(builder.build().rowsByProduct == [[3, 0], [1], [2]])
    }

    @Test func whatBelongsToTheAccountBelongsToEveryPieceOfItsRows() {
        var builder = ChunkBuilder(listings: ["A", "B"], asOf: Instant(seconds: 1_795_190_700))
        builder.addAccountDetail(of: Events.feed, Events.name("Deal day"), Events.scope("US"))
        builder.addAccountDetail(of: Events.feed, Events.name("Fair"))
        let piece = builder.build().rows(1..<2).limited(to: [Events.feed.helping(Events.name)], windows: [])
        let events = piece.accountDetails(of: Events.feed)
        #expect(events[Events.name] == Values(["Deal day", "Fair"]))
        #expect(events[Events.scope] == Values([nil, nil]), "what a stage does not declare is not there")
        #expect(piece.accountDetails(of: People.feed).count == 0)
        #expect(piece.limited(to: [], windows: []).accountDetails(of: Events.feed).count == 0)
    }

    @Test(arguments: [1, 7, 64, 100]) func rowsOfPiecesAreRowsOfTheWhole(size: Int) {
        let whole = chunk(100)
        for start in stride(from: 0, to: 100, by: size) {
            let piece = whole.rows(start..<min(start + size, 100))
            #expect(piece.asOf == whole.asOf && piece.today == whole.today && piece.kind == whole.kind)
            for row in piece.rows {
                #expect(piece.subject(row) == whole.subject(start + row))
                #expect(piece.products[row] == whole.products[start + row])
                #expect(piece[Stock.fulfillable][row] == whole[Stock.fulfillable][start + row])
                #expect(piece[Sales.units].row(row).elementsEqual(whole[Sales.units].row(start + row)))
                #expect(issues(piece, row) == issues(whole, start + row))
            }
        }
    }

    @Test(arguments: [[], [99], [3, 0, 47, 47], Array(stride(from: 1, to: 100, by: 7))])
    func pickedRowsAreRowsOfTheWhole(rows: [Int]) {
        let whole = chunk(100)
        let piece = whole.picked(rows)
        #expect(piece.count == rows.count && piece.asOf == whole.asOf)
        for (row, from) in rows.enumerated() {
            #expect(piece.subject(row) == whole.subject(from) && piece.products[row] == whole.products[from])
            #expect(piece[Stock.fulfillable][row] == whole[Stock.fulfillable][from])
            #expect(piece[Sales.units].row(row).elementsEqual(whole[Sales.units].row(from)))
            #expect(issues(piece, row) == issues(whole, from))
        }
    }

    @Test func aChunkWithoutRowsIsAChunk() {
        let empty = chunk(10).rows(4..<4)
        #expect(empty.count == 0)
        #expect(empty[Stock.fulfillable].count == 0)
        #expect(empty.details(of: SuppressedListings.feed).count == 0)
        #expect(empty[Sales.units].days.count == 5)
    }

    @Test func whatNobodyBroughtIsUnknown() {
        let chunk = chunk(3)
        #expect(chunk[Catalog.title] == Values(unknown: 3))
        #expect(chunk.details(of: Orders.feed).range(2).isEmpty)
        #expect(chunk.details(of: Orders.feed)[Orders.quantity].count == 0)
        #expect(chunk[Series("returns.units")].days.isEmpty)
    }

    @Test func aLimitedChunkHoldsWhatIsDeclaredAndNothingElse() {
        let limited = chunk(10).limited(
            to: [Stock.feed.deciding(Stock.reserved), SuppressedListings.feed.deciding(SuppressedListings.code)],
            windows: [Sales.units.last(days: 2)])
        #expect(limited[Stock.fulfillable] == Values(unknown: 10))
        #expect(limited[Sales.units].days.count == 2)
        #expect(issues(limited, 5) == ["5-0", "5-1"])

        let bare = chunk(10).limited(to: [Stock.feed.deciding(Stock.fulfillable)], windows: [])
        #expect(bare[Stock.fulfillable][1] == 1)
        #expect(bare[Sales.units].days.isEmpty)
        #expect(issues(bare, 5).isEmpty)
        #expect(bare.codes == chunk(10).codes)
    }

    @Test func aDetailKeepsItsPlaceWhenItsColumnIsNotDeclared() {
        let limited = chunk(10).limited(
            to: [SuppressedListings.feed.deciding(SuppressedListings.status)], windows: [])
        #expect(issues(limited, 5) == [nil, nil])
    }

    @Test func theLongestOfTwoWindowsOverOneSeriesIsKept() {
        for windows in [[4, 2], [2, 4]] {
            let limited = chunk(3).limited(to: [], windows: windows.map { Sales.units.last(days: $0) })
            #expect(limited[Sales.units].days.count == 4)
        }
    }
}
