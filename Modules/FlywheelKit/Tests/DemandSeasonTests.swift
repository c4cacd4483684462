import FlywheelKit
import Testing

@Suite struct DemandSeasonTests {
    private let ordinary = SIMD16<Float>(repeating: 1)

    @Test func aPastDayCountsAsItsWeekDoesAndADayOfADealTimesThat() {
        let past = SIMD16<Float>((1...16).map(Float.init))
        let deals = DemandSeason.Deals { [1, 7, 8, 112].contains($0) ? 4 : 1 }
        let season = DemandSeason(past: past, deals: deals, ahead: ordinary)
        for day in 1...112 {
            let week = Double((day + 6) / 7)
            #expect(season.index(daysAgo: day) == ([1, 7, 8, 112].contains(day) ? 4 * week : week), "\(day) days ago")
        }
        #expect(season.index(daysAgo: 113) == 16 && season.index(daysAgo: 700) == 16)
        #expect(season.index(daysAgo: 0) == season.index(daysAgo: 1))
    }

    @Test func differentDealsInAWeekCountForTheirMean() {
        let deals = DemandSeason.Deals { $0 == 2 ? 3 : $0 == 5 ? 0.5 : 1 }
        let season = DemandSeason(past: ordinary, deals: deals, ahead: ordinary)
        #expect((1...7).map(season.index) == [1, 1.75, 1, 1, 1.75, 1, 1])
    }

    @Test func withoutADealAllDaysOfAWeekAreAlike() {
        #expect(DemandSeason.Deals { _ in 1 } == DemandSeason.Deals() && DemandSeason.Deals().isEmpty)
        #expect(!DemandSeason.Deals { $0 == 112 ? 2 : 1 }.isEmpty)
    }
}
