import Testing

@testable import Charts

@Suite struct TicksTests {
    private func names(_ low: Double, _ high: Double, atMost count: Int) -> [String] {
        let ticks = Ticks(from: low, to: high, atMost: count)
        return ticks.multiples.map(ticks.text)
    }

    @Test func theyAreWhatPeopleCountIn() {
        #expect(names(0, 57, atMost: 5) == ["0", "20", "40", "60"])
        #expect(names(0, 100, atMost: 6) == ["0", "20", "40", "60", "80", "100"])
        #expect(names(0, 0.7, atMost: 5) == ["0", "0.2", "0.4", "0.6", "0.8"])
        #expect(names(-3, 4, atMost: 5) == ["-4", "-2", "0", "2", "4"])
        #expect(names(0, 31_000, atMost: 5) == ["0", "10,000", "20,000", "30,000", "40,000"])
        #expect(names(0, 0.000_3, atMost: 4) == ["0", "0.0001", "0.0002", "0.0003"])
    }

    @Test func whereNothingDiffersThereIsStillAnAxis() {
        #expect(names(0, 0, atMost: 2) == ["0", "1"])
        #expect(names(0, 0, atMost: 3) == ["0", "0.5", "1.0"])
    }

    @Test(arguments: [1e-9, 3e-4, 0.07, 1, 8.5, 99, 12_345, 6e8, 2e15, 1e40], [2, 3, 5, 8])
    func theyCoverTheRangeAndAreNotTooMany(high: Double, count: Int) {
        for low in [0, -high / 3] {
            let ticks = Ticks(from: low, to: high, atMost: count)
            #expect(ticks.low <= low + 1e-12 * high && ticks.high >= high * (1 - 1e-12))
            #expect(ticks.multiples.count <= max(count, low < 0 ? 3 : 2))
            #expect([1, 2, 5].contains(ticks.digit))
            #expect(Set(ticks.multiples.map(ticks.text)).count == ticks.multiples.count)
        }
    }

    @Test func valuesHaveThreeDigitsOfTheirOwn() {
        let values = [0, 0.001_234_5, 0.05, 5, 12.345, 99.99, 123.4, 1_234_567.8, -0.2]
        #expect(
            values.map(Shape.short) == ["0", "0.00123", "0.05", "5", "12.3", "100", "123", "1234568", "-0.2"])
        #expect([9_999, 12_345, 999_999, 1_500_000].map(Shape.brief) == ["9999", "12.3k", "1M", "1.5M"])
    }

    @Test func namesOfPeriodsStandApart() {
        let names = (1...30).map { "2026-01-\($0 < 10 ? "0" : "")\($0)" }
        let places = Labels.places(of: names, along: 60, gap: 2) { Double($0.count) }
        #expect(places == [0, 10, 20])
        #expect(Labels.places(of: [], along: 60, gap: 2) { _ in 1 } == [])
        #expect(Labels.places(of: ["a", "b"], along: 60, gap: 2) { _ in 1 } == [0, 1])
    }
}
