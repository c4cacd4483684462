import FlywheelKit
import Testing

@Suite struct HistoryTests {
    private let today = Day(epochDays: 20_000)

    /// Two rows of four days.
    private var history: History {
        History(days: today.advanced(by: -4)..<today, values: Values([1, 2, nil, 4, 5, 6, 7, 8]))
    }

    @Test func aDayIsReadByItsDate() {
        #expect(history[0, today.advanced(by: -1)] == 4)
        #expect(history[1, today.advanced(by: -4)] == 5)
        #expect(history[0, today.advanced(by: -2)] == nil)
        #expect(history[0, today] == nil)
        #expect(history[1, today.advanced(by: -5)] == nil)
    }

    @Test func theLastDaysOfEveryRowAreKept() {
        let last = history.last(2)
        #expect(last.days == today.advanced(by: -2)..<today)
        #expect(Array(last.row(0)) == [nil, 4])
        #expect(Array(last.row(1)) == [7, 8])
        #expect(history.last(4) == history)
        #expect(history.last(9) == history)
        #expect(history.last(0).row(0).isEmpty)
    }

    @Test func anEmptyHistoryKnowsNoDay() {
        let empty = History(days: today..<today, values: Values())
        #expect(empty.row(3).isEmpty)
        #expect(empty[3, today] == nil)
        #expect(empty.last(7) == empty)
    }

    @Test func oneOfWhichNothingIsKnownIsAsOneOfUnknownNumbers() {
        let days = today.advanced(by: -4)..<today
        let unknown = History(unknown: 3, days: days)
        #expect(unknown == History(days: days, values: Values(unknown: 12)))
        #expect(unknown.count == 3 && unknown.values.count == 12)
        #expect(unknown.isWhollyUnknown && !history.isWhollyUnknown)
        #expect(Array(unknown.row(2)) == [nil, nil, nil, nil])
        #expect(unknown.last(1) == History(days: today.advanced(by: -1)..<today, values: Values(unknown: 3)))
        var builder = ChunkBuilder(listings: ["A", "B", "C"], asOf: Instant(seconds: 1_790_000_000))
        builder.set(unknown, for: Sales.units)
        #expect(builder.build().picked([2, 0])[Sales.units] == History(unknown: 2, days: days))
        #expect(builder.build().rows(1..<2)[Sales.units] == History(unknown: 1, days: days))
    }

    @Test func pricesKeepTheCurrencyOfTheirRowHoweverTheyAreCut() throws {
        let (dollars, yen) = (try #require(Currency("USD")), try #require(Currency("JPY")))
        var builder = ChunkBuilder(listings: ["A", "B", "C"], asOf: Instant(seconds: 1_790_000_000))
        let days = Day(epochDays: 100)..<Day(epochDays: 102)
        builder.set(
            History(days: days, values: Values([1, 2, 3, 4, nil, nil]), currencies: [dollars, yen, nil]),
            for: Offers.ownPrices)
        let prices = builder.build().rows(1..<3)[Offers.ownPrices].last(1)
        #expect(prices.currency(of: 0) == yen)
        #expect(prices.currency(of: 1) == nil)
        #expect(Array(prices.row(0)) == [4])
        #expect(prices != History(days: days, values: Values([3, 4, nil, nil]), currencies: [dollars, nil]).last(1))
    }

    @Test func numbersThatAreNotMoneyHaveNoCurrency() {
        #expect(history.currency(of: 1) == nil)
        #expect(history.currencies.isEmpty)
    }
}
