import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import Forecasting

@Suite struct SeasonTests {
    private func course(_ day: Int, depth: Double) -> Double { 1 + depth * sin(2 * .pi * Double(day) / 364) }

    private func sold(_ rate: Double, depth: Double, growth: Double = 0, using random: inout SplitMix64) -> [Int?] {
        (0..<728).map { day in
            random.poisson(rate * course(day, depth: depth) * exp(growth * Double(day) / 364))
        }
    }

    @Test func followsAYearlyCourseThatTwoYearsAgreeOn() throws {
        var random = SplitMix64(seed: 12)
        let forecast = try #require(outlook(Listing(sales: sold(10, depth: 0.6, using: &random))))
        for week in 0..<DemandForecast.weeks {
            let truth = 10 * course(7 * week + 3, depth: 0.6)
            #expect(abs(Double(forecast.dailyByWeek[week]) / truth - 1) < 0.2, "week \(week)")
        }
    }

    @Test func saysForHowManyOrdinaryDaysAWeekCounts() throws {
        var random = SplitMix64(seed: 12)
        let look = Look([Listing(sales: sold(10, depth: 0.6, using: &random)), Listing(sales: [5, 6, 5, 6])])
        let season = try #require(look.seasons[0])
        for week in 0..<DemandSeason.weeks {
            #expect(abs(Double(season.ahead[week]) / course(7 * week + 3, depth: 0.6) - 1) < 0.2, "week \(week)")
            #expect(abs(Double(season.past[week]) / course(-7 * week - 4, depth: 0.6) - 1) < 0.2, "week \(week) before")
        }
        #expect(look.seasons[1] == nil, "without two years there is none")
    }

    @Test func takesGrowthForGrowthAndNotForSeason() throws {
        var random = SplitMix64(seed: 13)
        let forecast = try #require(outlook(Listing(sales: sold(20, depth: 0, growth: 0.4, using: &random))))
        let spread = forecast.dailyByWeek.max() / forecast.dailyByWeek.min()
        #expect(spread < 1.25, "\(spread)")
        #expect(abs(Double(forecast.dailyByWeek[0]) / (20 * exp(0.8)) - 1) < 0.15)
    }

    /// Chance alone agrees with itself now and then; what is believed of it is small.
    @Test func seldomSeesASeasonWhereThereIsNone() {
        var random = SplitMix64(seed: 14)
        var spreads: [Float] = []
        for _ in 0..<60 {
            guard let forecast = outlook(Listing(sales: sold(5, depth: 0, using: &random))) else { continue }
            spreads.append(forecast.dailyByWeek.max() / forecast.dailyByWeek.min())
        }
        #expect(spreads.filter { $0 > 1 }.count <= 12)
        #expect(spreads.allSatisfy { $0 < 1.6 })
    }

    @Test func aSeasonThatBeginsIsNoShiftOnceItIsKnown() {
        var random = SplitMix64(seed: 15)
        // The course is steepest at the end of the days.
        let sold = sold(30, depth: 0.6, using: &random)
        #expect(Look([Listing(sales: sold)]).kinds.isEmpty)
    }

    /// Sales of two years with a peak each, so many days before today.
    private func peaks(_ daysAgo: [Int], seed: UInt64) -> Listing {
        var random = SplitMix64(seed: seed)
        return Listing(
            sales: (0..<728).map { day in
                let heights = daysAgo.map { exp(-pow(Double(728 - day - $0) / 21, 2)) }
                return random.poisson(6 * (1 + 2.5 * heights.reduce(0, +)))
            })
    }

    @Test(arguments: [-6, 6]) func saysThatASeasonCameEarlierOrLater(weeks: Int) throws {
        // A year before the one peak lies the other, moved.
        let look = Look([peaks([56, 56 + 364 + 7 * weeks], seed: 16)])
        #expect(look.kinds == ["season-change"])
        let season = try #require(look.findings.all.first?.evidence.season)
        #expect(abs(season.weeksLater - weeks) <= 1, "\(season)")
        #expect(abs(season.peak.distance(to: today) - 56) <= 10, "\(season)")
        #expect(season.expected == season.peak.advanced(by: -7 * season.weeksLater))
    }

    @Test func aSeasonInItsWeeksIsNoChangeAndAnOldChangeIsNoNews() {
        #expect(Look([peaks([56, 56 + 364], seed: 17)]).kinds.isEmpty)
        #expect(!Look([peaks([150, 150 + 364 - 42], seed: 18)]).kinds.contains("season-change"))
    }
}
