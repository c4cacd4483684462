import FlywheelKit
import RevenueAtRisk
import Testing

@Suite struct SeasonTests {
    @Test func anIndexIsRoundedBeforeItIsUsedAndTheLastOneGoesOn() throws {
        let season = try #require(Season(indexes: [1.234_56, 0.5, 2], horizon: 14))
        #expect(season.weeks.map(\.description) == ["1.2346", "0.50"])
        #expect(season.days(16) == [Double](repeating: 1.2346, count: 7) + [Double](repeating: 0.5, count: 9))
    }

    @Test func ordinaryWeeksAreNoSeason() {
        #expect(Season(indexes: [1, 1.000_01, 3], horizon: 14) == nil)
        #expect(Season(indexes: [], horizon: 30) == nil)
        #expect(Season(weeks: []) == nil)
    }

    @Test(arguments: [-0.1, .nan, .infinity, 1_000.1]) func whatIsNoIndexIsNoSeason(index: Double) {
        #expect(Season(indexes: [2, index], horizon: 14) == nil)
        #expect(Decimal4(rounding: index).flatMap { Season(weeks: [Decimal4(tenThousandths: 20_000), $0]) } == nil)
    }

    @Test(arguments: [Float.infinity, 1_000.1]) func whatIsPublishedIsBelievedAsAWhole(index: Float) {
        var (past, ahead) = (SIMD16<Float>(repeating: 2), SIMD16<Float>(repeating: 3))
        #expect(DemandSeason(past: past, ahead: ahead).isCredible)
        ahead[15] = index
        #expect(!DemandSeason(past: past, ahead: ahead).isCredible)
        (past[7], ahead[15]) = (index, 3)
        #expect(!DemandSeason(past: past, ahead: ahead).isCredible)
        past[7] = 2
        let deals = DemandSeason.Deals { $0 == 9 ? Double(index) / 2 + 0.1 : 1 }
        #expect(!DemandSeason(past: past, deals: deals, ahead: ahead).isCredible)
    }

    @Test func itsDaysAreOfAnyHorizon() throws {
        let season = try #require(Season(indexes: (1...16).map(Double.init), horizon: 90))
        #expect(season.weeks.count == 13 && season.days(90).last == 13)
        #expect(season.fullDays(90) == 7 * 78 + 6 * 13)
    }
}
