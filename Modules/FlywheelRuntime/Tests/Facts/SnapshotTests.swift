import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct SnapshotTests {
    private func block(_ id: Int64, rows: [Int32], _ columns: [String: [Int?]]) -> FactBlock {
        FactBlock(source: ImportID(id), rows: rows, columns: columns.mapValues { .integers(Values($0)) })
    }

    private let whole = RowLayout(used: [0, 1, 2], of: 3)
    private let units = Stock.fulfillable.declaration

    @Test func theNewestFileThatBroughtAColumnWinsRowByRow() {
        let blocks = [
            block(1, rows: [0, 1, 2], ["fulfillable": [1, 2, 3], "reserved": [7, 8, 9]]),
            block(2, rows: [2, 0], ["fulfillable": [30, 10]]),
        ]
        #expect(Snapshot.newest(units, in: blocks, layout: whole) == .integers(Values([10, 2, 30])))
        #expect(
            Snapshot.newest(Stock.reserved.declaration, in: blocks, layout: whole) == .integers(Values([7, 8, 9])))
    }

    @Test func aNewerUnknownOverridesAnOlderNumber() {
        let blocks = [block(1, rows: [0], ["fulfillable": [5]]), block(2, rows: [0], ["fulfillable": [nil]])]
        #expect(Snapshot.newest(units, in: blocks, layout: whole) == .integers(Values([nil, nil, nil])))
    }

    @Test func anAmountInNoKnownCurrencyOverridesNothing() {
        let blocks = [
            block(1, rows: [0, 1], ["fulfillable": [5, 6]]), block(2, rows: [0, 1], ["fulfillable": [nil, 7]]),
        ]
        #expect(
            Snapshot.newest(units, in: blocks, layout: whole, open: [ImportID(2)])
                == .integers(Values([5, 7, nil])))
        let levels = Snapshot.levels(
            of: units, in: blocks.map { ($0, Day.ago(1)) }, days: Day.ago(1)..<Day.today, layout: whole,
            open: [ImportID(2)])
        #expect(levels.values == Values([5, 7, nil]))
    }

    @Test func ofTwoRowsInOneFileTheLastCounts() {
        #expect(
            Snapshot.newest(units, in: [block(1, rows: [1, 1], ["fulfillable": [4, 6]])], layout: whole)
                == .integers(Values([nil, 6, nil])))
    }

    @Test func aColumnOfAnotherTypeIsNotTaken() {
        let text = FactBlock(source: ImportID(1), rows: [0], columns: ["fulfillable": .texts(Values(["5"]))])
        #expect(Snapshot.newest(units, in: [text], layout: whole) == .integers(Values(unknown: 3)))
    }

    @Test func unusedRowsAreLeftOut() {
        let layout = RowLayout(used: [0, 2], of: 3)
        let blocks = [block(1, rows: [0, 1, 2, 9], ["fulfillable": [1, 2, 3, 4]])]
        #expect(layout.count == 2)
        #expect(Snapshot.newest(units, in: blocks, layout: layout) == .integers(Values([1, 3])))
    }

    @Test func rowsOfASnapshotThatHasManyStandInTheOrderOfTheFiles() {
        let blocks = [
            block(1, rows: [2, 0, 2], ["fulfillable": [1, 2, 3]]), block(2, rows: [2], ["reserved": [4]]),
        ]
        let details = Snapshot.all(
            [units, Stock.reserved.declaration], required: [], in: blocks, partial: [:], layout: whole)
        #expect(details.starts == [0, 1, 1, 4])
        #expect(details[Stock.fulfillable] == Values([2, 1, 3, nil]))
        #expect(details[Stock.reserved] == Values([nil, nil, nil, 4]))
    }

    // MARK: Levels

    private let days = Day.ago(3)..<Day.today

    private func prices(_ id: Int64, day: Int, _ moneys: [(Int32, Money?)]) -> (block: FactBlock, day: Day) {
        let column = ColumnData.moneys(Values(moneys.map(\.1)))
        return (FactBlock(source: ImportID(id), rows: moneys.map(\.0), columns: ["own-price": column]), .ago(day))
    }

    @Test func aPriceIsInTheCurrencyOfItsRowsNewestFile() throws {
        let (dollars, euros) = (try #require(Currency("USD")), try #require(Currency("EUR")))
        let levels = Snapshot.levels(
            of: Offers.ownPrice.declaration,
            in: [
                prices(1, day: 3, [(0, Money(minorUnits: 900, euros)), (1, Money(minorUnits: 500, euros))]),
                prices(2, day: 2, [(0, Money(minorUnits: 999, dollars)), (1, nil)]),
                prices(3, day: 1, [(0, Money(minorUnits: 1_000, dollars))]),
            ], days: days, layout: whole)
        #expect(levels.values == Values([nil, 999, 1_000, 500, nil, nil, nil, nil, nil]))
        #expect(levels.currencies == [dollars, euros, nil])
    }

    @Test func aShareIsInTenThousandthsAndUnknownBeyondOne() {
        let shares = ColumnData.reals(Values([0.4, 0, 40]))
        let block = FactBlock(source: ImportID(1), rows: [0, 1, 2], columns: ["featured-offer-share": shares])
        let levels = Snapshot.levels(
            of: Offers.featuredShare.declaration, in: [(block, .ago(1))], days: Day.ago(1)..<Day.today, layout: whole)
        #expect(levels.values == Values([4_000, 0, nil]))
        #expect(levels.currencies.isEmpty)
    }
}
