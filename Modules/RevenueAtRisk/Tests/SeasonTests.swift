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
    }

    @Test func itsDaysAreOfAnyHorizon() throws {
        let season = try #require(Season(indexes: (1...16).map(Double.init), horizon: 90))
        #expect(season.weeks.count == 13 && season.days(90).last == 13)
    }
}
