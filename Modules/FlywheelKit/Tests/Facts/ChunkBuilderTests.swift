import FlywheelKit
import Testing

@Suite struct ChunkBuilderTests {
    private let asOf = Instant(seconds: 1_795_190_700)

    private func builder(_ count: Int) -> ChunkBuilder {
        ChunkBuilder(listings: (0..<count).map { "SKU-\($0)" }, asOf: asOf)
    }

    @Test func nothingIsKnownOfAnExampleUntilItIsSaid() {
        let chunk = builder(2).build()
        #expect(chunk.products == Values(unknown: 2))
        #expect(chunk[Catalog.price] == Values(unknown: 2))
        #expect(chunk.today == asOf.utcDay)
        #expect(chunk.subject(1) == Subject(.listing, account: "example", marketplace: "ATVPDKIKX0DER", code: "SKU-1"))
    }

    @Test func todayIsTheMarketplacesDayWhereItIsGiven() {
        let tomorrow = asOf.utcDay.advanced(by: 1)
        let chunk = ChunkBuilder(
            .ticket, account: "a", marketplace: "m", codes: ["1"], asOf: asOf, today: tomorrow
        ).build()
        #expect(chunk.today == tomorrow)
        #expect(chunk.kind == .ticket)
    }

    @Test func detailsStandByRowInTheOrderTheyWereAdded() {
        var builder = builder(4)
        builder.addDetail(of: Orders.feed, at: 2, Orders.order("B"), Orders.quantity(2))
        builder.addDetail(of: Orders.feed, at: 0, Orders.order("A"))
        builder.addDetail(of: Orders.feed, at: 2, Orders.quantity(3))
        let details = builder.build().details(of: Orders.feed)
        #expect(details.starts == [0, 1, 1, 3, 3])
        #expect(details[Orders.order] == Values(["A", "B", nil]))
        #expect(details[Orders.quantity] == Values([nil, 2, 3]))
        #expect(details[Orders.status] == Values(unknown: 3))
    }

    @Test func aDetailMayHaveNoCells() {
        var builder = builder(1)
        builder.addDetail(of: Orders.feed, at: 0)
        #expect(builder.build().details(of: Orders.feed).range(0) == 0..<1)
    }

    @Test func columnsOfAnyTypeAreFilledAtRunTime() {
        var builder = builder(2)
        builder.set(.integers(Values([3, nil])), for: Stock.fulfillable.declaration)
        #expect(builder.build()[Stock.fulfillable] == Values([3, nil]))
    }

    @Test func historiesEndBeforeToday() {
        var builder = builder(1)
        builder.set(Sales.units, [[1, nil, 3]])
        let history = builder.build()[Sales.units]
        #expect(history.days == asOf.utcDay.advanced(by: -3)..<asOf.utcDay)
        #expect(Array(history.row(0)) == [1, nil, 3])
    }

    @Test func columnsOfOneNameInTwoFeedsAreTwoColumns() {
        let other = Column<Int>("fulfillable", in: FeedKey("other-stock/1"))
        var builder = builder(1)
        builder.set(other, [5])
        #expect(builder.build()[Stock.fulfillable] == Values(unknown: 1))
        #expect(builder.build()[other] == Values([5]))
    }

    @Test func aColumnOfAnotherLengthTraps() async {
        await #expect(processExitsWith: .failure) {
            var builder = ChunkBuilder(listings: ["A", "B"], asOf: Instant(seconds: 0))
            builder.set(Stock.fulfillable, [1])
        }
    }

    @Test func aDetailOfARowThatIsNotThereTraps() async {
        await #expect(processExitsWith: .failure) {
            var builder = ChunkBuilder(listings: ["A", "B"], asOf: Instant(seconds: 0))
            builder.addDetail(of: Orders.feed, at: 2, Orders.quantity(1))
        }
    }
}
