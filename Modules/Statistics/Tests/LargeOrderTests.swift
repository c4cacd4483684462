import Statistics
import Testing

/// One large order is no rate.
@Suite struct LargeOrderTests {
    /// The sums of days, newest last, with single large ones limited and as they were.
    private func sums(_ units: [Double?], exposure: [Double]? = nil, halfLifeDays: Double? = nil) -> (
        limited: ExposedUnits, all: ExposedUnits
    ) {
        let days = Array(zip(units, exposure ?? Array(repeating: 1, count: units.count)).reversed())
        var all = ExposedUnits(halfLifeDays: halfLifeDays)
        for (units, exposure) in days { all.addDayBefore(units: units, exposure: exposure) }
        return (ExposedUnits(halfLifeDays: halfLifeDays, newestFirst: days), all)
    }

    /// Six of a listing that otherwise sold nothing count for two, and for one where half of that day was open.
    @Test func anOrderOfManyCountsForTwo() {
        #expect(sums([0, 6, 0, 0]).limited.unitsSum == 2)
        #expect(sums([0, 6, 0, 0], exposure: [1, 0.5, 1, 1]).limited.unitsSum == 1)
        #expect(sums([nil, 2, 0, 0]).limited == sums([nil, 2, 0, 0]).all)
    }

    /// The others: mean 1, deviation 1, so that six is the most; of 4 ± 4 it is 24.
    @Test func theOtherDaysSayWhatIsPlausible() {
        func alternating(_ units: Double, then last: Double) -> [Double?] {
            (0..<20).map { $0 % 2 == 0 ? 0 : units } + [last]
        }
        #expect(isClose(sums(alternating(2, then: 50)).limited.unitsSum, 20 + 6))
        #expect(isClose(sums(alternating(8, then: 50)).limited.unitsSum, 80 + 24))
        #expect(isClose(sums(alternating(8, then: 24)).limited.unitsSum, 80 + 24))
    }

    /// Ordinary buyers are never cut short by more than chance in a few thousand days.
    @Test(arguments: [0.1, 1, 10, 200], [1, 2, 3] as [UInt64]) func independentBuyersCount(rate: Double, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (limited, all) = sums((0..<180).map { _ in Double(random.poisson(rate)) }, halfLifeDays: 28)
        #expect(limited.unitsSum <= all.unitsSum && limited.unitsSum > 0.97 * all.unitsSum)
        #expect(limited.exposureSum == all.exposureSum && limited.daysUsed == all.daysUsed)
    }

    /// Of a single day nobody knows what is plausible.
    @Test func theFirstDayCountsForWhatItSold() {
        #expect(sums([30]).limited.unitsSum == 30)
        #expect(sums([30, nil, nil]).limited.unitsSum == 30)
        #expect(sums([20, 30]).limited.unitsSum == 50)
    }
}
