import Statistics
import Testing

@Suite struct ProductDaysTests {
    private func days(_ units: Int?, _ count: Int) -> [Int?] { [Int?](repeating: units, count: count) }
    private func open(_ share: Double, _ count: Int) -> [Double] { [Double](repeating: share, count: count) }

    @Test func aDaySellsWhatItsSKUsSellAndIsAsOpenAsTheMostOpenOfThem() {
        let product = ProductDays([
            ([3, 1, nil, nil, 2, 4], [1, 0.5, 0, 1, 0.04, 0]), ([2, nil, 6, 5, 1, 0], [0.5, 0.2, 1, 1, 0.03, 0]),
        ])
        // The second is unknown on a day it could be bought, the first on one it could not and on one it could.
        #expect(product.units[0] == 5 && product.units[2] == 6 && product.units[4] == 3)
        #expect(product.units[1].isNaN && product.units[3].isNaN)
        #expect(product.exposure == [1, 0.5, 1, 1, 0.04, 0])
        #expect((0..<6).map(product.isUsed) == [true, false, true, false, false, false])
    }

    @Test func whatNobodyEverReportedHasNoSay() {
        let product = ProductDays([(days(nil, 40), nil), (days(5, 40), open(0.5, 40))])
        #expect(product.units == [Double](repeating: 5, count: 40) && product.exposure == open(0.5, 40))
        #expect(product.parts.values == [0.01, 0.99])
        // Where nobody reported any, all is unknown, and open as they were.
        let unknown = ProductDays([(days(nil, 3), nil), (days(nil, 3), open(0, 3))])
        #expect(unknown.units.allSatisfy(\.isNaN) && unknown.exposure == open(1, 3))
    }

    @Test func whatNoFileShouldHoldIsUnknown() {
        let product = ProductDays([([.max, .min, 4, -4], nil)])
        #expect(product.units.map(\.isNaN) == [true, true, false, false])
    }

    /// By hand: 20 and 10 a day, each drawn by a week to 15; 60 days count for 31.64.
    @Test func aSKUsPartIsDrawnToTheMeanByAWeek() {
        let parts = ProductDays([(days(20, 60), nil), (days(10, 60), nil)]).parts
        let rate = (20 * 31.63706 + 105) / 38.63706
        #expect(abs(parts.values[0] - (0.01 + 0.98 * rate / 30)) < 1e-5)
        #expect(abs(parts.values[0] + parts.values[1] - 1) < 1e-15)
        #expect(abs(parts.units - 30 * 31.63706) < 0.01)
        // One that has sold for four days is not yet what those say.
        let young = ProductDays([(days(10, 60), nil), (days(0, 56) + days(40, 4), nil)]).parts.values[1]
        #expect(young < 0.72 && young > 0.6, "\(young)")
    }

    @Test func returnsAreNettedInParts() {
        let returned = (0..<60).map { Optional($0 % 2 == 0 ? 10 : -6) }
        let parts = ProductDays([(returned, nil), (days(2, 60), nil)]).parts.values
        #expect(abs(parts[0] - 0.5) < 0.02, "\(parts)")
        #expect(ProductDays([(days(-1, 60), nil), (days(2, 60), nil)]).parts.values[0] < 0.1)
    }

    /// While it could not be bought its sibling sold all there was.
    @Test(arguments: [0.0, 0.04]) func whatCouldNotBeBoughtForAQuarterKeepsTheLeastPart(share: Double) {
        let gone = ProductDays([(days(8, 200) + days(0, 91), open(1, 200) + open(share, 91)), (days(8, 291), nil)])
        #expect(gone.parts.values == [0.01, 0.99])
        let back = ProductDays([
            (days(8, 200) + days(0, 51) + days(8, 40), open(1, 200) + open(share, 51) + open(1, 40)),
            (days(8, 291), nil),
        ])
        #expect(abs(back.parts.values[0] - 0.5) < 1e-9)
    }

    @Test func daysThatSellMoreCountForMoreInParts() {
        // The second was sold on the ten days of an event alone, on which three times as much is asked for.
        let (first, second) = (days(2, 50) + days(6, 10), days(0, 50) + days(6, 10))
        var product = ProductDays([(first, nil), (second, open(0, 50) + open(1, 10))])
        product.index { $0 < 50 ? 1 : 3 }
        #expect(abs(product.parts.values[1] - 0.5) < 0.01, "\(product.parts.values)")
        #expect(product.exposure.suffix(10) == open(3, 10)[...])
    }

    @Test func itsRoomHoldsNothingOfTheProductBefore() {
        var room = ProductDays([(days(3, 30), open(0.5, 30)), (days(nil, 30), nil)])
        room.leaveOut(before: 10)
        room.take(days(4, 30), open: nil)
        #expect(room.units == [Double](repeating: 4, count: 30) && room.exposure == open(1, 30) && room.skus.isEmpty)
        room.take(days(4, 7), open: nil)
        #expect(room.count == 7 && room.sums().daysUsed == 7 && room.parts.values == [1])
    }

    @Test func aPrefixIsWhatWasKnownThen() {
        let product = ProductDays([(days(1, 20) + days(50, 20), nil), (days(2, 40), nil)])
        let before = ProductDays([(days(1, 20), nil), (days(2, 20), nil)])
        #expect(product.prefix(20).sums() == before.sums() && product.prefix(20).parts == before.parts)
    }
}
